package io.streamgauge.topology.assess;

import io.streamgauge.checks.Provenance;
import io.streamgauge.checks.SkewCheck;
import io.streamgauge.checks.SkewSettings;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.util.List;
import java.util.Set;

/**
 * What assess must know of the pairs of one model.
 *
 * @param partitions of the pairs topic: a window waits for all of them
 */
record AssessedPairs(
        String model,
        String baselineVersion,
        int partitions,
        int features,
        long paneMs,
        List<WindowSpec> windows,
        SkewCheck check) {
    static AssessedPairs of(ModelSettings model, ValueSkewSettings skew, int partitions) {
        var settings = new SkewSettings(
                skew.features(),
                skew.comparisons(),
                skew.allowedRate(),
                skew.allowedUnmatched(),
                skew.minimumRows(),
                Set.copyOf(skew.sensitive()));
        return new AssessedPairs(
                model.model(),
                model.baseline().version(),
                partitions,
                skew.features().size(),
                model.paneMs(),
                model.windows(),
                new SkewCheck(
                        settings,
                        skew.timeToLive().toMillis() / 1000.0,
                        new Provenance(model.trained().id(), model.configHash())));
    }

    /** Start of the oldest pane that a window which ends after {@code timeMs} needs. */
    long oldestNeeded(long timeMs) {
        return windows.stream()
                .mapToLong(spec -> spec.earliestOpenStart(timeMs))
                .min()
                .orElse(timeMs);
    }
}
