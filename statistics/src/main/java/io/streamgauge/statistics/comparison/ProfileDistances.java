package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import java.util.Set;

/**
 * Answers which distance of profiles a metric specification asks for: what the service computes where {@code compare} has raw
 * values. A plain name of {@link Distances} is that distance. Any other metric on shared bins is computed on the bins of the
 * baseline, with the parameters of the specification; see {@link ProfileDistance}.
 */
public final class ProfileDistances {

    private static final Set<String> ON_BINS = Set.of(
            "psi",
            "kl",
            "js-divergence",
            "js-distance",
            "l-infinity",
            "total-variation",
            "hellinger",
            "chi-square",
            "g-test");

    /** What a configuration may say, for messages. */
    public static final String EXPECTED = "one of " + String.join(", ", Distances.names())
            + ", or kl, total-variation, hellinger, chi-square, g-test; with parameters as in psi:zero-fill=1e-4";

    private ProfileDistances() {}

    /**
     * The distance for a specification.
     *
     * @throws IllegalArgumentException in one line, if there is no such metric or parameter, or profiles cannot say it
     */
    public static Distance of(String specification) {
        if (specification.equals("jensen-shannon") || Distances.names().contains(specification)) {
            return Distances.named(specification);
        }
        var parsed = MetricSpecification.parse(specification);
        Metric metric = Metrics.of(parsed);
        if (metric instanceof BinnedMetric && ON_BINS.contains(parsed.name())) {
            return ProfileDistance.of(parsed);
        }
        String reason = parsed.parameters().isEmpty() || ON_BINS.contains(parsed.name())
                ? " is not computed on profiles"
                : " has no parameters on profiles";
        throw new IllegalArgumentException("metric '%s': %s%s, and windows are kept as profiles; expected %s"
                .formatted(specification, parsed.name(), reason, EXPECTED));
    }
}
