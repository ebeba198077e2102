package io.streamgauge.topology.assess;

import io.streamgauge.checks.Calibrations;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.LiveFormat;
import io.streamgauge.topology.state.LiveStoreBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The assess step: its calibrated checks, its store, its processors. Calibration happens here, once, when the topology is built. */
public final class AssessDefinition implements ProcessorSupplier<String, Shuffled, String, AssessOutput> {
    static final String STORE = "partials";

    private final Map<SourceKey, AssessedSource> sources = new HashMap<>();
    private final Map<String, AssessedPairs> pairs = new HashMap<>();

    private record SourceKey(String model, Source source) {}

    public AssessDefinition(TopologySettings settings) {
        this(settings, new Calibrations());
    }

    /** @param calibrations what is known from other rules for the same past */
    public AssessDefinition(TopologySettings settings, Calibrations calibrations) {
        for (ModelSettings model : settings.models()) {
            if (model.skew() != null) {
                pairs.put(model.model(), AssessedPairs.of(model, model.skew(), settings.pairsPartitions()));
            }
            for (SourceSettings source : model.sources()) {
                sources.put(
                        new SourceKey(model.model(), source.source()),
                        AssessedSource.of(model, source.source(), calibrations));
            }
        }
    }

    @Override
    public Processor<String, Shuffled, String, AssessOutput> get() {
        return new AssessProcessor(this);
    }

    /**
     * The one store of the step. Key: {@code AssessKeys}; value: how far each source has come, the partials of open panes by
     * source partition, closed panes merged to blocks, as far as a window needs them, and what a sequential check remembers. Bound: features
     * x slices x versions x (partitions x open panes + blocks + series of windows), where blocks are at most twice the panes of the
     * longest window and a memory is at most 8 kB. Changelog: yes, compacted.
     */
    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(new LiveStoreBuilder<>(STORE, LiveFormat.bytes()));
    }

    @Nullable
    AssessedPairs pairs(String model) {
        return pairs.get(model);
    }

    @Nullable
    AssessedSource source(String model, Source source) {
        return sources.get(new SourceKey(model, source));
    }
}
