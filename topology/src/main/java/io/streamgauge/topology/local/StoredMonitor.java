package io.streamgauge.topology.local;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.alert.AlertDefinition;
import io.streamgauge.topology.alert.Alerting;
import io.streamgauge.topology.assess.Assess;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.MemoryState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What would other rules have said about the same past? Judges stored profiles again, without events: for rules that leave the
 * panes and what is counted in them as they are, the result is what the service would have written, to the byte.
 *
 * <p>One thread at a time.
 */
public final class StoredMonitor {
    private final TopologySettings settings;
    private final Assess assess;
    private final Map<Key, StoredPanes> sources = new LinkedHashMap<>();

    private record Key(String model, String source) {}

    /** @param settings the rules to judge by */
    public StoredMonitor(TopologySettings settings, LocalOutput output) {
        // The merged profile of a pane comes from all partitions at once: there is only one to wait for.
        this.settings = settings.withModels(settings.models().stream()
                .map(model -> model.withSources(model.sources().stream()
                        .map(source -> source.withPartitions(1))
                        .toList()))
                .toList());
        var alerting = new Alerting(
                new AlertDefinition(this.settings, TopologyMeter.NONE), new MemoryState<>("alerts"), output::alert);
        var judge = new WindowJudge(alerting);
        this.assess = new Assess(new AssessDefinition(this.settings), new MemoryState<>("partials"), out -> {
            if (out instanceof AssessOutput.ToScores score) {
                output.score(score.record());
                judge.take(score);
            } else if (out instanceof AssessOutput.ToProfiles profile) {
                output.profile(profile.record());
            }
        });
    }

    /** Takes the next record of the profiles topic; those of one source must come in the order of the topic. */
    public void process(GenericRecord profile) {
        var key = new Key(profile.get("model").toString(), profile.get("source").toString());
        StoredPanes panes = sources.computeIfAbsent(key, this::panes);
        if (panes != null) {
            panes.take(profile).forEach(this::assess);
        }
    }

    /** There are no further records. */
    public void end() {
        sources.values().forEach(panes -> panes.end().forEach(this::assess));
    }

    private void assess(Shuffled record) {
        assess.process(record);
    }

    private @Nullable StoredPanes panes(Key key) {
        for (ModelSettings model : settings.models()) {
            if (model.model().equals(key.model())
                    && model.sources().stream()
                            .anyMatch(source -> source.source().word().equals(key.source()))) {
                return new StoredPanes(model, Source.ofWord(key.source()));
            }
        }
        return null; // a model or source that is not configured any more
    }
}
