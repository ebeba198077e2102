package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one topic become events of one source: which field is the id, the event time, the model version,
 * and which are features.
 *
 * <p>Slot {@code i} of an event holds {@code features().get(i)}: the mapped fields in order and, for predictions with a
 * threshold and without a class field, the derived class behind them; the ages come last.
 *
 * @param id path of the id, null if the records have none
 * @param version path of the model version, null if the records have none
 * @param threshold a prediction is {@code true} if its score is at least this; null if no class is to be derived
 * @param expected columns that a record may have besides those that are mapped; null: any
 * @param ages times whose age is profiled
 */
public record SourceMapping(
        Source source,
        String topic,
        Format format,
        @Nullable String id,
        String eventTime,
        @Nullable String version,
        List<FieldMapping> fields,
        @Nullable Double threshold,
        @Nullable Set<String> expected,
        List<AgeField> ages) {
    public SourceMapping {
        fields = List.copyOf(fields);
        ages = List.copyOf(ages);
        expected = expected == null ? null : Set.copyOf(expected);
        if (eventTime.isBlank()) {
            throw new IllegalArgumentException("event time of topic '%s' must not be blank".formatted(topic));
        }
    }

    /** Of records that may have any columns besides. */
    public SourceMapping(
            Source source,
            String topic,
            Format format,
            @Nullable String id,
            String eventTime,
            @Nullable String version,
            List<FieldMapping> fields,
            @Nullable Double threshold) {
        this(source, topic, format, id, eventTime, version, fields, threshold, null);
    }

    /** Of records whose times are not asked how old they are. */
    public SourceMapping(
            Source source,
            String topic,
            Format format,
            @Nullable String id,
            String eventTime,
            @Nullable String version,
            List<FieldMapping> fields,
            @Nullable Double threshold,
            @Nullable Set<String> expected) {
        this(source, topic, format, id, eventTime, version, fields, threshold, expected, List.of());
    }

    /** The same with ages. */
    public SourceMapping withAges(List<AgeField> others) {
        return new SourceMapping(source, topic, format, id, eventTime, version, fields, threshold, expected, others);
    }

    /** The same of records that have no other columns than those that are mapped and these. */
    public SourceMapping expecting(Set<String> columns) {
        return new SourceMapping(source, topic, format, id, eventTime, version, fields, threshold, columns, ages);
    }

    /** Which feature each slot holds. */
    public List<FeatureSchema> features() {
        List<FeatureSchema> features = new ArrayList<>();
        for (FieldMapping field : fields) {
            features.add(new FeatureSchema(field.feature(), source, field.type()));
        }
        if (derivesClass()) {
            features.add(new FeatureSchema(FeatureSchema.PREDICTION_CLASS, source, FeatureType.BOOLEAN));
        }
        ages.forEach(age -> features.add(age.schema(source)));
        return features;
    }

    boolean derivesClass() {
        return threshold != null
                && slotOf(FeatureSchema.PREDICTION_SCORE) >= 0
                && slotOf(FeatureSchema.PREDICTION_CLASS) < 0;
    }

    /** The slot of a mapped feature, -1 if it is not mapped. */
    int slotOf(String feature) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).feature().equals(feature)) {
                return i;
            }
        }
        return -1;
    }
}
