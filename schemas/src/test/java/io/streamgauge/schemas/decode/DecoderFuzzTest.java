package io.streamgauge.schemas.decode;

import static io.streamgauge.schemas.contract.FeatureType.CATEGORICAL;
import static io.streamgauge.schemas.contract.FeatureType.NUMERIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.event.EventBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** No bytes make a decoder throw, and a bad record does no harm to the good one behind it. */
class DecoderFuzzTest {
    private static final Schema SCHEMA = Fixtures.schema("""
            {'type': 'record', 'name': 'Event', 'fields': [
              {'name': 'id', 'type': 'string'}, {'name': 'ts', 'type': 'long'},
              {'name': 'number', 'type': ['null', 'double']}, {'name': 'word', 'type': 'string'},
              {'name': 'numbers', 'type': {'type': 'array', 'items': 'long'}},
              {'name': 'features', 'type': {'type': 'map', 'values': ['null', 'boolean', 'long', 'double', 'string']}},
              {'name': 'self', 'type': ['null', 'Event']},
              {'name': 'day', 'type': {'type': 'int', 'logicalType': 'date'}},
              {'name': 'price', 'type': {'type': 'bytes', 'logicalType': 'decimal', 'precision': 9, 'scale': 2}}
            ]}""");

    private static final byte[] GOOD_JSON = Fixtures.utf8(
            "{'id': 'a', 'ts': 981201600000, 'number': 2.5, 'word': 'JFK', 'features': {'in': 3}, 'day': 1, 'price': 1.5}");

    private final Fixtures events = new Fixtures()
            .field("number", NUMERIC)
            .field("word", CATEGORICAL)
            .field("in", NUMERIC)
            .field("self.number", NUMERIC)
            .field("day", NUMERIC)
            .field("price", NUMERIC);
    private final byte[] goodAvro = events.framed(event(event(null)));
    private final EventDecoder avro = events.avro();
    private final EventDecoder json = events.json();
    private final EventBuffer row = events.buffer();

    private static GenericRecord event(GenericRecord self) {
        return new GenericRecordBuilder(SCHEMA)
                .set("id", "a")
                .set("ts", 981_201_600_000L)
                .set("number", 2.5)
                .set("word", "JFK")
                .set("numbers", List.of(1L, 2L, 3L))
                .set("features", Map.of("in", 3L, "out", "x"))
                .set("self", self)
                .set("day", 1)
                .set("price", java.nio.ByteBuffer.wrap(new byte[] {0, (byte) 150}))
                .build();
    }

    /** A way to break a record. */
    enum Mutator {
        FLIP_BIT {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = bytes.clone();
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
                return broken;
            }
        },
        SET_BYTE {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = bytes.clone();
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                return broken;
            }
        },
        TRUNCATE {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
        },
        EXTEND {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
                broken[broken.length - 1] = (byte) random.nextInt();
                return broken;
            }
        },
        WRONG_MAGIC {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = bytes.clone();
                broken[0] = (byte) (1 + random.nextInt(255));
                return broken;
            }
        },
        UNKNOWN_ID {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = bytes.clone();
                broken[1] = (byte) (1 + random.nextInt(255));
                return broken;
            }
        },
        NO_HEADER {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                return Arrays.copyOfRange(bytes, Math.min(5, bytes.length), bytes.length);
            }
        },
        REMOVE_RANGE {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                int from = random.nextInt(bytes.length);
                int to = from + random.nextInt(bytes.length - from);
                byte[] broken = Arrays.copyOf(bytes, bytes.length - (to - from));
                System.arraycopy(bytes, to, broken, from, bytes.length - to);
                return broken;
            }
        },
        REPEAT {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = Arrays.copyOf(bytes, bytes.length * 2);
                System.arraycopy(bytes, 0, broken, bytes.length, bytes.length);
                return broken;
            }
        },
        HUGE_VARINT {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = bytes.clone();
                int from = random.nextInt(broken.length);
                Arrays.fill(broken, from, Math.min(broken.length, from + 1 + random.nextInt(10)), (byte) 0xff);
                return broken;
            }
        },
        ZERO_RANGE {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = bytes.clone();
                Arrays.fill(broken, random.nextInt(broken.length), broken.length, (byte) 0);
                return broken;
            }
        },
        NOISE {
            @Override
            byte[] apply(byte[] bytes, Random random) {
                byte[] broken = bytes.clone();
                random.nextBytes(broken);
                System.arraycopy(bytes, 0, broken, 0, Math.min(random.nextInt(8), bytes.length));
                return broken;
            }
        };

        abstract byte[] apply(byte[] bytes, Random random);
    }

    @Provide
    Arbitrary<List<Mutator>> mutations() {
        return Arbitraries.of(Mutator.class).list().ofMinSize(1).ofMaxSize(3);
    }

    @Property(tries = 20_000)
    void brokenAvroNeverThrowsAndGoodRecordsStayGood(@ForAll("mutations") List<Mutator> mutations, @ForAll long seed) {
        avro.decode(broken(goodAvro, mutations, seed), row);

        assertThat(avro.decode(goodAvro, row)).isNull();
        assertThat(Fixtures.slots(row)).containsExactly(2.5, "JFK", 3.0, 2.5, 86_400_000.0, 1.5);
    }

    @Property(tries = 5_000)
    void brokenJsonNeverThrowsAndGoodRecordsStayGood(@ForAll("mutations") List<Mutator> mutations, @ForAll long seed) {
        json.decode(broken(GOOD_JSON, mutations, seed), row);

        assertThat(json.decode(GOOD_JSON, row)).isNull();
        assertThat(Fixtures.slots(row)).containsExactly(2.5, "JFK", 3.0, "missing", 1.0, 1.5);
    }

    @Property(tries = 2_000)
    void arbitraryBytesNeverThrow(@ForAll byte[] bytes) {
        avro.decode(bytes, row);
        json.decode(bytes, row);
    }

    private static byte[] broken(byte[] good, List<Mutator> mutations, long seed) {
        Random random = new Random(seed);
        byte[] bytes = good;
        for (Mutator mutator : mutations) {
            bytes = bytes.length == 0 ? bytes : mutator.apply(Arrays.copyOf(bytes, Math.max(2, bytes.length)), random);
        }
        return bytes;
    }
}
