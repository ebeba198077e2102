package io.streamgauge.topology.assess;

import io.streamgauge.checks.Check;
import io.streamgauge.checks.Checks;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.settings.ModelSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What assess must know of one source of one model, calibrated once.
 *
 * @param checksByWindowSize the checks for each window size in milliseconds, smallest first
 */
record AssessedSource(
        String model,
        String baselineVersion,
        String baselineId,
        Source source,
        int partitions,
        long paneMs,
        List<FeatureBaseline> features,
        FeatureChunks chunks,
        Map<Long, List<Check>> checksByWindowSize) {

    static AssessedSource of(ModelSettings model, Source source) {
        var checks = new TreeMap<Long, List<Check>>();
        long smallest = model.windowSizesMs().get(0);
        for (long size : model.windowSizesMs()) {
            checks.put(
                    size,
                    Checks.of(model.checks(), model.baseline(), source, size, size == smallest, model.configHash()));
        }
        List<FeatureBaseline> features = model.baseline().features(source);
        return new AssessedSource(
                model.model(),
                model.baseline().version(),
                model.baseline().id(),
                source,
                model.source(source).partitions(),
                model.paneMs(),
                features,
                new FeatureChunks(features),
                checks);
    }

    /** Start of the oldest pane that a window which is not over at {@code paneMs} needs. */
    long oldestNeeded(long nextPaneMs) {
        return checksByWindowSize.keySet().stream()
                .mapToLong(size -> Math.floorDiv(nextPaneMs, size) * size)
                .min()
                .orElse(nextPaneMs);
    }
}
