package io.streamgauge.app.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.statistics.comparison.Convention;
import io.streamgauge.statistics.comparison.Metric;
import io.streamgauge.statistics.comparison.MetricSpecification;
import io.streamgauge.statistics.comparison.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metric of ours that a row of an oracle is about, and which of its two numbers. */
record OracleMetric(Metric metric, boolean isPValue) {

    private static final Map<String, String> EVIDENTLY = Map.of(
            "evidently_psi", "psi",
            "evidently_kl_div", "kl",
            "evidently_jensenshannon", "js-distance",
            "evidently_hellinger", "hellinger",
            "evidently_ks", "ks",
            "evidently_wasserstein", "wasserstein-normalized",
            "evidently_chisquare_pvalue", "chi-square");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("psi", "psi"),
            Map.entry("kl", "kl"),
            Map.entry("js_divergence", "js-divergence"),
            Map.entry("js_distance", "js-distance"),
            Map.entry("l_infinity", "l-infinity"),
            Map.entry("total_variation", "total-variation"),
            Map.entry("hellinger", "hellinger"),
            Map.entry("ks_statistic", "ks"),
            Map.entry("ks_pvalue", "ks"),
            Map.entry("chi2_statistic", "chi-square"),
            Map.entry("chi2_pvalue", "chi-square"),
            Map.entry("g_test_pvalue", "g-test"),
            Map.entry("wasserstein_1", "wasserstein"),
            Map.entry("wasserstein_norm", "wasserstein-normalized"),
            Map.entry("cramer_von_mises_statistic", "cramer-von-mises"),
            Map.entry("mannwhitneyu_pvalue", "mann-whitney"),
            Map.entry("welch_t_pvalue", "welch-t"),
            Map.entry("energy_distance", "energy"));

    /** Empty if no specification says what the row is about. */
    static Optional<OracleMetric> of(JsonNode row) {
        String name = row.get("metric").asText();
        JsonNode params = row.get("params");
        if (EVIDENTLY.containsKey(name)) {
            var specification = MetricSpecification.parse(EVIDENTLY.get(name) + missing(row));
            boolean isPValue = name.equals("evidently_ks") || name.endsWith("pvalue");
            return Optional.of(new OracleMetric(Convention.named("evidently").metric(specification), isPValue));
        }
        if (!NAMES.containsKey(name)) {
            return Optional.empty();
        }
        List<String> pairs = new ArrayList<>();
        if (!missing(row).isEmpty()) {
            pairs.add(missing(row).substring(1));
        } else if (row.get("type").asText().equals("categorical")) {
            pairs.add("missing=drop");
        }
        switch (params.path("binning").asText()) {
            case "ref_quantile_10" -> pairs.add("binning=reference-quantile,bins=10");
            case "ref_equal_width_10_plus_overflow" -> pairs.add("binning=reference-width,bins=10");
            default -> {}
        }
        if (params.has("zero_fill")) {
            pairs.add("zero-fill=" + params.get("zero_fill").asText());
        }
        if (params.has("base")) {
            pairs.add("base=" + params.get("base").asText());
        }
        if (params.path("direction").asText().equals("KL(current||reference)")) {
            pairs.add("direction=current-reference");
        }
        if (params.has("mode")) {
            pairs.add("p-value=" + (params.get("mode").asText().equals("exact") ? "exact" : "asymptotic"));
        }
        String text = NAMES.get(name) + (pairs.isEmpty() ? "" : ":" + String.join(",", pairs));
        return Optional.of(new OracleMetric(Metrics.of(MetricSpecification.parse(text)), name.endsWith("pvalue")));
    }

    private static String missing(JsonNode row) {
        boolean category = row.get("params").path("nulls").asText().startsWith("as category");
        return category ? ":missing=bin" : "";
    }
}
