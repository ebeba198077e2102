package io.streamgauge.schemas.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What is made here, the decoder of the same source reads. */
class CanaryEventTest {
    private static final long NOW_MS = 1_790_000_000_123L;

    private final InMemoryRegistry registry = new InMemoryRegistry();

    private static SourceMapping mapping(Format format, String id, String eventTime) {
        return new SourceMapping(
                Source.FEATURES,
                "t",
                format,
                id,
                eventTime,
                "version",
                List.of(new FieldMapping("x", "trip.x", FeatureType.NUMERIC)),
                null);
    }

    private EventBuffer read(SourceMapping mapping, byte[] value) {
        var event = new EventBuffer(1);
        assertThat(EventDecoders.of(mapping, registry).decode(value, event)).isNull();
        return event;
    }

    private EventBuffer avro(String eventTime, String fields) {
        Schema schema = new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"Trip\", \"fields\": [%s]}".formatted(fields));
        SourceMapping mapping = mapping(Format.AVRO, "id", eventTime);
        return read(
                mapping,
                CanaryEvent.avro(
                        mapping, schema, registry.register("t" + schema.hashCode(), schema), "canary-1", NOW_MS));
    }

    @Test
    void jsonHasTheTimeAndTheIdWhereTheMappingSays() {
        SourceMapping mapping = mapping(Format.JSON, "meta.id", "meta.at");

        EventBuffer event = read(mapping, CanaryEvent.json(mapping, "canary-1", NOW_MS));

        assertThat(event.eventTimeMs()).isEqualTo(NOW_MS);
        assertThat(event.id()).isEqualTo("canary-1");
        assertThat(event.isMissing(0)).isTrue();
    }

    @Test
    void avroIsByTheSchemaWhateverItsFieldsAre() {
        EventBuffer event = avro("ts", """
                {"name": "id", "type": "string"},
                {"name": "ts", "type": {"type": "long", "logicalType": "timestamp-micros"}},
                {"name": "trip", "type": {"type": "record", "name": "Inner", "fields": [{"name": "x", "type": ["null", "double"]}]}},
                {"name": "flag", "type": "boolean"}, {"name": "n", "type": "int"}, {"name": "f", "type": "float"},
                {"name": "d", "type": "double"}, {"name": "b", "type": "bytes"}, {"name": "l", "type": {"type": "array", "items": "int"}},
                {"name": "m", "type": {"type": "map", "values": "int"}},
                {"name": "h", "type": {"type": "fixed", "name": "Hash", "size": 4}},
                {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["A", "B"]}},
                {"name": "self", "type": ["null", "Trip"]}
                """);

        assertThat(event.eventTimeMs()).isEqualTo(NOW_MS);
        assertThat(event.id()).isEqualTo("canary-1");
        assertThat(event.isMissing(0)).isTrue();
    }

    @Test
    void theTimeMayBeNullableNestedMillisecondsOrText() {
        assertThat(avro("at.ts", """
                {"name": "at", "type": ["null", {"type": "record", "name": "At", "fields": [{"name": "ts", "type": ["null", "long"]}]}]}
                """).eventTimeMs()).isEqualTo(NOW_MS);
        assertThat(avro("ts", "{\"name\": \"ts\", \"type\": \"string\"}").eventTimeMs())
                .isEqualTo(NOW_MS);
        assertThat(avro(
                                "ts",
                                "{\"name\": \"ts\", \"type\": {\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}}")
                        .eventTimeMs())
                .isEqualTo(NOW_MS);
    }

    @Test
    void aSchemaThatHoldsItselfForEverIsRefused() {
        assertThatThrownBy(() ->
                        avro("ts", "{\"name\": \"ts\", \"type\": \"long\"}, {\"name\": \"self\", \"type\": \"Trip\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Trip holds itself");
    }
}
