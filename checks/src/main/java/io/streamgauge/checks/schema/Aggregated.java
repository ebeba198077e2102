package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.Distribution;
import io.streamgauge.schemas.contract.Statistic;
import io.streamgauge.statistics.tfdv.Aggregates;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.NumericSummary;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What do the statistics of a feature say of all its values together? Nothing, where a number was not counted. */
final class Aggregated {
    private Aggregated() {}

    static OptionalDouble of(Statistic statistic, FeatureStatistics feature) {
        NumericSummary numbers = feature.numbers();
        Aggregates aggregates = numbers.aggregates();
        double count = count(feature);
        return switch (statistic) {
            case SMALLEST -> feature.numeric() == null ? OptionalDouble.empty() : OptionalDouble.of(numbers.min());
            case LARGEST -> feature.numeric() == null ? OptionalDouble.empty() : OptionalDouble.of(numbers.max());
            case SUM -> aggregates == null ? OptionalDouble.empty() : OptionalDouble.of(aggregates.mean() * count);
            case MEAN -> aggregates == null ? OptionalDouble.empty() : OptionalDouble.of(aggregates.mean());
            case MEDIAN -> aggregates == null ? OptionalDouble.empty() : OptionalDouble.of(aggregates.median());
            case STANDARD_DEVIATION ->
                aggregates == null || count < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(aggregates.standardDeviation() * Math.sqrt(count / (count - 1)));
            case DISTINCT -> distinct(feature);
            case DISTINCT_SHARE -> {
                OptionalDouble distinct = distinct(feature);
                double values = feature.presences().values();
                yield distinct.isEmpty() || values == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(distinct.getAsDouble() / values);
            }
        };
    }

    static OptionalDouble quantile(double share, FeatureStatistics feature) {
        double quantile = feature.numbers().quantile(share);
        return Double.isNaN(quantile) ? OptionalDouble.empty() : OptionalDouble.of(quantile);
    }

    /** The values that no other is more frequent than. */
    static Set<String> mostCommon(Map<String, Double> counts) {
        double most = counts.isEmpty() ? 0 : Collections.max(counts.values());
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The expectations, widened so that what was found keeps them. */
    static Distribution widened(Distribution expected, FeatureStatistics feature) {
        Distribution wider = expected;
        for (var limit : expected.limits().entrySet()) {
            OptionalDouble found = of(limit.getKey(), feature);
            if (found.isPresent()) {
                wider = wider.with(limit.getKey(), limit.getValue().including(found.getAsDouble()));
            }
        }
        for (var quantile : expected.quantiles().entrySet()) {
            OptionalDouble found = quantile(quantile.getKey(), feature);
            if (found.isPresent()) {
                wider = wider.with(quantile.getKey(), quantile.getValue().including(found.getAsDouble()));
            }
        }
        Map<String, Double> counts = feature.words().counts();
        List<String> common = expected.mostCommon();
        if (!common.isEmpty() && common.stream().noneMatch(mostCommon(counts)::contains)) {
            wider = wider.withMostCommon(mostCommon(counts).stream().sorted().toList());
        }
        return wider.withHolds(
                expected.holds().stream().filter(counts::containsKey).toList());
    }

    /** The expectations without those that these statistics cannot answer. */
    static Distribution answerable(Distribution expected, FeatureStatistics feature) {
        Map<String, Double> counts = feature.words().counts();
        boolean allCounted =
                feature.texts() != null && counts.size() >= feature.words().unique();
        return new Distribution(
                expected.limits().entrySet().stream()
                        .filter(entry -> of(entry.getKey(), feature).isPresent())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                expected.quantiles().entrySet().stream()
                        .filter(entry -> quantile(entry.getKey(), feature).isPresent())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                counts.isEmpty() ? List.of() : expected.mostCommon(),
                allCounted
                        ? expected.holds()
                        : expected.holds().stream().filter(counts::containsKey).toList());
    }

    private static OptionalDouble distinct(FeatureStatistics feature) {
        Aggregates aggregates = feature.numbers().aggregates();
        if (feature.texts() != null) {
            return OptionalDouble.of((double) feature.texts().unique());
        }
        return aggregates == null || aggregates.distinct() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(aggregates.distinct().doubleValue());
    }

    /** How many numbers the mean is of: NaN is in none. */
    private static double count(FeatureStatistics feature) {
        double nan = feature.numbers().histograms().stream()
                .mapToDouble(Histogram::nan)
                .max()
                .orElse(0);
        return feature.presences().values() - nan;
    }
}
