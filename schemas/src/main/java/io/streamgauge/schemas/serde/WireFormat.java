package io.streamgauge.schemas.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * How does a record name its schema? Confluent's framing: a zero byte, the schema id as four bytes big-endian, then the body in
 * Avro's binary encoding. Newer Confluent clients can frame otherwise (a one byte and a 16-byte GUID, or the id in a record
 * header): such records are recognised as far as possible and refused with a message that says what to change.
 */
public final class WireFormat {
    /** Bytes before the body. */
    public static final int HEADER_SIZE = 5;

    static final byte MAGIC = 0;
    private static final byte GUID_MAGIC = 1;

    private WireFormat() {}

    /** The frame around an Avro body. */
    public static byte[] encode(int schemaId, byte[] avro) {
        return ByteBuffer.allocate(HEADER_SIZE + avro.length)
                .put(MAGIC)
                .putInt(schemaId)
                .put(avro)
                .array();
    }

    static byte[] header(int schemaId) {
        return encode(schemaId, new byte[0]);
    }

    /**
     * The schema id of a framed record; the body starts at {@link #HEADER_SIZE}.
     *
     * @throws SerializationException if the bytes are not framed in this way, with a reason for people
     */
    public static int schemaId(byte[] bytes) {
        String fault = faultOf(bytes);
        if (fault != null) {
            throw new SerializationException(fault);
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }

    private static @Nullable String faultOf(byte[] bytes) {
        if (bytes.length == 0) {
            return "the record is empty: no magic byte";
        }
        if (bytes[0] == GUID_MAGIC) {
            return "magic byte 1: the record names its schema by GUID, which is not supported; let the producer write the "
                    + "schema id as a prefix (Confluent: value.schema.id.serializer=PrefixSchemaIdSerializer)";
        }
        if (bytes[0] != MAGIC) {
            return "magic byte %d instead of 0: not in Confluent's wire format (or the schema id is in a record header)"
                    .formatted(bytes[0]);
        }
        return bytes.length < HEADER_SIZE
                ? "the record has %d bytes, the header alone needs %d".formatted(bytes.length, HEADER_SIZE)
                : null;
    }
}
