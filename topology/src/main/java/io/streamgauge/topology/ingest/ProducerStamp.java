package io.streamgauge.topology.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.checks.PipelineSettings;
import io.streamgauge.schemas.decode.CanaryEvent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a record say about its way: who wrote it, and as which of that one's records. Reusable. Headers that cannot be
 * read are as if they were not there.
 *
 * <p>The producer is a text in UTF-8, of which the first {@value #LONGEST_NAME} characters count. The number is not negative: decimal digits, or
 * a big-endian integer of eight bytes.
 */
final class ProducerStamp {
    /** No number: these are not negative. */
    static final long NO_NUMBER = -1;

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DIGITS = 18;

    private final @Nullable PipelineSettings settings;
    private @Nullable String producer;
    private @Nullable String canary;
    private long number = NO_NUMBER;
    /** Of the record before, as most are of the same one. */
    private byte[] lastBytes = {};

    private String lastName = "";

    ProducerStamp(@Nullable PipelineSettings settings) {
        this.settings = settings != null && settings.readsHeaders() ? settings : null;
    }

    /** Null if the record does not say. */
    @Nullable
    String producer() {
        return producer;
    }

    /** Its name if the record is a canary, else null. */
    @Nullable
    String canary() {
        return canary;
    }

    /** {@link #NO_NUMBER} if the record has none. */
    long number() {
        return number;
    }

    void read(@Nullable Headers headers) {
        producer = null;
        number = NO_NUMBER;
        canary = null;
        if (headers == null) {
            return;
        }
        for (Header header : headers) {
            if (header.key().equals(CanaryEvent.HEADER)) {
                canary = cut(header.value());
            } else if (settings != null) {
                take(header, settings);
            }
        }
    }

    private void take(Header header, PipelineSettings names) {
        if (header.key().equals(names.producerHeader())) {
            producer = name(header.value());
        } else if (header.key().equals(names.sequenceHeader())) {
            number = number(header.value());
        }
    }

    private @Nullable String name(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            return null;
        }
        if (!Arrays.equals(value, lastBytes)) {
            lastName = cut(value);
            lastBytes = value;
        }
        return lastName;
    }

    private static String cut(byte @Nullable [] value) {
        String name = value == null ? "" : new String(value, UTF_8);
        return name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
    }

    private static long number(byte @Nullable [] value) {
        if (value == null) {
            return NO_NUMBER;
        }
        if (isDigits(value)) {
            return Long.parseLong(new String(value, US_ASCII));
        }
        return value.length == Long.BYTES
                ? Math.max(NO_NUMBER, ByteBuffer.wrap(value).getLong())
                : NO_NUMBER;
    }

    private static boolean isDigits(byte[] value) {
        boolean digits = value.length > 0 && value.length <= MOST_DIGITS;
        for (int i = 0; digits && i < value.length; i++) {
            digits = value[i] >= '0' && value[i] <= '9';
        }
        return digits;
    }
}
