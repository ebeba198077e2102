package io.streamgauge.app.config;

import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.slice.Slices;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.topology.state.CommitPace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much does one source of a model need? Bounds for one model version, if every slice has events in every pane; values that
 * training never saw come on top, up to 21 kB for each categorical feature, slice and pane that has many of them.
 *
 * @param slices with the one of all events
 * @param openPanes of one partition at a time: those that an event within the lateness may fall into
 * @param blocks of closed panes that windows may still need, at most
 * @param liveBytes of heap in ingest, over all partitions
 * @param stateBytes in the store of assess
 * @param changelogBytesPerSecond of the stores of ingest, over all partitions
 * @param cores that ingest keeps busy at the given rate
 */
public record Sizing(
        String model,
        String source,
        int features,
        int slices,
        Duration pane,
        int partitions,
        long openPanes,
        long blocks,
        long liveBytes,
        long stateBytes,
        double changelogBytesPerSecond,
        double cores) {

    // Measured by io.streamgauge.benchmarks.ingest, see performance.md; Kafka's part comes on top.
    private static final double NANOS_PER_EVENT = 300;
    private static final double NANOS_PER_VALUE = 20;

    private static final int HEAP_BYTES_BESIDE_COUNTS = 450;
    private static final int STORED_BYTES_BESIDE_COUNTS = 110;
    private static final int STORED_BYTES_PER_COUNT = 3;

    /** One for each source of the model that the baseline has features of. */
    public static List<Sizing> of(ModelConfig model, Baseline baseline, int partitions, double eventsPerSecond) {
        var sizings = new ArrayList<Sizing>();
        for (Source source : Source.values()) {
            SourceConfig config = model.source(source);
            if (config != null && !baseline.features(source).isEmpty()) {
                sizings.add(of(model, baseline, source, config, partitions, eventsPerSecond));
            }
        }
        return sizings;
    }

    private static Sizing of(
            ModelConfig model,
            Baseline baseline,
            Source source,
            SourceConfig config,
            int partitions,
            double eventsPerSecond) {
        List<FeatureBaseline> features = baseline.features(source);
        int slices = 1 + slices(model, features);
        long openPanes = config.guard().lateness().toMillis() / model.pane().toMillis() + 2;
        long blocks = WindowSpec.mostBlocks(model.windows());
        long heap = features.stream()
                        .mapToLong(feature -> heapBytes(feature.layout()))
                        .sum()
                * slices;
        long stored = features.stream()
                        .mapToLong(feature -> storedBytes(feature.layout()))
                        .sum()
                * slices;
        double nanos = NANOS_PER_EVENT + NANOS_PER_VALUE * features.size();
        return new Sizing(
                model.name(),
                source.word(),
                features.size(),
                slices,
                model.pane(),
                partitions,
                openPanes,
                blocks,
                heap * openPanes * partitions,
                stored * (openPanes * partitions + blocks),
                partitions
                        * stored
                        / (CommitPace.intervalFor(stored, partitions).toMillis() / 1000.0),
                eventsPerSecond * nanos / 1e9);
    }

    private static int slices(ModelConfig model, List<FeatureBaseline> features) {
        return Slices.of(
                        model.slices(),
                        features.stream().map(FeatureBaseline::schema).toList(),
                        features.stream().map(FeatureBaseline::total).toList())
                .definitions()
                .size();
    }

    private static long heapBytes(Layout layout) {
        return HEAP_BYTES_BESIDE_COUNTS + (long) Long.BYTES * layout.bins();
    }

    private static long storedBytes(Layout layout) {
        long counts = (long) STORED_BYTES_PER_COUNT * layout.bins();
        return layout instanceof Grid ? counts + STORED_BYTES_BESIDE_COUNTS : counts;
    }
}
