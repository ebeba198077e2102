package io.streamgauge.topology.join;

import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import io.streamgauge.topology.state.LiveStoreBuilder;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The step that reads one side of the join of one model. */
public final class SideDefinition implements ProcessorSupplier<byte[], byte[], String, SideOutput> {
    private final ModelSettings model;
    private final ValueSkewSettings skew;
    private final TopologySettings settings;
    private final Function<SourceMapping, EventDecoder> decoders;
    private final boolean serving;
    private final long stepMs;

    /** @param decoders asked for a decoder once for each partition that is read */
    public SideDefinition(
            ModelSettings model,
            ValueSkewSettings skew,
            TopologySettings settings,
            Function<SourceMapping, EventDecoder> decoders,
            boolean serving) {
        this.model = model;
        this.skew = skew;
        this.settings = settings;
        this.decoders = decoders;
        this.serving = serving;
        this.stepMs = JoinDefinition.stepMs(skew, model.paneMs());
    }

    @Override
    public Processor<byte[], byte[], String, SideOutput> get() {
        return new SideProcessor(this);
    }

    /** The one store of the step. Key: the partition; value: how far it has come. Changelog: yes, compacted. */
    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(new LiveStoreBuilder<>(storeName(), SidePosition.FORMAT));
    }

    /** Name of the step in the topology: {@code pairs-<model>-serving}, {@code pairs-<model>-training}. */
    public String name() {
        return "pairs-" + model.model() + (serving ? "-serving" : "-training");
    }

    String storeName() {
        return name();
    }

    String model() {
        return model.model();
    }

    boolean serving() {
        return serving;
    }

    SourceSettings source() {
        return skew.side(serving);
    }

    int features() {
        return skew.features().size();
    }

    long stepMs() {
        return stepMs;
    }

    int pairsPartitions() {
        return settings.pairsPartitions();
    }

    int largestRejectedValue() {
        return settings.largestRejectedValue();
    }

    @Nullable
    BoundedInput bounded() {
        return settings.bounded();
    }

    EventDecoder newDecoder() {
        return decoders.apply(source().mapping());
    }
}
