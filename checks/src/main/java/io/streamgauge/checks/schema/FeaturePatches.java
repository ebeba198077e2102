package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Environments;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.Shape;
import io.streamgauge.schemas.inference.SchemaInference;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes the contract of one feature so that it accepts what was found. */
final class FeaturePatches {
    private final DataContract contract;
    private final @Nullable FeatureStatistics found;
    private final Controls controls;
    private final CheckOptions options;

    FeaturePatches(DataContract contract, @Nullable FeatureStatistics found, Controls controls, CheckOptions options) {
        this.contract = contract;
        this.found = found;
        this.controls = controls;
        this.options = options;
    }

    FeatureContract accepting(AnomalyType type, FeatureContract feature, double examples) {
        return switch (type) {
            case SCHEMA_MISSING_COLUMN, FEATURE_TYPE_NOT_PRESENT -> absent(feature);
            case SCHEMA_NEW_COLUMN ->
                feature.change().environments(environments(feature, true)).build();
            case COMPARATOR_CONTROL_DATA_MISSING, COMPARATOR_TREATMENT_DATA_MISSING -> notCompared(type, feature);
            case DERIVED_FEATURE_BAD_LIFECYCLE ->
                feature.change().lifecycle(Lifecycle.VALIDATION_DERIVED).build();
            case DERIVED_FEATURE_INVALID_SOURCE ->
                feature.change()
                        .derived(true)
                        .lifecycle(Lifecycle.VALIDATION_DERIVED)
                        .build();
            default -> found == null ? feature : ofFound(type, feature, found, examples);
        };
    }

    private FeatureContract ofFound(
            AnomalyType type, FeatureContract feature, FeatureStatistics data, double examples) {
        return switch (type) {
            case UNEXPECTED_DATA_TYPE, FEATURE_MISSING_TYPE -> typed(feature, data);
            case FEATURE_TYPE_LOW_FRACTION_PRESENT, FEATURE_TYPE_LOW_NUMBER_PRESENT ->
                feature.change()
                        .presence(presence(feature.presence(), data, examples))
                        .build();
            case FEATURE_TYPE_LOW_NUMBER_VALUES, FEATURE_TYPE_HIGH_NUMBER_VALUES ->
                feature.change().shape(widened(feature.shape(), data)).build();
            case VALUE_NESTEDNESS_MISMATCH ->
                feature.change().shape(SchemaInference.shape(data)).build();
            case INVALID_FEATURE_SHAPE ->
                feature.change().shape(new Shape.Free()).build();
            case FEATURE_TYPE_NO_UNIQUE -> feature.change().unique(null).build();
            case FEATURE_TYPE_LOW_UNIQUE, FEATURE_TYPE_HIGH_UNIQUE ->
                feature.change().unique(unique(feature.unique(), data)).build();
            case COMPARATOR_L_INFTY_HIGH,
                    COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH,
                    COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH -> compared(feature, data);
            case STATISTIC_OUT_OF_LIMITS ->
                feature.change()
                        .distribution(Aggregated.widened(feature.distribution(), data))
                        .build();
            case STATS_NOT_AVAILABLE ->
                DomainPatches.accepting(type, feature, data)
                        .change()
                        .distribution(Aggregated.answerable(feature.distribution(), data))
                        .build();
            case INVALID_SCHEMA_SPECIFICATION -> sound(feature);
            default -> DomainPatches.accepting(type, feature, data);
        };
    }

    /** In one environment the feature is not expected any more; without one it is deprecated. */
    private FeatureContract absent(FeatureContract feature) {
        return options.environment() == null
                ? feature.change().lifecycle(Lifecycle.DEPRECATED).build()
                : feature.change().environments(environments(feature, false)).build();
    }

    private Environments environments(FeatureContract feature, boolean expected) {
        Set<String> in = new HashSet<>(feature.environments().in());
        Set<String> notIn = new HashSet<>(feature.environments().notIn());
        String environment = options.environment();
        if (environment != null) {
            (expected ? notIn : in).remove(environment);
            (expected ? in : notIn).add(environment);
        }
        return new Environments(in, notIn);
    }

    private FeatureContract notCompared(AnomalyType type, FeatureContract feature) {
        boolean missingHere = type == AnomalyType.COMPARATOR_TREATMENT_DATA_MISSING;
        boolean noDrift = missingHere || lacks(controls.previousSpan());
        boolean noSkew = missingHere || lacks(controls.serving());
        return feature.change()
                .drift(noDrift ? Comparator.NONE : feature.drift())
                .skew(noSkew ? Comparator.NONE : feature.skew())
                .build();
    }

    private boolean lacks(@Nullable DatasetStatistics control) {
        return control != null && found != null && control.feature(found.path()).isEmpty();
    }

    private static FeatureContract typed(FeatureContract feature, FeatureStatistics data) {
        PhysicalType type = switch (data.type()) {
            case INT -> PhysicalType.INT;
            case FLOAT -> PhysicalType.FLOAT;
            case STRING, BYTES -> PhysicalType.BYTES;
            case STRUCT -> PhysicalType.STRUCT;
        };
        boolean fits = feature.domain().types().contains(type);
        return feature.change()
                .type(type)
                .kind(null)
                .domain(fits ? feature.domain() : new Domain.Any())
                .minDomainMass(fits ? feature.minDomainMass() : null)
                .build();
    }

    private static Presence presence(Presence presence, FeatureStatistics data, double examples) {
        double present = data.presences().present();
        double fraction = present / examples;
        Double minFraction = presence.minFraction();
        boolean low = minFraction != null
                && (fraction < minFraction || data.presences().missing() != 0);
        Double lowered = fraction < 1 ? Double.valueOf(fraction) : null;
        Long minCount = presence.minCount();
        return new Presence(
                low ? lowered : minFraction,
                minCount == null ? null : Long.valueOf(Math.min(minCount, (long) present)));
    }

    private static Shape widened(Shape shape, FeatureStatistics data) {
        List<Level> levels = data.presences().levels();
        if (shape instanceof Shape.Counted counted) {
            return new Shape.Counted(widened(counted.limits(), levels.get(0)));
        }
        if (shape instanceof Shape.Nested nested) {
            List<Limits> wider = new ArrayList<>();
            for (int i = 0; i < nested.levels().size(); i++) {
                wider.add(widened(nested.levels().get(i), levels.get(i)));
            }
            return new Shape.Nested(wider);
        }
        return shape;
    }

    private static Limits widened(Limits limits, Level level) {
        Long min = limits.min();
        Long max = limits.max();
        Long lower = min == null || level.minValues() >= min ? min : Long.valueOf(level.minValues());
        return new Limits(
                lower != null && lower == 0 ? null : lower,
                max == null ? null : Long.valueOf(Math.max(max, level.maxValues())));
    }

    private static Limits unique(@Nullable Limits limits, FeatureStatistics data) {
        long unique = data.words().unique();
        Long min = limits == null ? null : limits.min();
        Long max = limits == null ? null : limits.max();
        // Where the other verdict is asked for, a most number that is not given counts as zero.
        long most = max == null ? unique : Math.max(max, unique);
        return new Limits(min == null ? null : Long.valueOf(Math.min(min, unique)), most);
    }

    private FeatureContract compared(FeatureContract feature, FeatureStatistics data) {
        return feature.change()
                .drift(ComparatorCheck.raised(data, feature.drift(), controls.previousSpan(), options.compatibility()))
                .skew(ComparatorCheck.raised(data, feature.skew(), controls.serving(), options.compatibility()))
                .build();
    }

    private FeatureContract sound(FeatureContract feature) {
        var reasons = new Reasons(feature.name(), options.severities());
        FeatureContract sound = ContractCheck.sound(feature, contract, options.compatibility(), reasons);
        FeatureContract mended = sound == null ? feature : sound;
        boolean listed = mended.domain() instanceof Domain.Named || mended.domain() instanceof Domain.Words;
        return listed ? mended : mended.change().minDomainMass(null).build();
    }
}
