package io.streamgauge.schemas.decode;

import static io.streamgauge.schemas.contract.FeatureType.BOOLEAN;
import static io.streamgauge.schemas.contract.FeatureType.CATEGORICAL;
import static io.streamgauge.schemas.contract.FeatureType.NUMERIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.NewColumn;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.RegistryUnavailableException;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class AvroDecoderTest {
    private static final long NOON = Instant.parse("2001-02-03T12:00:00Z").toEpochMilli();

    private static final Schema FLIGHT = Fixtures.schema("""
            {'type': 'record', 'name': 'Flight', 'fields': [
              {'name': 'id', 'type': 'string'},
              {'name': 'ts', 'type': {'type': 'long', 'logicalType': 'timestamp-millis'}},
              {'name': 'version', 'type': ['null', 'string'], 'default': null},
              {'name': 'distance', 'type': ['null', 'double']},
              {'name': 'origin', 'type': 'string'},
              {'name': 'late', 'type': 'boolean'},
              {'name': 'kind', 'type': {'type': 'enum', 'name': 'Kind', 'symbols': ['JET', 'PROP']}},
              {'name': 'seats', 'type': ['null', {'type': 'record', 'name': 'Seats', 'fields': [
                 {'name': 'first', 'type': 'int'}, {'name': 'coach', 'type': 'float'}]}]},
              {'name': 'codes', 'type': {'type': 'array', 'items': 'int'}},
              {'name': 'price', 'type': {'type': 'bytes', 'logicalType': 'decimal', 'precision': 9, 'scale': 2}},
              {'name': 'raw', 'type': {'type': 'fixed', 'name': 'Raw', 'size': 3}},
              {'name': 'day', 'type': {'type': 'int', 'logicalType': 'date'}},
              {'name': 'extra', 'type': {'type': 'map', 'values': ['null', 'string', 'long', 'double']}}
            ]}""");

    private final Fixtures flights = new Fixtures();

    private static GenericRecord flight() {
        GenericRecord seats = new GenericRecordBuilder(
                        FLIGHT.getField("seats").schema().getTypes().get(1))
                .set("first", 8)
                .set("coach", 120.5f)
                .build();
        return new GenericRecordBuilder(FLIGHT)
                .set("id", "f1")
                .set("ts", NOON)
                .set("version", "7")
                .set("distance", 2475.0)
                .set("origin", "JFK")
                .set("late", true)
                .set("kind", new GenericData.EnumSymbol(FLIGHT.getField("kind").schema(), "PROP"))
                .set("seats", seats)
                .set("codes", List.of(1, 2, 3))
                .set(
                        "price",
                        ByteBuffer.wrap(
                                new BigDecimal("-199.95").unscaledValue().toByteArray()))
                .set("raw", new GenericData.Fixed(FLIGHT.getField("raw").schema(), new byte[] {1, 2, 3}))
                .set("day", 11_356)
                .set("extra", Map.of("gate", "B7", "bags", 3L, "fuel", 0.5))
                .build();
    }

    private EventBuffer decoded(GenericRecord event) {
        EventBuffer row = flights.buffer();
        assertThat(flights.avro().decode(flights.framed(event), row)).isNull();
        return row;
    }

    private Rejection rejected(byte[] value) {
        Rejection rejection = flights.avro().decode(value, flights.buffer());
        assertThat(rejection).isNotNull();
        return rejection;
    }

    @Test
    void listsOfTheRightKindAreCounted() {
        Schema schema = Fixtures.schema("""
                {'type': 'record', 'name': 'Lists', 'fields': [
                  {'name': 'ts', 'type': 'long'},
                  {'name': 'numbers', 'type': {'type': 'array', 'items': ['null', 'double']}},
                  {'name': 'texts', 'type': ['null', {'type': 'array', 'items': 'string'}]},
                  {'name': 'deep', 'type': {'type': 'array', 'items': {'type': 'array', 'items': 'int'}}}
                ]}""");
        GenericRecord lists = new GenericRecordBuilder(schema)
                .set("ts", NOON)
                .set("numbers", Arrays.asList(1.0, null, 3.0))
                .set("texts", List.of("a", "b"))
                .set("deep", List.of(List.of(1)))
                .build();
        flights.field("numbers", NUMERIC)
                .field("texts", CATEGORICAL)
                .field("deep", NUMERIC)
                .field("a", "texts", NUMERIC);
        EventBuffer row = flights.buffer();

        assertThat(flights.avro().decode(flights.framed(lists), row)).isNull();
        assertThat(Fixtures.lists(row)).containsExactly(3, 2, null, null);
    }

    @Test
    void theFirstColumnThatNobodyExpectsIsNamed() {
        flights.field("distance", NUMERIC).field("seats.first", NUMERIC);

        assertThat(newColumn()).as("nobody asks").isNull();
        flights.expecting("origin");
        assertThat(newColumn()).isEqualTo(new NewColumn("late", "boolean"));
        flights.expecting("origin", "late", "kind");
        assertThat(newColumn()).isEqualTo(new NewColumn("codes", "integer"));
        flights.expecting("origin", "late", "kind", "codes", "price", "raw", "day");
        assertThat(newColumn()).isEqualTo(new NewColumn("extra", "record"));
        flights.expecting("origin", "late", "kind", "codes", "price", "raw", "day", "extra");
        assertThat(newColumn()).isNull();
    }

    private NewColumn newColumn() {
        EventBuffer row = flights.buffer();
        assertThat(flights.avro().decode(flights.framed(flight()), row)).isNull();
        return row.newColumn();
    }

    @Test
    void everyKindOfFieldReachesItsSlot() {
        flights.field("distance", NUMERIC)
                .field("origin", CATEGORICAL)
                .field("late", BOOLEAN)
                .field("kind", CATEGORICAL)
                .field("seats.first", NUMERIC)
                .field("seats.coach", NUMERIC)
                .field("price", NUMERIC)
                .field("day", NUMERIC)
                .field("ts", NUMERIC)
                .field("extra.gate", CATEGORICAL)
                .field("extra.bags", NUMERIC)
                .field("extra.fuel", NUMERIC);

        EventBuffer row = decoded(flight());

        assertThat(Fixtures.slots(row))
                .containsExactly(
                        2475.0,
                        "JFK",
                        "true",
                        "PROP",
                        8.0,
                        120.5,
                        -199.95,
                        11_356 * 86_400_000.0,
                        (double) NOON,
                        "B7",
                        3.0,
                        0.5);
        assertThat(row.eventTimeMs()).isEqualTo(NOON);
        assertThat(row.id()).isEqualTo("f1");
        assertThat(row.version()).isEqualTo("7");
    }

    @Test
    void nullAndAbsentAreMissing() {
        flights.field("distance", NUMERIC)
                .field("seats.first", NUMERIC)
                .field("extra.none", NUMERIC)
                .field("no.such", NUMERIC);
        GenericRecord event = flight();
        event.put("distance", null);
        event.put("seats", null);

        assertThat(Fixtures.slots(decoded(event))).containsOnly("missing").hasSize(4);
    }

    @Test
    void valueOfAnotherKindIsMistypedOrItsText() {
        flights.field("origin", NUMERIC)
                .field("codes", CATEGORICAL)
                .field("raw", NUMERIC)
                .field("extra", NUMERIC)
                .field("seats", NUMERIC)
                .field("late", NUMERIC)
                .field("distance", CATEGORICAL)
                .field("extra.bags", CATEGORICAL);

        assertThat(Fixtures.slots(decoded(flight())))
                .containsExactly("mistyped", "mistyped", "mistyped", "mistyped", "mistyped", "mistyped", "2475", "3");
    }

    @Test
    void plainNameIsLookedUpInTheMapOfFeatures() {
        Schema envelope = Fixtures.schema("""
                {'type': 'record', 'name': 'Envelope', 'fields': [{'name': 'ts', 'type': 'long'},
                  {'name': 'features', 'type': {'type': 'map', 'values': ['null', 'boolean', 'long', 'double', 'string']}}]}""");
        GenericRecord event = new GenericRecordBuilder(envelope)
                .set("ts", NOON)
                .set("features", Map.of("distance", 100L, "a.b", "x"))
                .build();
        flights.field("distance", NUMERIC).field("a.b", CATEGORICAL).field("origin", CATEGORICAL);

        assertThat(Fixtures.slots(decoded(event))).containsExactly(100.0, "x", "missing");
    }

    @Test
    void classOfAPredictionIsItsScoreAgainstTheThreshold() {
        Schema prediction = Fixtures.schema("""
                {'type': 'record', 'name': 'Prediction', 'fields': [{'name': 'ts', 'type': 'long'},
                  {'name': 'p', 'type': ['null', 'double']}]}""");
        flights.predictions(0.5).field("prediction.score", "p", NUMERIC);
        GenericRecordBuilder event = new GenericRecordBuilder(prediction).set("ts", NOON);

        assertThat(Fixtures.slots(decoded(event.set("p", 0.5).build()))).containsExactly(0.5, "true");
        assertThat(Fixtures.slots(decoded(event.set("p", 0.49).build()))).containsExactly(0.49, "false");
        assertThat(Fixtures.slots(decoded(event.set("p", Double.NaN).build()))).containsExactly(Double.NaN, "missing");
        assertThat(Fixtures.slots(decoded(event.set("p", null).build()))).containsExactly("missing", "missing");
    }

    @Test
    void eventTimeIsReadInEveryUsualForm() {
        assertThat(timeOf("'long'", NOON)).isEqualTo(NOON);
        assertThat(timeOf("{'type': 'long', 'logicalType': 'timestamp-micros'}", NOON * 1000 + 999))
                .isEqualTo(NOON);
        assertThat(timeOf("['null', 'string']", "2001-02-03T12:00:00")).isEqualTo(NOON);
        assertThat(timeOf("{'type': 'int', 'logicalType': 'date'}", 11_356)).isEqualTo(11_356 * 86_400_000L);
    }

    private static long timeOf(String type, Object value) {
        Fixtures fixtures = new Fixtures();
        EventBuffer row = fixtures.buffer();
        byte[] framed = fixtures.framed(
                new GenericRecordBuilder(timed(type)).set("ts", value).build());
        assertThat(fixtures.avro().decode(framed, row)).isNull();
        return row.eventTimeMs();
    }

    private static Schema timed(String type) {
        return Fixtures.schema(
                "{'type': 'record', 'name': 'Timed', 'fields': [{'name': 'ts', 'type': %s}]}".formatted(type));
    }

    @Test
    void brokenRecordIsRejectedWithItsReason() {
        flights.field("distance", NUMERIC);
        byte[] good = flights.framed(flight());

        assertThat(flights.avro().decode(null, flights.buffer()))
                .isEqualTo(new Rejection(RejectReason.NO_VALUE, "the record has no value", null));
        assertThat(rejected(new byte[0]).reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(rejected(Arrays.copyOf(good, good.length - 1)).reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(rejected(Arrays.copyOf(good, good.length + 1)))
                .isEqualTo(new Rejection(RejectReason.MALFORMED, "1 bytes behind the end of the record", 1));
        assertThat(rejected(WireFormat.encode(99, new byte[] {1})))
                .isEqualTo(new Rejection(RejectReason.UNKNOWN_SCHEMA, "the registry has no usable schema 99", 99));
        assertThat(rejected(new byte[MappedFields.MAX_VALUE_BYTES + 1]).reason())
                .isEqualTo(RejectReason.TOO_LARGE);
    }

    @Test
    void schemaThatCannotHoldAnEventIsRejectedAsSuch() {
        int noRecord = flights.registry.register("a", Schema.create(Schema.Type.STRING));
        int noTime = flights.registry.register(
                "b", Fixtures.schema("{'type': 'record', 'name': 'Bare', 'fields': [{'name': 'x', 'type': 'int'}]}"));

        assertThat(rejected(WireFormat.encode(noRecord, new byte[] {0})).reason())
                .isEqualTo(RejectReason.SCHEMA_INCOMPATIBLE);
        assertThat(rejected(WireFormat.encode(noTime, new byte[] {0})).detail())
                .isEqualTo("schema 2 (Bare) has no field 'ts' for the event time");
    }

    @Test
    void eventWithoutTimeIsRejected() {
        byte[] framed = flights.framed(new GenericRecordBuilder(timed("['null', 'string']"))
                .set("ts", "soon")
                .build());

        assertThat(rejected(framed))
                .isEqualTo(new Rejection(RejectReason.NO_EVENT_TIME, "'ts' is missing or no time", 1));
    }

    @Test
    void unreachableRegistryIsNoReasonToReject() {
        SchemaRegistry down = new SchemaRegistry() {
            private final InMemoryRegistry known = new InMemoryRegistry();

            @Override
            public int register(String subject, Schema schema) {
                return known.register(subject, schema);
            }

            @Override
            public int idOf(String subject, Schema schema) {
                return known.idOf(subject, schema);
            }

            @Override
            public Schema byId(int id) {
                throw new RegistryUnavailableException("nobody answers", null);
            }
        };
        EventDecoder decoder = EventDecoders.of(flights.mapping(Format.AVRO), down);

        assertThatThrownBy(() -> decoder.decode(WireFormat.encode(1, new byte[0]), flights.buffer()))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void fewBytesThatClaimBillionsOfItemsAreRejectedAtOnce() {
        Schema bomb = Fixtures.schema("""
                {'type': 'record', 'name': 'Bomb', 'fields': [{'name': 'ts', 'type': 'long'},
                  {'name': 'nulls', 'type': {'type': 'array', 'items': 'null'}}]}""");
        int id = flights.registry.register("bomb", bomb);
        byte[] claim = {2, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 0};

        assertThat(rejected(WireFormat.encode(id, claim)).detail()).contains("collection items");
    }

    @Test
    void recordNestedWithoutEndIsRejected() {
        Schema list = Fixtures.schema("""
                {'type': 'record', 'name': 'Node', 'fields': [{'name': 'ts', 'type': 'long'},
                  {'name': 'next', 'type': ['null', 'Node']}]}""");
        int id = flights.registry.register("node", list);
        byte[] deep = new byte[20_000];
        Arrays.fill(deep, (byte) 2);

        assertThat(rejected(WireFormat.encode(id, deep)).detail()).contains("nested deeper");
    }

    @Test
    void evolvedSchemaIsReadByItsOwnPlan() {
        flights.field("distance", NUMERIC).field("speed", NUMERIC);
        Schema newer = Fixtures.schema("""
                {'type': 'record', 'name': 'Flight2', 'fields': [{'name': 'speed', 'type': 'float'},
                  {'name': 'ts', 'type': 'long'}, {'name': 'distance', 'type': 'int'}]}""");
        EventDecoder decoder = flights.avro();
        EventBuffer row = flights.buffer();

        decoder.decode(flights.framed(flight()), row);
        assertThat(Fixtures.slots(row)).containsExactly(2475.0, "missing");
        decoder.decode(
                flights.framed(new GenericRecordBuilder(newer)
                        .set("speed", 1.5f)
                        .set("ts", NOON)
                        .set("distance", 3)
                        .build()),
                row);
        assertThat(Fixtures.slots(row)).containsExactly(3.0, 1.5);
    }

    /** A producer is upgraded while the other goes on as it was: both write to the same partition. */
    @Test
    void writersOfFourSchemasTakeTurnsWithinOneStream() {
        Fixtures orders = new Fixtures()
                .field("amount", NUMERIC)
                .field("items", NUMERIC)
                .field("country", CATEGORICAL)
                .field("coupon", CATEGORICAL);
        EventDecoder decoder = orders.avro();
        EventBuffer row = orders.buffer();
        Schema first = order("{'name': 'amount', 'type': 'int'}, {'name': 'items', 'type': ['null', 'int']},"
                + " {'name': 'country', 'type': 'string'}");
        Schema promoted = order("{'name': 'amount', 'type': 'double'}, {'name': 'items', 'type': ['null', 'long']},"
                + " {'name': 'country', 'type': 'string'}");
        Schema nullLastAndOneMore = order("{'name': 'country', 'type': ['string', 'null']},"
                + " {'name': 'amount', 'type': ['double', 'null']}, {'name': 'items', 'type': ['null', 'float']},"
                + " {'name': 'coupon', 'type': ['null', 'string'], 'default': null}");
        Schema oneLess = order("{'name': 'amount', 'type': ['null', 'double']}");
        for (int i = 0; i < 3; i++) {
            assertThat(decoded(
                            orders,
                            decoder,
                            row,
                            order(first).set("amount", 3).set("items", null).set("country", "DE")))
                    .containsExactly(3.0, "missing", "DE", "missing");
            assertThat(decoded(
                            orders,
                            decoder,
                            row,
                            order(promoted).set("amount", 2.5).set("items", 7L).set("country", "FR")))
                    .containsExactly(2.5, 7.0, "FR", "missing");
            assertThat(decoded(
                            orders,
                            decoder,
                            row,
                            order(nullLastAndOneMore)
                                    .set("country", null)
                                    .set("amount", 1.5)
                                    .set("items", 0.5f)
                                    .set("coupon", "SPRING")))
                    .containsExactly(1.5, 0.5, "missing", "SPRING");
            assertThat(decoded(orders, decoder, row, order(oneLess).set("amount", 9.0)))
                    .containsExactly(9.0, "missing", "missing", "missing");
        }
    }

    private static Schema order(String fields) {
        return Fixtures.schema(
                "{'type': 'record', 'name': 'Order', 'fields': [{'name': 'ts', 'type': 'long'}, " + fields + "]}");
    }

    private static GenericRecordBuilder order(Schema schema) {
        return new GenericRecordBuilder(schema).set("ts", NOON);
    }

    private static List<Object> decoded(
            Fixtures fixtures, EventDecoder decoder, EventBuffer row, GenericRecordBuilder event) {
        assertThat(decoder.decode(fixtures.framed(event.build()), row)).isNull();
        assertThat(row.eventTimeMs()).isEqualTo(NOON);
        return Fixtures.slots(row);
    }
}
