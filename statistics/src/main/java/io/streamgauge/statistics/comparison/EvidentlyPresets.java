package io.streamgauge.statistics.comparison;

import java.util.Map;

/** What Evidently does by default (evidentlyai/evidently a4aa4c2, legacy/calculations/stattests). */
final class EvidentlyPresets {

    private static final int SMALL = 1000;
    private static final int FEW = 5;

    static final Map<String, String> PRESETS = Map.ofEntries(
            Map.entry("psi", "binning=pooled-sturges,zero-fill=adaptive"),
            Map.entry("kl", "binning=pooled-sturges,zero-fill=adaptive,renormalise=true"),
            Map.entry("js-divergence", "binning=pooled-sturges,base=e"),
            Map.entry("js-distance", "binning=pooled-sturges,base=e"),
            Map.entry("hellinger", "binning=distinct-sturges"),
            Map.entry("total-variation", "binning=pooled-sturges"),
            Map.entry("chi-square", "binning=pooled-sturges,form=goodness-of-fit"),
            Map.entry("g-test", "binning=pooled-sturges,form=goodness-of-fit"),
            Map.entry("ks", "p-value=auto"),
            Map.entry("wasserstein-normalized", "min-deviation=0.001"),
            Map.entry("energy", ""),
            Map.entry("cramer-von-mises", ""),
            Map.entry("anderson-darling", ""),
            Map.entry("mann-whitney", "alternative=less"),
            Map.entry("welch-t", "variance=equal"));

    static final Map<String, Convention.Limit> LIMITS = Map.ofEntries(
            Map.entry("psi", Convention.Limit.onValue(0.1)),
            Map.entry("kl", Convention.Limit.onValue(0.1)),
            Map.entry("js-distance", Convention.Limit.onValue(0.1)),
            Map.entry("hellinger", Convention.Limit.onValue(0.1)),
            Map.entry("wasserstein-normalized", Convention.Limit.onValue(0.1)),
            Map.entry("energy", Convention.Limit.onValue(0.1)),
            Map.entry("ks", Convention.Limit.onPValue(0.05)),
            Map.entry("chi-square", Convention.Limit.onPValue(0.05)),
            Map.entry("g-test", Convention.Limit.onPValue(0.05)),
            Map.entry("mann-whitney", Convention.Limit.onPValue(0.05)),
            Map.entry("welch-t", Convention.Limit.onPValue(0.05)),
            Map.entry("cramer-von-mises", Convention.Limit.onPValue(0.1)),
            Map.entry("anderson-darling", Convention.Limit.onPValue(0.1)));

    private EvidentlyPresets() {}

    static String chosen(Sample reference, Sample current) {
        boolean few = !(reference instanceof Numbers numbers) || distinct(numbers, (Numbers) current) <= FEW;
        if (reference.rows() <= SMALL) {
            return few ? "chi-square" : "ks";
        }
        return few ? "js-distance" : "wasserstein-normalized";
    }

    private static long distinct(Numbers reference, Numbers current) {
        var distinct = new long[1];
        Merge.walk(reference, current, (value, a, b) -> distinct[0]++);
        return distinct[0];
    }
}
