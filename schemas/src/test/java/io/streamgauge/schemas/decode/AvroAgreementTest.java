package io.streamgauge.schemas.decode;

import static io.streamgauge.schemas.contract.FeatureType.CATEGORICAL;
import static io.streamgauge.schemas.contract.FeatureType.NUMERIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.FeatureSlot;
import io.streamgauge.schemas.serde.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;

/** Our reading of Avro agrees with Avro's own on random records of random schemas. */
class AvroAgreementTest {
    private static final int FIELDS = 8;

    @Property(tries = 300)
    void slotsHoldWhatTheGenericReaderReads(@ForAll long seed) {
        Random random = new Random(seed);
        Schema schema = schema(random);
        GenericRecord event =
                (GenericRecord) new RandomData(schema, 1, seed, true).iterator().next();
        Fixtures fixtures = new Fixtures();
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < FIELDS; i++) {
            fixtures.field("f" + i, i % 2 == 0 ? NUMERIC : CATEGORICAL);
            expected.add(expected(event.get("f" + i), i % 2 == 0));
        }
        EventBuffer row = fixtures.buffer();

        Rejection rejection = fixtures.avro().decode(fixtures.framed(event), row);

        assertThat(rejection).isNull();
        assertThat(Fixtures.slots(row)).isEqualTo(expected);
        assertThat(row.eventTimeMs()).isEqualTo(event.get("ts"));
    }

    @Property(tries = 300)
    void everyCutRecordIsMalformed(@ForAll long seed) {
        Schema schema = schema(new Random(seed));
        GenericRecord event =
                (GenericRecord) new RandomData(schema, 1, seed, true).iterator().next();
        Fixtures fixtures = new Fixtures().field("f0", NUMERIC);
        byte[] framed = fixtures.framed(event);
        int length = WireFormat.HEADER_SIZE + new Random(seed).nextInt(framed.length - WireFormat.HEADER_SIZE);

        Rejection rejection = fixtures.avro().decode(java.util.Arrays.copyOf(framed, length), fixtures.buffer());

        assertThat(rejection).isNotNull().extracting(Rejection::reason).isEqualTo(RejectReason.MALFORMED);
    }

    private static Schema schema(Random random) {
        var fields = SchemaBuilder.record("Random").fields();
        for (int i = 0; i < FIELDS; i++) {
            fields = fields.name("f" + i).type(type(random, 0, "f" + i)).noDefault();
            fields = fields.name("skipped" + i).type(type(random, 0, "s" + i)).noDefault();
        }
        return fields.name("ts")
                .type(Schema.create(Schema.Type.LONG))
                .noDefault()
                .endRecord();
    }

    private static Schema type(Random random, int depth, String name) {
        return switch (random.nextInt(depth < 2 ? 12 : 7)) {
            case 0 -> Schema.create(Schema.Type.BOOLEAN);
            case 1 -> Schema.create(Schema.Type.INT);
            case 2 -> Schema.create(Schema.Type.LONG);
            case 3 -> Schema.create(Schema.Type.FLOAT);
            case 4 -> Schema.create(Schema.Type.DOUBLE);
            case 5 -> Schema.create(Schema.Type.STRING);
            case 6 -> Schema.create(Schema.Type.BYTES);
            case 7 -> Schema.createEnum("E" + name, null, null, List.of("A", "B", "C"));
            case 8 -> Schema.createFixed("F" + name, null, null, 1 + random.nextInt(9));
            case 9 -> Schema.createUnion(Schema.create(Schema.Type.NULL), type(random, 2, name + "u"));
            case 10 -> Schema.createArray(type(random, depth + 1, name + "a"));
            default -> Schema.createMap(type(random, depth + 1, name + "m"));
        };
    }

    private static Object expected(Object value, boolean numeric) {
        if (value == null) {
            return "missing";
        }
        if (value instanceof Number number) {
            return numeric ? (Object) number.doubleValue() : textOf(number);
        }
        boolean word = value instanceof CharSequence
                || value instanceof Boolean
                || value instanceof org.apache.avro.generic.GenericEnumSymbol;
        return word && !numeric ? value.toString() : "mistyped";
    }

    private static String textOf(Number number) {
        return number instanceof Double || number instanceof Float
                ? FeatureSlot.textOf(number.doubleValue())
                : number.toString();
    }
}
