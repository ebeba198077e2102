package io.streamgauge.topology.settings;

import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.slice.Slices;
import java.util.List;

/**
 * One monitored model.
 *
 * @param windows the series of windows to judge, smallest first
 * @param slices subsets of the events that are judged on their own as well
 * @param configHash of the part of the configuration that scores depend on
 */
public record ModelSettings(
        String model,
        Baseline baseline,
        List<SourceSettings> sources,
        List<WindowSpec> windows,
        List<SliceSpec> slices,
        CheckSettings checks,
        AlertPolicy policy,
        String configHash) {
    public ModelSettings {
        sources = List.copyOf(sources);
        slices = List.copyOf(slices);
        windows = windows.stream().sorted(WindowSpec.SMALLEST_FIRST).distinct().toList();
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("model '" + model + "' needs windows, got none");
        }
    }

    /** The same with other inputs. */
    public ModelSettings withSources(List<SourceSettings> others) {
        return new ModelSettings(model, baseline, others, windows, slices, checks, policy, configHash);
    }

    /** Size of a pane: the largest of which every start and end of every window is a multiple. */
    public long paneMs() {
        return WindowSpec.paneMs(windows);
    }

    /** Which of the slices a source's events are in. */
    public Slices slices(Source source) {
        List<FeatureBaseline> features = baseline.features(source);
        return Slices.of(
                slices,
                features.stream().map(FeatureBaseline::schema).toList(),
                features.stream().map(FeatureBaseline::total).toList());
    }

    public SourceSettings source(Source source) {
        return sources.stream()
                .filter(candidate -> candidate.source() == source)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("model '" + model + "' has no source " + source.word()));
    }
}
