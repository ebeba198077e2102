package io.streamgauge.topology.settings;

import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.slice.Slices;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One monitored model.
 *
 * @param windows the series of windows to judge, smallest first
 * @param slices subsets of the events that are judged on their own as well
 * @param configHash of the part of the configuration that scores depend on
 * @param rules by source, what every event has to keep
 * @param skew how the rows of serving are compared with those of training; null for not at all
 */
public record ModelSettings(
        String model,
        Baseline baseline,
        List<SourceSettings> sources,
        List<WindowSpec> windows,
        List<SliceSpec> slices,
        CheckSettings checks,
        AlertPolicy policy,
        String configHash,
        Map<Source, List<EventRule>> rules,
        @Nullable ValueSkewSettings skew) {
    public ModelSettings {
        sources = List.copyOf(sources);
        rules = Map.copyOf(rules);
        slices = List.copyOf(slices);
        windows = windows.stream().sorted(WindowSpec.SMALLEST_FIRST).distinct().toList();
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("model '" + model + "' needs windows, got none");
        }
    }

    /** A model whose events have no rules to keep and whose rows are not compared with those of training. */
    public ModelSettings(
            String model,
            Baseline baseline,
            List<SourceSettings> sources,
            List<WindowSpec> windows,
            List<SliceSpec> slices,
            CheckSettings checks,
            AlertPolicy policy,
            String configHash) {
        this(model, baseline, sources, windows, slices, checks, policy, configHash, Map.of(), null);
    }

    /** The same with rules for its events. */
    public ModelSettings withRules(Map<Source, List<EventRule>> others) {
        return new ModelSettings(model, baseline, sources, windows, slices, checks, policy, configHash, others, skew);
    }

    /** The same with other checks. */
    public ModelSettings withChecks(CheckSettings others) {
        return new ModelSettings(model, baseline, sources, windows, slices, others, policy, configHash, rules, skew);
    }

    /** The baseline as training made it, without the ages of values. */
    public Baseline trained() {
        var ages = Arrays.stream(Source.values())
                .flatMap(source -> baseline.features(source).stream())
                .map(FeatureBaseline::schema)
                .filter(AgeField::isOne)
                .collect(Collectors.toSet());
        return baseline.without(ages);
    }

    /** What every event of the source has to keep. */
    public List<EventRule> rulesOf(Source source) {
        return rules.getOrDefault(source, List.of());
    }

    /** The same with other inputs. */
    public ModelSettings withSources(List<SourceSettings> others) {
        return new ModelSettings(model, baseline, others, windows, slices, checks, policy, configHash, rules, skew);
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
