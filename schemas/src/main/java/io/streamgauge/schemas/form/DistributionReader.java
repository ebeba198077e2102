package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.Distribution;
import io.streamgauge.schemas.contract.Interval;
import io.streamgauge.schemas.contract.Statistic;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.Values;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and writes what is expected of all values of a feature together. */
final class DistributionReader {
    private DistributionReader() {}

    static Distribution read(Section section) {
        Map<Statistic, Interval> limits = new EnumMap<>(Statistic.class);
        for (Statistic statistic : Statistic.values()) {
            if (section.has(statistic.word())) {
                limits.put(statistic, interval(section.section(statistic.word())));
            }
        }
        Map<Double, Interval> quantiles = new LinkedHashMap<>();
        for (Section quantile : section.sectionList("quantiles")) {
            Double at = quantile.required("at", FeatureReader.NUMBER);
            Interval before = quantiles.put(at, interval(quantile));
            if (before != null) {
                quantile.problem("at", "a share of its own", "there are limits for this quantile already");
            }
        }
        return new Distribution(
                limits,
                quantiles,
                section.list("most-common", Values.PROPERTY),
                section.list("holds", Values.PROPERTY));
    }

    private static Interval interval(Section section) {
        Double above = section.optional("above", FeatureReader.NUMBER);
        Double below = section.optional("below", FeatureReader.NUMBER);
        Double min = section.optional("min", FeatureReader.NUMBER);
        Double max = section.optional("max", FeatureReader.NUMBER);
        if (above != null && min != null) {
            section.problem("above", "min or above", "min and above are two ways to say the same");
        }
        if (below != null && max != null) {
            section.problem("below", "max or below", "max and below are two ways to say the same");
        }
        return new Interval(above == null ? min : above, below == null ? max : below, above == null, below == null);
    }

    static Map<String, Object> tree(Distribution distribution) {
        Map<String, Object> tree = new LinkedHashMap<>();
        distribution.limits().forEach((statistic, limits) -> tree.put(statistic.word(), tree(limits)));
        SchemaTree.putAny(
                tree,
                "quantiles",
                distribution.quantiles().entrySet().stream()
                        .map(quantile -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("at", quantile.getKey());
                            one.putAll(tree(quantile.getValue()));
                            return one;
                        })
                        .toList());
        SchemaTree.putAny(tree, "most-common", distribution.mostCommon());
        SchemaTree.putAny(tree, "holds", distribution.holds());
        return tree;
    }

    private static Map<String, Object> tree(Interval limits) {
        Map<String, Object> tree = new LinkedHashMap<>();
        SchemaTree.put(tree, limits.minIncluded() ? "min" : "above", limits.min());
        SchemaTree.put(tree, limits.maxIncluded() ? "max" : "below", limits.max());
        return tree;
    }
}
