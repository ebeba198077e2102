package io.streamgauge.app.demo;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.baseline.EventRows;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.decode.FieldMapping;
import io.streamgauge.schemas.decode.Format;
import io.streamgauge.schemas.decode.Rejection;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The baseline of the demo's model: the flights of January, read by the same decoders as the live ones. */
public final class DemoBaseline {
    private static final String VERSION = "1";
    private static final double CLASS_THRESHOLD = 0.3;
    private static final Duration WINDOW = Duration.ofHours(1);

    private DemoBaseline() {}

    public static Baseline build() throws IOException {
        List<SourceMapping> mappings = List.of(features(), predictions(), labels());
        var schemas = new ArrayList<FeatureSchema>();
        mappings.forEach(mapping -> schemas.addAll(mapping.features()));
        return BaselineBuilder.of(DemoTraffic.MODEL, VERSION, new DataSchema(schemas))
                .windowSize(WINDOW)
                .build(consumer -> readJanuary(mappings, consumer));
    }

    private static void readJanuary(List<SourceMapping> mappings, EventRows.Consumer consumer) {
        var registry = new InMemoryRegistry();
        Map<String, Reading> readings = new HashMap<>();
        mappings.forEach(mapping -> readings.put(
                mapping.topic(),
                new Reading(
                        mapping.source(),
                        EventDecoders.of(mapping, registry),
                        new EventBuffer(mapping.features().size()))));
        try (var january = DemoTraffic.january(registry)) {
            while (january.hasNext()) {
                TimedRecord record = january.next();
                Reading reading = readings.get(record.topic());
                if (reading == null) {
                    throw new IllegalStateException("the demo's traffic has a topic of its own: " + record.topic());
                }
                Rejection rejection = reading.decoder().decode(record.value(), reading.event());
                if (rejection != null) {
                    throw new IllegalStateException("January has a malformed record: " + rejection);
                }
                consumer.accept(reading.source(), reading.event());
            }
        }
    }

    private record Reading(Source source, EventDecoder decoder, EventBuffer event) {}

    private static SourceMapping features() {
        return mapping(
                Source.FEATURES,
                DemoTraffic.FEATURES_TOPIC,
                "departure",
                null,
                new FieldMapping("distance", "distance", FeatureType.NUMERIC),
                new FieldMapping("origin", "origin", FeatureType.CATEGORICAL),
                new FieldMapping("destination", "destination", FeatureType.CATEGORICAL));
    }

    private static SourceMapping predictions() {
        return mapping(
                Source.PREDICTIONS,
                DemoTraffic.PREDICTIONS_TOPIC,
                "predicted_at",
                CLASS_THRESHOLD,
                new FieldMapping(FeatureSchema.PREDICTION_SCORE, "late_probability", FeatureType.NUMERIC));
    }

    private static SourceMapping labels() {
        return mapping(
                Source.LABELS,
                DemoTraffic.LABELS_TOPIC,
                "landed_at",
                null,
                new FieldMapping(FeatureSchema.LABEL, "late", FeatureType.BOOLEAN));
    }

    private static SourceMapping mapping(
            Source source, String topic, String eventTime, @Nullable Double threshold, FieldMapping... fields) {
        return new SourceMapping(
                source, topic, Format.AVRO, "flight_id", eventTime, "model_version", List.of(fields), threshold);
    }
}
