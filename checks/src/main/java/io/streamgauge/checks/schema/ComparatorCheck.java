package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.JensenShannon;
import io.streamgauge.statistics.tfdv.RankDistances;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Is the distribution of a feature near enough to that in other data? A distance equal to its limit is. */
final class ComparatorCheck {
    /** What the two sides are called. */
    record Sides(String data, String control) {}

    static final Sides DRIFT = new Sides("current", "previous");
    static final Sides SKEW = new Sides("training", "serving");

    private final JensenShannon.Specials specials;
    private final Reasons reasons;

    ComparatorCheck(Compatibility compatibility, Reasons reasons) {
        this.specials = compatibility == Compatibility.TFDV
                ? JensenShannon.Specials.MISMATCHED
                : JensenShannon.Specials.MATCHED;
        this.reasons = reasons;
    }

    void compare(FeatureStatistics data, Comparator limits, @Nullable DatasetStatistics control, Sides sides) {
        if (limits.limitsNothing() || control == null) {
            return;
        }
        Optional<FeatureStatistics> other = control.feature(data.path());
        if (other.isEmpty()) {
            reasons.add(
                    AnomalyType.COMPARATOR_CONTROL_DATA_MISSING,
                    sides.control() + " data missing",
                    "There is nothing to compare with: the %s data lack the feature.".formatted(sides.control()));
            return;
        }
        infinityNorm(data, other.get(), limits.infinityNorm(), sides);
        divergence(data, other.get(), limits, sides);
        absoluteDifference(data, other.get(), limits.normalizedAbsoluteDifference(), sides);
    }

    /** The distance that a comparator of this type limits; empty if there is no such distance between the two. */
    static OptionalDouble distance(
            AnomalyType type,
            FeatureStatistics data,
            FeatureStatistics control,
            Comparator limits,
            Compatibility compatibility) {
        Map<String, Double> words = data.words().counts();
        Map<String, Double> others = control.words().counts();
        return switch (type) {
            case COMPARATOR_L_INFTY_HIGH ->
                OptionalDouble.of(RankDistances.infinityNorm(words, others).difference());
            case COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH ->
                OptionalDouble.of(RankDistances.normalizedAbsoluteDifference(words, others)
                        .difference());
            case COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH ->
                new ComparatorCheck(compatibility, new Reasons(null, Map.of()))
                        .divergence(data, control, limits.source());
            default -> OptionalDouble.empty();
        };
    }

    /** What a comparator of this type allows; null if nothing. */
    static @Nullable Double limit(AnomalyType type, Comparator limits) {
        return switch (type) {
            case COMPARATOR_L_INFTY_HIGH -> limits.infinityNorm();
            case COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH -> limits.normalizedAbsoluteDifference();
            case COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH -> limits.jensenShannonDivergence();
            default -> null;
        };
    }

    /** The limits raised to the distances that are above them. */
    static Comparator raised(
            FeatureStatistics data,
            Comparator limits,
            @Nullable DatasetStatistics control,
            Compatibility compatibility) {
        Optional<FeatureStatistics> there = control == null ? Optional.empty() : control.feature(data.path());
        if (there.isEmpty()) {
            return limits;
        }
        var check = new ComparatorCheck(compatibility, new Reasons(null, Map.of()));
        FeatureStatistics other = there.get();
        Map<String, Double> words = data.words().counts();
        Map<String, Double> otherWords = other.words().counts();
        OptionalDouble divergence = check.divergence(data, other, limits.source());
        return new Comparator(
                raised(
                        limits.infinityNorm(),
                        RankDistances.infinityNorm(words, otherWords).difference()),
                raised(limits.jensenShannonDivergence(), divergence.orElse(0)),
                limits.source(),
                raised(
                        limits.normalizedAbsoluteDifference(),
                        RankDistances.normalizedAbsoluteDifference(words, otherWords)
                                .difference()));
    }

    private static @Nullable Double raised(@Nullable Double limit, double found) {
        return limit == null ? null : Double.valueOf(Math.max(limit, found));
    }

    private void infinityNorm(FeatureStatistics data, FeatureStatistics control, @Nullable Double limit, Sides sides) {
        var largest = RankDistances.infinityNorm(
                data.words().counts(), control.words().counts());
        if (limit != null && largest.difference() > limit) {
            high(
                    AnomalyType.COMPARATOR_L_INFTY_HIGH,
                    "Linfty distance",
                    sides,
                    largest.difference(),
                    limit,
                    ", most of all for the value '%s'".formatted(largest.value()));
        }
    }

    private void divergence(FeatureStatistics data, FeatureStatistics control, Comparator limits, Sides sides) {
        Double limit = limits.jensenShannonDivergence();
        if (limit == null) {
            return;
        }
        OptionalDouble value = divergence(data, control, limits.source());
        if (value.isPresent() && value.getAsDouble() > limit) {
            high(
                    AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH,
                    "approximate Jensen-Shannon divergence",
                    sides,
                    value.getAsDouble(),
                    limit,
                    "");
        }
    }

    private OptionalDouble divergence(
            FeatureStatistics data, FeatureStatistics control, Comparator.HistogramSource source) {
        Map<String, Double> words = data.words().counts();
        Map<String, Double> otherWords = control.words().counts();
        if (!words.isEmpty() && !otherWords.isEmpty()) {
            return JensenShannon.between(words, otherWords);
        }
        Histogram.Kind kind = Histogram.Kind.valueOf(source.name());
        Optional<Histogram> histogram = data.numbers().histogram(kind);
        Optional<Histogram> other = control.numbers().histogram(kind);
        return histogram.isPresent() && other.isPresent()
                ? JensenShannon.between(histogram.get(), other.get(), specials)
                : OptionalDouble.empty();
    }

    private void absoluteDifference(
            FeatureStatistics data, FeatureStatistics control, @Nullable Double limit, Sides sides) {
        var largest = RankDistances.normalizedAbsoluteDifference(
                data.words().counts(), control.words().counts());
        if (limit != null && largest.difference() > limit) {
            high(
                    AnomalyType.COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH,
                    "normalized absolute difference",
                    sides,
                    largest.difference(),
                    limit,
                    ", most of all for the value '%s'".formatted(largest.value()));
        }
    }

    private void high(AnomalyType type, String distance, Sides sides, double value, double limit, String end) {
        String between = "%s between %s and %s".formatted(distance, sides.data(), sides.control());
        reasons.add(
                type,
                "High " + between,
                "From the %s to the %s data, the %s is %s; the limit is %s%s."
                        .formatted(
                                sides.control(),
                                sides.data(),
                                distance,
                                SixDigits.of(value),
                                SixDigits.of(limit),
                                end));
    }
}
