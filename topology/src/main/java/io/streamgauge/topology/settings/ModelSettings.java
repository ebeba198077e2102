package io.streamgauge.topology.settings;

import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.contract.Source;
import java.util.List;

/**
 * One monitored model.
 *
 * @param windowSizesMs sizes of the tumbling windows, smallest first
 * @param configHash of the part of the configuration that scores depend on
 */
public record ModelSettings(
        String model,
        Baseline baseline,
        List<SourceSettings> sources,
        List<Long> windowSizesMs,
        CheckSettings checks,
        AlertPolicy policy,
        String configHash) {
    public ModelSettings {
        sources = List.copyOf(sources);
        windowSizesMs = windowSizesMs.stream().sorted().distinct().toList();
        if (windowSizesMs.isEmpty() || windowSizesMs.get(0) <= 0) {
            throw new IllegalArgumentException(
                    "model '" + model + "' needs windows of positive size, got " + windowSizesMs);
        }
    }

    /** The same with other inputs. */
    public ModelSettings withSources(List<SourceSettings> others) {
        return new ModelSettings(model, baseline, others, windowSizesMs, checks, policy, configHash);
    }

    /** Size of a pane: the largest of which every window is a multiple. */
    public long paneMs() {
        return windowSizesMs.stream().reduce(0L, ModelSettings::greatestCommonDivisor);
    }

    public SourceSettings source(Source source) {
        return sources.stream()
                .filter(candidate -> candidate.source() == source)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("model '" + model + "' has no source " + source.word()));
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
