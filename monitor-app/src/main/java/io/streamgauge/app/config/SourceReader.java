package io.streamgauge.app.config;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.decode.Format;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what a model's input topics look like. */
final class SourceReader {
    static final ValueType<String> FIELD = Values.matching(
            "the path of a field such as trip_start or features.distance", "[^\\s.]+(\\.[^\\s.]+){0,9}");

    private static final ValueType<Duration> FROM_ZERO = Values.duration(Duration.ZERO);
    private static final ValueType<Tolerance> TOLERANCE =
            new ValueType<>("a tolerance of at least 0 such as 0.01 or 1%", new Tolerance(0, false), Tolerance::parse);

    private static final ValueType<FeatureType> COMPARED = new ValueType<>(
            "numeric, categorical or boolean",
            FeatureType.NUMERIC,
            text -> Stream.of(FeatureType.NUMERIC, FeatureType.CATEGORICAL, FeatureType.BOOLEAN)
                    .filter(type -> type.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a type to compare")));

    private SourceReader() {}

    static SourceConfig source(Section section) {
        return source(section, section.map("ages", FIELD));
    }

    private static SourceConfig source(Section section, Map<String, String> ages) {
        return new SourceConfig(
                section.required("topic", Values.TOPIC),
                section.value("format", Values.constant(Format.class)),
                section.value("event-time", FIELD),
                section.value("id", FIELD),
                section.value("version", FIELD),
                guard(section),
                section.map("fields", FIELD),
                section.list("exclude", Values.TEXT),
                ages);
    }

    static PredictionsConfig predictions(Section section) {
        return new PredictionsConfig(
                source(section),
                section.value("score", FIELD),
                section.value("class", FIELD),
                section.optional("threshold", Values.number(-Double.MAX_VALUE, Double.MAX_VALUE)),
                section.value("feature-times", FIELD),
                section.optional("deployed-at", FIELD),
                section.optional("trained-at", FIELD));
    }

    static LabelsConfig labels(Section section) {
        return new LabelsConfig(
                source(section),
                section.value("label", FIELD),
                section.value("horizon", Values.duration(Duration.ofSeconds(1))));
    }

    static ReferenceConfig reference(Section section) {
        return new ReferenceConfig(
                source(section, Map.of()),
                section.map("tolerance", TOLERANCE),
                section.optional("round", Values.wholeNumber(0, 15)),
                section.map("compare", COMPARED),
                section.list("list-as-set", Values.TEXT),
                section.value("ttl", Values.duration(Duration.ofSeconds(1))));
    }

    private static GuardConfig guard(Section section) {
        return new GuardConfig(
                section.value("lateness", FROM_ZERO),
                section.value("idle-after", Values.duration(Duration.ofSeconds(1))),
                section.value("max-ahead", FROM_ZERO),
                section.value("earliest", Values.INSTANT));
    }
}
