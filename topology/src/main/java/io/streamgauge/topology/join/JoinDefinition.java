package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import io.streamgauge.topology.state.LiveStoreBuilder;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** The join of one model: its settings, its store, its processors. */
public final class JoinDefinition implements ProcessorSupplier<String, byte[], String, Shuffled> {
    private static final int STEPS_OF_TIME_TO_LIVE = 16;

    private final ModelSettings model;
    private final ValueSkewSettings skew;
    private final long paneMs;
    private final long stepMs;

    public JoinDefinition(ModelSettings model, ValueSkewSettings skew) {
        this.model = model;
        this.skew = skew;
        this.paneMs = model.paneMs();
        this.stepMs = stepMs(skew, paneMs);
    }

    @Override
    public Processor<String, byte[], String, Shuffled> get() {
        return new JoinProcessor(this);
    }

    /**
     * The one store of the step. Key: {@code JoinKeys}; value: how far the sides have come, the groups of rows in chunks, counts and
     * samples of open panes. Retention: the time-to-live, in event time, behind the slower side. Changelog: yes, compacted.
     */
    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(new LiveStoreBuilder<>(storeName(), new JoinValueFormat()));
    }

    /** Name of the step in the topology: {@code join-<model>}. */
    public String name() {
        return "join-" + model.model();
    }

    String storeName() {
        return name();
    }

    /** How finely the watermark is told and the state is cut: the smaller of a pane and a sixteenth of the time-to-live. */
    static long stepMs(ValueSkewSettings skew, long paneMs) {
        return Math.max(1, Math.min(paneMs, skew.timeToLive().toMillis() / STEPS_OF_TIME_TO_LIVE));
    }

    String model() {
        return model.model();
    }

    List<String> features() {
        return skew.features();
    }

    Comparison comparison(String feature) {
        return skew.comparison(feature);
    }

    long timeToLiveMs() {
        return skew.timeToLive().toMillis();
    }

    long stepMs() {
        return stepMs;
    }

    long paneMs() {
        return paneMs;
    }

    int sidePartitions() {
        return skew.serving().partitions() + skew.training().partitions();
    }

    String topic(boolean serving) {
        return skew.side(serving).mapping().topic();
    }

    SourcePartition sourcePartition(int partition) {
        return new SourcePartition(model(), Source.REFERENCE, topic(false), partition);
    }
}
