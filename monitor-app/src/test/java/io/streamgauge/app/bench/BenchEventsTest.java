package io.streamgauge.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.decode.FieldMapping;
import io.streamgauge.schemas.decode.Format;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BenchEventsTest {
    private static final int FEATURES = 50;

    private final BenchEvents events = new BenchEvents(FEATURES, Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void decodedEventsSayWhatWasWritten() throws IOException {
        var registry = new InMemoryRegistry();
        int schema = registry.register("bench", events.schema());
        EventDecoder decoder = EventDecoders.of(mapping(), registry);
        var written = new EventBuffer(FEATURES);
        var read = new EventBuffer(FEATURES);
        int missing = 0;
        for (int event = 0; event < 100; event++) {
            byte[] value = WireFormat.encode(schema, events.body(event, written));

            assertThat(decoder.decode(value, read)).isNull();

            assertThat(read.eventTimeMs()).isEqualTo(events.timeMs(event));
            assertThat(read.version()).isEqualTo("1");
            for (int slot = 0; slot < FEATURES; slot++) {
                assertThat(Double.valueOf(read.number(slot))).isEqualTo(Double.valueOf(written.number(slot)));
                assertThat(read.text(slot)).isEqualTo(written.text(slot));
                missing += read.isMissing(slot) ? 1 : 0;
            }
        }
        assertThat(missing).isBetween(50, 150);
    }

    @Test
    void oneFeatureInFiveIsAText() throws IOException {
        assertThat(events.features())
                .filteredOn(feature -> feature.type() == FeatureType.CATEGORICAL)
                .hasSize(FEATURES / 5);
        assertThat(events.baseline().features(Source.FEATURES)).hasSize(FEATURES);
    }

    private SourceMapping mapping() {
        return new SourceMapping(
                Source.FEATURES,
                BenchTopics.EVENTS,
                Format.AVRO,
                "id",
                "ts",
                "version",
                events.features().stream()
                        .map(feature -> new FieldMapping(feature.name(), feature.name(), feature.type()))
                        .toList(),
                null);
    }
}
