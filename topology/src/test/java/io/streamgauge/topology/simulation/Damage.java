package io.streamgauge.topology.simulation;

import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.schemas.serde.WireFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What befalls records on their way, and what must be said of them. */
enum Damage {
    /** In the magic byte or the length of the last text; elsewhere a flipped bit may make another good event, which nobody can tell. */
    BIT_FLIP(RejectReason.MALFORMED) {
        @Override
        byte[] value(long atMs, Random random) {
            byte[] value = good(atMs);
            boolean magic = random.nextBoolean();
            value[magic ? 0 : value.length - 2] ^= (byte) (1 << (magic ? random.nextInt(8) : 3 + random.nextInt(4)));
            return value;
        }
    },
    TRUNCATION(RejectReason.MALFORMED) {
        @Override
        byte[] value(long atMs, Random random) {
            byte[] value = good(atMs);
            return Arrays.copyOf(value, random.nextInt(value.length));
        }
    },
    WRONG_MAGIC(RejectReason.MALFORMED) {
        @Override
        byte[] value(long atMs, Random random) {
            byte[] value = good(atMs);
            value[0] = (byte) (1 + random.nextInt(255));
            return value;
        }
    },
    UNKNOWN_SCHEMA_ID(RejectReason.UNKNOWN_SCHEMA) {
        @Override
        byte[] value(long atMs, Random random) {
            byte[] value = good(atMs);
            ByteBuffer.wrap(value).putInt(1, 1_000_000 + random.nextInt(1_000_000));
            return value;
        }
    },
    WRONG_UNION_BRANCH(RejectReason.MALFORMED) {
        @Override
        byte[] value(long atMs, Random random) {
            byte[] value = good(atMs);
            int branch = WireFormat.HEADER_SIZE;
            while (value[branch] < 0) {
                branch++; // the time: seven bits a byte, the last one without the high bit
            }
            value[branch + 1] = (byte) (4 + 2 * random.nextInt(20));
            return value;
        }
    },
    HUGE_LENGTH(RejectReason.MALFORMED) {
        @Override
        byte[] value(long atMs, Random random) {
            byte[] value = good(atMs);
            byte[] longer = Arrays.copyOf(value, value.length + 3);
            Arrays.fill(longer, value.length - 2, longer.length - 1, (byte) 0xff);
            longer[longer.length - 1] = 0x0f;
            return longer;
        }
    },
    NEGATIVE_TIMESTAMP(RejectReason.TS_PAST) {
        @Override
        byte[] value(long atMs, Random random) {
            return good(-1 - random.nextInt(1_000_000));
        }
    },
    YEAR_2100(RejectReason.TS_FUTURE) {
        @Override
        byte[] value(long atMs, Random random) {
            return good(Instant.parse("2100-01-01T00:00:00Z").toEpochMilli() + random.nextInt());
        }
    },
    SECONDS_INSTEAD_OF_MILLISECONDS(RejectReason.TS_UNIT) {
        @Override
        byte[] value(long atMs, Random random) {
            return good(atMs / 1000);
        }
    },
    /** Where the time is a floating-point number. In a feature NaN is a value, and counted as such. */
    NAN(RejectReason.NO_EVENT_TIME) {
        @Override
        byte[] value(long atMs, Random random) {
            byte[] nan = ByteBuffer.allocate(Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(Double.NaN)
                    .array();
            return WireFormat.encode(TIME_AS_DOUBLE, nan);
        }
    },
    /** Keys mean nothing to the monitor: the event is a good one. */
    NULL_KEY(null) {
        @Override
        byte[] value(long atMs, Random random) {
            return good(atMs);
        }
    },
    TOMBSTONE(RejectReason.NO_VALUE) {
        @Override
        byte @Nullable [] value(long atMs, Random random) {
            return null;
        }
    };

    private static final int TIME_AS_DOUBLE = Workload.REGISTRY.register(
            "visits-by-double",
            new Schema.Parser()
                    .parse(
                            "{\"type\":\"record\",\"name\":\"Visit\",\"fields\":[{\"name\":\"ts\",\"type\":\"double\"}]}"));

    private final @Nullable RejectReason reason;

    Damage(@Nullable RejectReason reason) {
        this.reason = reason;
    }

    /** Null if the event is as good as before. */
    @Nullable
    RejectReason reason() {
        return reason;
    }

    byte @Nullable [] key() {
        return this == NULL_KEY ? null : new byte[] {1};
    }

    abstract byte @Nullable [] value(long atMs, Random random);

    private static byte[] good(long atMs) {
        Workload.Message message = Workload.event(atMs, atMs, null, 0.5);
        return message.value() == null ? new byte[0] : message.value();
    }
}
