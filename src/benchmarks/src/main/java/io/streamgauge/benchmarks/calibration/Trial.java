package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.comparison.ProfileDistances;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.NullDistribution;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;
import java.util.stream.Stream;

/**
 * A baseline and live windows like it. Every alarm is a false one.
 *
 * @param total all rows of the reference
 * @param reference its windows
 * @param live windows of the size of those
 */
record Trial(Profile total, List<Profile> reference, List<Profile> live) {
    static final double LEVEL = 0.01;
    static final double RARE = 0.001;

    /** Every metric that the service computes on profiles. */
    static final List<Distance> METRICS = Stream.concat(
                    Distances.names().stream(), Stream.of("kl", "total-variation", "hellinger", "chi-square", "g-test"))
            .map(ProfileDistances::of)
            .toList();

    /** Calibrates each metric that applies on the reference, and counts its alarms. */
    List<Rate> rates(List<Distance> metrics, String stream, int n, int baseline) {
        return metrics.stream()
                .filter(metric -> metric.appliesTo(total.layout()))
                .map(metric -> rate(stream, n, baseline, metric))
                .toList();
    }

    private Rate rate(String stream, int n, int baseline, Distance metric) {
        NullDistribution nothingChanged = Calibration.fit(metric, total, reference);
        double threshold = nothingChanged.quantile(LEVEL, n);
        double rareThreshold = nothingChanged.quantile(RARE, n);
        int alarms = 0;
        int rareAlarms = 0;
        for (Profile window : live) {
            double value = metric.between(total, window);
            alarms += value > threshold ? 1 : 0;
            rareAlarms += value > rareThreshold ? 1 : 0;
        }
        return new Rate(stream, n, baseline, metric.name(), live.size(), alarms, rareAlarms);
    }
}
