package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Interval;
import io.streamgauge.schemas.contract.Statistic;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expectation on all values of a column together is a limit of its distribution. */
final class AggregateExpectation {
    private static final Map<String, Statistic> BETWEEN = Map.of(
            "expect_column_min_to_be_between", Statistic.SMALLEST,
            "expect_column_max_to_be_between", Statistic.LARGEST,
            "expect_column_mean_to_be_between", Statistic.MEAN,
            "expect_column_median_to_be_between", Statistic.MEDIAN,
            "expect_column_stdev_to_be_between", Statistic.STANDARD_DEVIATION,
            "expect_column_sum_to_be_between", Statistic.SUM,
            "expect_column_unique_value_count_to_be_between", Statistic.DISTINCT,
            "expect_column_proportion_of_unique_values_to_be_between", Statistic.DISTINCT_SHARE);

    private AggregateExpectation() {}

    /** Whether it has its place in the draft now. */
    static boolean add(Expectation one, Draft draft) {
        String column = one.column();
        Statistic statistic = BETWEEN.get(one.type());
        if (statistic != null) {
            return between(one, statistic, draft);
        }
        return switch (one.type()) {
            case "expect_column_quantile_values_to_be_between" ->
                quantiles(one.arguments().path("quantile_ranges"), column, draft);
            case "expect_column_values_to_be_unique" ->
                one.mostly() >= 1 && limit(column, Statistic.DISTINCT_SHARE, Interval.closed(1.0, null), draft);
            case "expect_column_most_common_value_to_be_in_set" ->
                texts(one) && draft.distribution(column, all -> all.withMostCommon(one.texts("value_set")));
            case "expect_column_distinct_values_to_contain_set" -> texts(one) && holds(one, draft);
            case "expect_column_distinct_values_to_equal_set" -> texts(one) && equal(one, draft);
            default -> false;
        };
    }

    private static boolean equal(Expectation one, Draft draft) {
        draft.words(one.column(), one.texts("value_set"), null, one.type());
        return holds(one, draft);
    }

    private static boolean holds(Expectation one, Draft draft) {
        return draft.distribution(one.column(), all -> all.withHolds(one.texts("value_set")));
    }

    private static boolean texts(Expectation one) {
        return one.allAre("value_set", FeatureType.CATEGORICAL);
    }

    private static boolean between(Expectation one, Statistic statistic, Draft draft) {
        if (!one.limitsAre(FeatureType.NUMERIC)) {
            return false;
        }
        boolean counted = List.of(Statistic.DISTINCT, Statistic.DISTINCT_SHARE).contains(statistic);
        if (!counted) {
            draft.kind(one.column(), FeatureType.NUMERIC);
        }
        return limit(one.column(), statistic, one.interval(), draft);
    }

    private static boolean limit(String column, Statistic statistic, Interval limits, Draft draft) {
        return draft.distribution(column, all -> all.with(statistic, limits));
    }

    private static boolean quantiles(JsonNode ranges, String column, Draft draft) {
        JsonNode shares = ranges.path("quantiles");
        JsonNode values = ranges.path("value_ranges");
        if (shares.isEmpty() || shares.size() != values.size()) {
            return false;
        }
        draft.kind(column, FeatureType.NUMERIC);
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.get(i).asDouble();
            Interval limits = Interval.closed(
                    limit(values.get(i).path(0)), limit(values.get(i).path(1)));
            draft.distribution(column, all -> all.with(share, limits));
        }
        return true;
    }

    private static @Nullable Double limit(JsonNode value) {
        return value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }
}
