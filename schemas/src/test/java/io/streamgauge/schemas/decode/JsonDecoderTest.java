package io.streamgauge.schemas.decode;

import static io.streamgauge.schemas.contract.FeatureType.BOOLEAN;
import static io.streamgauge.schemas.contract.FeatureType.CATEGORICAL;
import static io.streamgauge.schemas.contract.FeatureType.NUMERIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.NewColumn;
import io.streamgauge.schemas.serde.WireFormat;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {
    private static final long NOON = Instant.parse("2001-02-03T12:00:00Z").toEpochMilli();

    private final Fixtures flights = new Fixtures();

    private EventBuffer decoded(String json) {
        EventBuffer row = flights.buffer();
        assertThat(flights.json().decode(Fixtures.utf8(json), row)).isNull();
        return row;
    }

    @Test
    void everyKindOfFieldReachesItsSlot() {
        flights.field("distance", NUMERIC)
                .field("origin", CATEGORICAL)
                .field("late", BOOLEAN)
                .field("seats.first", NUMERIC)
                .field("a.b", NUMERIC)
                .field("gate", CATEGORICAL)
                .field("absent", NUMERIC)
                .field("none", NUMERIC);

        EventBuffer row = decoded("""
                {'id': 17, 'ts': '2001-02-03T12:00:00Z', 'version': '7', 'distance': 2475, 'origin': 'Zürich', 'late': false,
                 'seats': {'first': 8.5}, 'a.b': NaN, 'features': {'gate': 7, 'distance': 1}, 'none': null}""");

        assertThat(Fixtures.slots(row))
                .containsExactly(2475.0, "Zürich", "false", 8.5, Double.NaN, "7", "missing", "missing");
        assertThat(row.id()).isEqualTo("17");
        assertThat(row.version()).isEqualTo("7");
        assertThat(row.eventTimeMs()).isEqualTo(NOON);
    }

    @Test
    void valueOfAnotherKindIsMistyped() {
        flights.field("text", NUMERIC)
                .field("list", NUMERIC)
                .field("object", CATEGORICAL)
                .field("flag", NUMERIC);

        EventBuffer row = decoded("{'ts': 1.0E12, 'text': '3', 'list': [1], 'object': {}, 'flag': true}");

        assertThat(Fixtures.slots(row)).containsOnly("mistyped");
        assertThat(row.eventTimeMs()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void agesAreSecondsFromATimeToTheEvent() {
        flights.field("distance", NUMERIC)
                .age("a", "written")
                .age("b", "at.millis")
                .age("c", "later")
                .age("d", "none")
                .age("e", "garbage")
                .age("f", "flag");

        EventBuffer row = decoded("""
                {'written': '2001-02-03T11:59:00Z', 'at': {'millis': 981201600000}, 'later': '2001-02-03T12:00:00.500Z', 'none': null,
                 'garbage': 'soon', 'flag': true, 'distance': 7, 'ts': '2001-02-03T12:00:00Z'}""");

        assertThat(Fixtures.slots(row)).containsExactly(7.0, 60.0, 0.0, -0.5, "missing", "mistyped", "mistyped");
    }

    @Test
    void agesComeBehindADerivedClass() {
        flights.predictions(0.5)
                .field(FeatureSchema.PREDICTION_SCORE, "score", NUMERIC)
                .age("features", "computed");

        EventBuffer row = decoded("{'ts': 90000, 'score': 0.75, 'computed': 30000}");

        assertThat(Fixtures.slots(row)).containsExactly(0.75, "true", 60.0);
        assertThat(flights.mapping(Format.JSON).features())
                .extracting(FeatureSchema::name)
                .containsExactly("prediction.score", "prediction.class", "age(features)");
    }

    @Test
    void listsOfTheRightKindAreCounted() {
        flights.field("numbers", NUMERIC)
                .field("texts", CATEGORICAL)
                .field("none", NUMERIC)
                .field("flags", BOOLEAN)
                .field("mixed", CATEGORICAL)
                .field("deep", NUMERIC)
                .field("wrong", NUMERIC);

        EventBuffer row = decoded("""
                {'ts': 5, 'numbers': [1, 2.5, null], 'texts': ['a'], 'none': [], 'flags': [true, false], 'mixed': [1, 'a'],
                 'deep': [[1]], 'wrong': ['a']}""");

        assertThat(Fixtures.lists(row)).containsExactly(3, 1, 0, 2, null, null, null);
    }

    @Test
    void theFirstColumnThatNobodyExpectsIsNamed() {
        flights.field("distance", NUMERIC).field("seats.first", NUMERIC);
        String known = "'id': 1, 'ts': 5, 'version': 2, 'distance': 3, 'seats': {'first': 1, 'coach': 2}";
        String json = "{" + known + ", 'gone': null, 'gate': 'B7', 'features': {'more': 1.5}}";

        assertThat(decoded(json).newColumn()).as("nobody asks").isNull();
        flights.expecting("other");
        assertThat(decoded(json).newColumn()).isEqualTo(new NewColumn("gate", "text"));
        flights.expecting("gate");
        assertThat(decoded(json).newColumn()).isEqualTo(new NewColumn("more", "float"));
        assertThat(decoded("{" + known + ", 'gate': 'B7'}").newColumn()).isNull();
        assertThat(decoded("{" + known + ", 'a': [[true]]}").newColumn()).isEqualTo(new NewColumn("a", "boolean"));
    }

    @Test
    void headerOfTheJsonSerializerIsSkipped() {
        flights.field("x", NUMERIC);
        EventBuffer row = flights.buffer();
        byte[] framed = WireFormat.encode(5, Fixtures.utf8("{'ts': 5, 'x': 2}"));

        assertThat(flights.json().decode(framed, row)).isNull();
        assertThat(row.number(0)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "null", "3", "{", "{'ts': 5} x", "{'ts': 5}{}", "{'ts': 05}", "\u0000{'ts': 5}"})
    void anythingButOneObjectIsMalformed(String json) {
        Rejection rejection = flights.json().decode(Fixtures.utf8(json), flights.buffer());

        assertThat(rejection).isNotNull().extracting(Rejection::reason).isEqualTo(RejectReason.MALFORMED);
    }

    @Test
    void deeplyNestedJsonIsMalformed() {
        Rejection rejection = flights.json()
                .decode(
                        Fixtures.utf8("{'ts': 5, 'x': " + "[".repeat(50_000) + "]".repeat(50_000) + "}"),
                        flights.buffer());

        assertThat(rejection).isNotNull().extracting(Rejection::reason).isEqualTo(RejectReason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'ts': null}", "{'ts': 'soon'}", "{'ts': true}", "{'ts': NaN}", "{'ts': [5]}"})
    void eventWithoutTimeIsRejected(String json) {
        Rejection rejection = flights.json().decode(Fixtures.utf8(json), flights.buffer());

        assertThat(rejection).isEqualTo(new Rejection(RejectReason.NO_EVENT_TIME, "'ts' is missing or no time", null));
    }
}
