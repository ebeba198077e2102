package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with one window, in itself and against the window before and training, and which change of the schema would accept it. */
public final class WindowFindings {
    private final WindowSchema schema;
    private final List<Anomaly> own;
    private final ControlData controls;
    private final WeighableStatistics now;
    private final ControlData served;
    private final List<Anomaly> skew;
    private final @Nullable WeighableStatistics training;

    /** @param served the window without the features that no event has, as training is compared with it */
    WindowFindings(
            WindowSchema schema,
            WeighableStatistics now,
            WeighableStatistics served,
            @Nullable WeighableStatistics before,
            @Nullable WeighableStatistics training) {
        this.schema = schema;
        this.now = now;
        this.served = new ControlData(null, served, null);
        this.training = training;
        this.controls = new ControlData(before, null, null);
        this.own = Stream.concat(
                        SchemaCheck.anomalies(schema.contract(), now, controls, schema.options()).stream(),
                        SchemaCheck.anomalies(schema.contract(), served, controls, schema.options()).stream()
                                .filter(WindowFindings::saysThatNothingCanBeCompared))
                .toList();
        this.skew = training == null
                ? List.of()
                : SchemaCheck.skew(schema.contract(), training, this.served, schema.options());
    }

    /** A feature that no event has is like a column that a file lacks, but only here: else its absence would have another name. */
    private static boolean saysThatNothingCanBeCompared(Anomaly anomaly) {
        return anomaly.type() == AnomalyType.COMPARATOR_TREATMENT_DATA_MISSING;
    }

    /** What is wrong of that type; empty if nothing is. */
    public Optional<Anomaly> of(@Nullable String feature, AnomalyType type, boolean againstTraining) {
        return (againstTraining ? skew : own)
                .stream()
                        .filter(anomaly -> anomaly.type() == type
                                && (feature == null ? anomaly.feature() == null : feature.equals(anomaly.feature())))
                        .findFirst();
    }

    /** How far the window is from training, and how far it may be. */
    public record Distance(double value, double limit) {}

    /** The distance of that type; empty where there is nothing to compare. */
    public Optional<Distance> skewOf(@Nullable String feature, AnomalyType type) {
        WeighableStatistics serving = served.serving();
        Optional<FeatureContract> known = schema.contract().features().stream()
                .filter(each -> each.name().equals(feature))
                .findFirst();
        if (training == null || serving == null || known.isEmpty()) {
            return Optional.empty();
        }
        FeatureContract expected = known.get();
        Double limit = ComparatorCheck.limit(type, expected.skew());
        var path = List.of(expected.name());
        var there = training.byCount().feature(path);
        var here = serving.byCount().feature(path);
        if (limit == null || there.isEmpty() || here.isEmpty()) {
            return Optional.empty();
        }
        var distance = ComparatorCheck.distance(
                type, there.get(), here.get(), expected.skew(), schema.options().compatibility());
        return distance.isEmpty() || !Double.isFinite(distance.getAsDouble())
                ? Optional.empty()
                : Optional.of(new Distance(distance.getAsDouble(), limit));
    }

    /** The change of the schema that would accept an anomaly, on one line; null if there is none, or it would show values that must not be. */
    public @Nullable String patch(Anomaly anomaly, boolean againstTraining) {
        if (isSensitive(anomaly)) {
            return null;
        }
        var patches = againstTraining && training != null
                ? new SchemaPatches(schema.contract(), training, served, schema.options())
                : new SchemaPatches(schema.contract(), now, controls, schema.options());
        return patches.linePatch(anomaly).orElse(null);
    }

    /** What there is to say to a person: of a sensitive feature no more than the kind of trouble. */
    public String note(Anomaly anomaly) {
        return isSensitive(anomaly) ? anomaly.shortDescription() : anomaly.description();
    }

    private boolean isSensitive(Anomaly anomaly) {
        return anomaly.feature() != null
                && schema.feature(anomaly.feature())
                        .map(FeatureContract::sensitive)
                        .orElse(false);
    }
}
