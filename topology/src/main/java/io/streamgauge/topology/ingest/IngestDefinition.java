package io.streamgauge.topology.ingest;

import io.streamgauge.checks.PipelineSettings;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.slice.Slices;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.LiveStoreBuilder;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The ingest step of one source of one model: its settings, its store, its processors. */
public final class IngestDefinition implements ProcessorSupplier<byte[], byte[], String, IngestOutput> {
    private final ModelSettings model;
    private final SourceSettings source;
    private final TopologySettings settings;
    private final Function<SourceMapping, EventDecoder> decoders;
    private final TopologyMeter meter;
    private final FeatureChunks chunks;
    /** Kept, as it is asked for with every event. */
    private final long paneMs;

    private final Slices slices;
    private final boolean countsIds;
    private final boolean watchesSilence;

    public IngestDefinition(
            ModelSettings model,
            SourceSettings source,
            TopologySettings settings,
            SchemaRegistry registry,
            TopologyMeter meter) {
        this(model, source, settings, mapping -> EventDecoders.of(mapping, registry), meter);
    }

    /** @param decoders makes a decoder for each task, where events are not read from the bytes of records */
    public IngestDefinition(
            ModelSettings model,
            SourceSettings source,
            TopologySettings settings,
            Function<SourceMapping, EventDecoder> decoders,
            TopologyMeter meter) {
        this.model = model;
        this.source = source;
        this.settings = settings;
        this.decoders = decoders;
        this.meter = meter;
        this.chunks = new FeatureChunks(model.baseline().features(source.source()));
        this.paneMs = model.paneMs();
        this.slices = model.slices(source.source());
        this.countsIds = model.checks().countsIds();
        this.watchesSilence =
                model.checks().staleness().silence().containsKey(source.source().word());
        checkSlots();
    }

    private void checkSlots() {
        var mapped = source.mapping().features();
        var expected = model.baseline().features(source.source()).stream()
                .map(feature -> feature.schema().name())
                .toList();
        if (!mapped.stream().map(feature -> feature.name()).toList().equals(expected)) {
            throw new IllegalArgumentException("model '" + model.model() + "' maps " + mapped + " of topic '"
                    + source.mapping().topic() + "', but its baseline has " + expected);
        }
    }

    @Override
    public Processor<byte[], byte[], String, IngestOutput> get() {
        return new IngestProcessor(this);
    }

    /**
     * The one store of the step. Key: {@code IngestKeys}; value: the partition's progress, the traffic and the profiles of its
     * open panes. Retention: until the pane is complete. Bound: features x versions x combinations of slices x open panes
     * (lateness / pane + 1), see {@code SlicedProfiles}.
     * Changelog: yes, compacted; it is the only copy.
     */
    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(new LiveStoreBuilder<>(storeName(), new LiveValueFormat(chunks)));
    }

    /** Name of the step in the topology: {@code ingest-<model>-<source>}. */
    public String name() {
        return "ingest-" + model.model() + "-" + source.source().word();
    }

    String storeName() {
        return "panes-" + model.model() + "-" + source.source().word();
    }

    String model() {
        return model.model();
    }

    String baselineVersion() {
        return model.baseline().version();
    }

    SourceSettings source() {
        return source;
    }

    FeatureChunks chunks() {
        return chunks;
    }

    /** For one task. */
    Slices newSlices() {
        return slices.copy();
    }

    long paneMs() {
        return paneMs;
    }

    int largestRejectedValue() {
        return settings.largestRejectedValue();
    }

    /** Whether late events are written somewhere, or only counted. */
    boolean keepsLate() {
        return settings.topics().late() != null;
    }

    @Nullable
    BoundedInput bounded() {
        return settings.bounded();
    }

    TopologyMeter meter() {
        return meter;
    }

    /** Whether anybody asks how long the source is silent. */
    boolean watchesSilence() {
        return watchesSilence;
    }

    @Nullable
    PipelineSettings pipeline() {
        return model.checks().pipeline();
    }

    /** Whether somebody asks for new schemas, versions and producers. */
    boolean tellsChanges() {
        PipelineSettings pipeline = pipeline();
        return pipeline != null && pipeline.changes();
    }

    /** Whether somebody asks for the numbers of records. */
    boolean countsSequences() {
        PipelineSettings pipeline = pipeline();
        return pipeline != null && pipeline.countsSequences();
    }

    boolean countsIds() {
        return countsIds;
    }

    List<EventRule> rules() {
        return model.rulesOf(source.source());
    }

    EventDecoder newDecoder() {
        return decoders.apply(source.mapping());
    }
}
