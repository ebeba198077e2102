package io.streamgauge.schemas.serde;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** The reading half of {@link RegistrySerde}. Holds no state per record, so that threads may share it. */
final class RecordReader implements Deserializer<GenericRecord> {
    private final SchemaRegistry registry;
    private final @Nullable Schema readAs;
    private final Cache<Integer, GenericDatumReader<GenericRecord>> readers =
            Caffeine.newBuilder().maximumSize(SchemaLimits.CACHED).build();

    RecordReader(SchemaRegistry registry, @Nullable Schema readAs) {
        this.registry = registry;
        this.readAs = readAs;
    }

    @Override
    public @Nullable GenericRecord deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        int id = WireFormat.schemaId(data);
        GenericDatumReader<GenericRecord> reader = reader(id);
        int bodySize = data.length - WireFormat.HEADER_SIZE;
        try {
            BinaryDecoder body = DecoderFactory.get().binaryDecoder(data, WireFormat.HEADER_SIZE, bodySize, null);
            GenericRecord record = reader.read(null, body);
            if (!body.isEnd()) {
                throw new SerializationException("bytes are left over after the record of schema " + id);
            }
            return record;
        } catch (IOException | AvroRuntimeException | UnsupportedOperationException | IndexOutOfBoundsException e) {
            // Avro reports broken bytes by any of these.
            throw new SerializationException("the bytes do not fit schema " + id + ": " + e.getMessage(), e);
        }
    }

    private GenericDatumReader<GenericRecord> reader(int id) {
        GenericDatumReader<GenericRecord> reader = readers.getIfPresent(id);
        if (reader == null) {
            Schema written = registry.byId(id);
            if (written.getType() != Schema.Type.RECORD) {
                throw new SerializationException(
                        "schema " + id + " is of type " + written.getType().getName() + ", a record is needed");
            }
            reader = new GenericDatumReader<>(written, readAs == null ? written : readAs);
            readers.put(id, reader);
        }
        return reader;
    }
}
