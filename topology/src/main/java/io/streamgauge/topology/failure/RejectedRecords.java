package io.streamgauge.topology.failure;

import io.streamgauge.schemas.Contracts;
import io.streamgauge.schemas.decode.Rejection;
import io.streamgauge.topology.partial.SourcePartition;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records for the rejected-records topic: reason, coordinates and the original bytes, cut at a limit so that a record too large to
 * write can never stop the service. They are written by the topology, inside its transaction, so that each is counted once.
 */
public final class RejectedRecords {
    private static final int LONGEST_KEY = 4096;
    private static final int LONGEST_DETAIL = 500;

    private final SourcePartition from;
    private final int largestValue;

    /** @param largestValue bytes of a value that are kept */
    public RejectedRecords(SourcePartition from, int largestValue) {
        this.from = from;
        this.largestValue = largestValue;
    }

    public GenericRecord of(
            Rejection why, long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
        GenericRecord out = new GenericData.Record(Contracts.REJECTED_RECORD);
        out.put("reason", why.reason().name());
        out.put("detail", cut(why.detail()));
        out.put("model", from.model());
        out.put("source", from.source().word());
        out.put("topic", from.topic());
        out.put("partition", from.partition());
        out.put("offset", offset);
        out.put("timestamp", timestamp);
        out.put("schemaId", why.schemaId());
        out.put("key", bytes(key, LONGEST_KEY));
        out.put("value", bytes(value, largestValue));
        out.put("valueSize", value == null ? 0 : value.length);
        out.put("valueSha256", value == null ? null : sha256(value));
        return out;
    }

    private static String cut(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    private static @Nullable ByteBuffer bytes(byte @Nullable [] bytes, int most) {
        return bytes == null ? null : ByteBuffer.wrap(bytes.length <= most ? bytes : Arrays.copyOf(bytes, most));
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
