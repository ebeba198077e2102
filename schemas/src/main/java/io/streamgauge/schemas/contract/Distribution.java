package io.streamgauge.schemas.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is expected of all values of a feature together.
 *
 * @param limits of single numbers
 * @param quantiles limits by share: below the number lies that share of the values
 * @param mostCommon texts of which the most frequent value has to be one; empty if it may be any
 * @param holds texts that have to be among the values
 */
public record Distribution(
        Map<Statistic, Interval> limits, Map<Double, Interval> quantiles, List<String> mostCommon, List<String> holds) {
    /** Nothing is expected. */
    public static final Distribution ANY = new Distribution(Map.of(), Map.of(), List.of(), List.of());

    public Distribution {
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
        quantiles = Collections.unmodifiableMap(new TreeMap<>(quantiles));
        mostCommon = List.copyOf(mostCommon);
        holds = List.copyOf(holds);
    }

    public boolean isAny() {
        return equals(ANY);
    }

    /** The same with other limits of one number. */
    public Distribution with(Statistic statistic, Interval interval) {
        Map<Statistic, Interval> changed = new LinkedHashMap<>(limits);
        changed.put(statistic, interval);
        return new Distribution(changed, quantiles, mostCommon, holds);
    }

    /** The same with other limits of one quantile. */
    public Distribution with(double share, Interval interval) {
        Map<Double, Interval> changed = new LinkedHashMap<>(quantiles);
        changed.put(share, interval);
        return new Distribution(limits, changed, mostCommon, holds);
    }

    /** The same with other texts of which the most frequent value has to be one. */
    public Distribution withMostCommon(List<String> texts) {
        return new Distribution(limits, quantiles, texts, holds);
    }

    /** The same with other texts that have to be among the values. */
    public Distribution withHolds(List<String> texts) {
        return new Distribution(limits, quantiles, mostCommon, texts);
    }
}
