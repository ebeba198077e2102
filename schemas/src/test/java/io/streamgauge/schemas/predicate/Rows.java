package io.streamgauge.schemas.predicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The features and events that the tests of predicates share. */
final class Rows {
    static final List<FeatureSchema> FEATURES = List.of(
            feature("age", FeatureType.NUMERIC),
            feature("fare", FeatureType.NUMERIC),
            feature("country", FeatureType.CATEGORICAL),
            feature("note", FeatureType.CATEGORICAL),
            feature("vip", FeatureType.BOOLEAN),
            feature("prediction.score", FeatureType.NUMERIC),
            feature("trip miles", FeatureType.NUMERIC));

    private Rows() {}

    /** Values in the order of the features: a Double, String, Boolean or null for a missing one. */
    static EventBuffer event(@Nullable Object... values) {
        var event = new EventBuffer(FEATURES.size());
        for (int slot = 0; slot < values.length; slot++) {
            Object value = values[slot];
            if (value instanceof Double number) {
                event.number(slot, number);
            } else if (value instanceof String text) {
                byte[] padded = ("<" + text + ">").getBytes(UTF_8); // a text is a part of a larger record
                event.text(slot, padded, 1, padded.length - 2);
            } else if (value instanceof Boolean bool) {
                event.bool(slot, bool);
            }
        }
        return event;
    }

    private static FeatureSchema feature(String name, FeatureType type) {
        return new FeatureSchema(name, Source.FEATURES, type);
    }
}
