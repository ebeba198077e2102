package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Distribution;
import io.streamgauge.schemas.contract.Interval;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Are the values of a feature, all together, as they have to be? */
final class DistributionCheck {
    private final FeatureStatistics feature;
    private final Reasons reasons;

    private DistributionCheck(FeatureStatistics feature, Reasons reasons) {
        this.feature = feature;
        this.reasons = reasons;
    }

    static void check(FeatureStatistics feature, Distribution expected, Reasons reasons) {
        var check = new DistributionCheck(feature, reasons);
        expected.limits()
                .forEach((statistic, limits) ->
                        check.number(statistic.word(), Aggregated.of(statistic, feature), limits));
        expected.quantiles()
                .forEach((share, limits) ->
                        check.number("quantile at " + share, Aggregated.quantile(share, feature), limits));
        check.mostCommon(expected.mostCommon());
        check.holds(expected.holds());
    }

    private void number(String name, OptionalDouble found, Interval limits) {
        if (found.isEmpty()) {
            notKnown(name);
        } else if (!limits.contains(found.getAsDouble())) {
            outOfLimits("The %s of the values is %s; the schema asks for %s."
                    .formatted(name, SixDigits.of(found.getAsDouble()), limits));
        }
    }

    private void mostCommon(List<String> expected) {
        Map<String, Double> counts = feature.words().counts();
        if (expected.isEmpty()) {
            return;
        }
        if (counts.isEmpty()) {
            notKnown("most frequent value");
        } else if (expected.stream().noneMatch(Aggregated.mostCommon(counts)::contains)) {
            outOfLimits("The most frequent value is none of those that the schema asks for.");
        }
    }

    private void holds(List<String> expected) {
        Map<String, Double> counts = feature.words().counts();
        List<String> lacking = new ArrayList<>(expected);
        lacking.removeAll(counts.keySet());
        if (lacking.isEmpty()) {
            return;
        }
        if (counts.size() < feature.words().unique() || feature.texts() == null) {
            notKnown("whole set of values");
        } else {
            outOfLimits("The schema asks for '%s' among the values.".formatted(String.join("', '", lacking)));
        }
    }

    private void outOfLimits(String description) {
        reasons.add(AnomalyType.STATISTIC_OUT_OF_LIMITS, "Statistic out of limits", description);
    }

    private void notKnown(String name) {
        reasons.add(
                AnomalyType.STATS_NOT_AVAILABLE,
                "Statistics not available",
                "The schema limits the %s, which the statistics do not have.".formatted(name));
    }
}
