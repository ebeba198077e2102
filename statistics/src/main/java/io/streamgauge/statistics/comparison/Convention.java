package io.streamgauge.statistics.comparison;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The convention of another tool: the parameters by which its numbers come out, its limits, and the metric that it takes when
 * nobody chooses. Parameters that a specification gives itself come first.
 *
 * <ul>
 *   <li>{@code evidently} (a4aa4c2): bins by Sturges' rule over both sides, adaptive zero fill, kl renormalised, js to base e,
 *       goodness-of-fit chi-square, one-sided Mann-Whitney, Student's t. A numeric feature with at most five values, or a
 *       categorical one, of at most 1000 reference rows is tested by chi-square (where Evidently, for two values, takes a z-test).
 *   <li>{@code nannyml} (4c86ee3): Doane's rule on the reference, js-distance to base 2, Yates' correction. Its limits come from
 *       the spread over chunks of the reference; here the calibrated null stands for them.
 *   <li>{@code tfdv} (710b32f): js-divergence on aligned histograms for numbers, l-infinity for categories. No default limit.
 *   <li>{@code deequ}: no zero fill, so that psi is infinite where one side has none; l-infinity and ks less 1.8 standard units.
 *   <li>{@code deepchecks}: psi on shares raised to at least 0.01.
 *   <li>{@code whylogs}: Hellinger on at most 30 bins over both sides (limit 0.15), goodness-of-fit chi-square.
 * </ul>
 */
public final class Convention {

    private static final List<Convention> ALL = List.of(
            new Convention("evidently", EvidentlyPresets.PRESETS, EvidentlyPresets.LIMITS, EvidentlyPresets::chosen),
            new Convention(
                    "nannyml",
                    Map.of(
                            "js-distance", "binning=reference-doane,base=2",
                            "hellinger", "binning=reference-doane",
                            "ks", "p-value=auto",
                            "wasserstein", "",
                            "l-infinity", "missing=drop",
                            "chi-square", "yates=true"),
                    Map.of("chi-square", Limit.onPValue(0.05)),
                    (reference, current) -> "js-distance"),
            new Convention(
                    "tfdv",
                    Map.of(
                            "js-divergence", "binning=tfdv-standard,base=2",
                            "l-infinity", "missing=drop",
                            "normalized-absolute-difference", "missing=drop"),
                    Map.of(),
                    (reference, current) -> reference instanceof Numbers ? "js-divergence" : "l-infinity"),
            new Convention(
                    "deequ",
                    Map.of(
                            "psi", "binning=reference-quantile,zero-fill=none",
                            "l-infinity", "robust=1.8",
                            "ks", "robust=1.8"),
                    Map.of("psi", Limit.onValue(0.2)),
                    (reference, current) -> reference instanceof Numbers ? "ks" : "l-infinity"),
            new Convention(
                    "deepchecks",
                    Map.of("psi", "min-share=0.01", "ks", "p-value=auto"),
                    Map.of(),
                    (reference, current) -> reference instanceof Numbers ? "ks" : "psi"),
            new Convention(
                    "whylogs",
                    Map.of(
                            "hellinger", "binning=pooled-width,bins=30",
                            "ks", "p-value=asymptotic",
                            "chi-square", "form=goodness-of-fit"),
                    Map.of("hellinger", Limit.onValue(0.15)),
                    (reference, current) -> reference instanceof Numbers ? "ks" : "chi-square"));

    private final String name;
    private final Map<String, String> presets;
    private final Map<String, Limit> limits;
    private final BiFunction<Sample, Sample, String> chosen;

    private Convention(
            String name,
            Map<String, String> presets,
            Map<String, Limit> limits,
            BiFunction<Sample, Sample, String> chosen) {
        this.name = name;
        this.presets = Collections.unmodifiableMap(new TreeMap<>(presets));
        this.limits = Map.copyOf(limits);
        this.chosen = chosen;
    }

    /**
     * From where on the tool speaks of drift.
     *
     * @param isOnPValue a p-value of at most the threshold is drift; else a value of at least it
     */
    public record Limit(double threshold, boolean isOnPValue) {
        static Limit onValue(double threshold) {
            return new Limit(threshold, false);
        }

        static Limit onPValue(double threshold) {
            return new Limit(threshold, true);
        }
    }

    /** @throws IllegalArgumentException if there is none; the message lists the names */
    public static Convention named(String name) {
        return ALL.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no convention is named '" + name + "', there are: " + String.join(", ", names())));
    }

    /** All names. */
    public static List<String> names() {
        return ALL.stream().map(Convention::word).toList();
    }

    /** The name on the command line. */
    public String word() {
        return name;
    }

    /**
     * The metric as this tool computes it.
     *
     * @throws IllegalArgumentException if the tool has no such metric
     */
    public Metric metric(MetricSpecification specification) {
        String preset = presets.get(specification.name());
        if (preset == null) {
            Metrics.of(specification); // a name that nobody has is the better message
            throw new IllegalArgumentException("metric '%s': the convention %s has %s"
                    .formatted(specification.text(), word(), String.join(", ", presets.keySet())));
        }
        String text = preset.isEmpty() ? specification.name() : specification.name() + ":" + preset;
        return Metrics.of(specification, MetricSpecification.parse(text).parameters());
    }

    /** What this tool takes for samples like these when nobody chooses. */
    public Metric defaultFor(Sample reference, Sample current) {
        return metric(MetricSpecification.parse(chosen.apply(reference, current)));
    }

    /** The tool's limit for a metric; empty if it has none by default. */
    public Optional<Limit> limit(String metric) {
        return Optional.ofNullable(limits.get(metric));
    }
}
