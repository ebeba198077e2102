package io.streamgauge.topology.join;

import io.streamgauge.checks.Window;
import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.PairSample.RowPlace;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SkewPartial;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.state.LiveState;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;

/** The open panes of one task of the join. */
final class JoinPanes {
    private final LiveState<JoinValue> state;
    private final JoinDefinition definition;
    private final SourcePartition from;
    private final int features;
    /** In memory only: after a restart a mark too many is sent, which changes nothing. */
    private long completeMs = Long.MIN_VALUE;

    JoinPanes(LiveState<JoinValue> state, JoinDefinition definition, SourcePartition from) {
        this.state = state;
        this.definition = definition;
        this.from = from;
        this.features = definition.features().size();
    }

    /** The counts of the pane that holds the time, announced as changed. */
    PaneCounts counts(long timeMs) {
        Bytes key = JoinKeys.pane(JoinKeys.COUNTS, startOf(timeMs));
        var counts = (PaneCounts) state.get(key);
        if (counts == null) {
            counts = new PaneCounts(features);
        }
        if (counts.announced != state.generation()) {
            state.put(key, counts);
            counts.announced = state.generation();
        }
        return counts;
    }

    void sample(Group group, Row serving, Row training, boolean differs) {
        Bytes key = JoinKeys.pane(JoinKeys.SAMPLES, startOf(group.lastMs));
        var kept = (PaneSamples) state.get(key);
        PaneSamples samples = kept == null ? new PaneSamples() : kept;
        if (samples.wants(group.lastMs, differs, features)) {
            samples.add(
                    new PairSample(
                            group.lastMs,
                            group.high,
                            group.low,
                            place(serving),
                            place(training),
                            new PairSample.Row(training.values()),
                            new PairSample.Row(serving.values())),
                    differs);
            announce(key, samples);
        }
    }

    private RowPlace place(Row row) {
        return new RowPlace(definition.topic(row.from().serving()), row.from().partition(), row.offset());
    }

    void unsample(Group group) {
        Bytes key = JoinKeys.pane(JoinKeys.SAMPLES, startOf(group.lastMs));
        var samples = (PaneSamples) state.get(key);
        if (samples != null && samples.remove(group.lastMs, group.high, group.low)) {
            announce(key, samples);
        }
    }

    private void announce(Bytes key, PaneSamples samples) {
        if (samples.announced != state.generation()) {
            state.put(key, samples);
            samples.announced = state.generation();
        }
    }

    /** Sends the panes that end at or before the time; whether the time passed the end of a pane since it was asked last. */
    boolean complete(long timeMs, Consumer<Shuffled> out) {
        for (Bytes key : state.keysOf(JoinKeys.allOf(JoinKeys.COUNTS))) {
            long startMs = JoinKeys.number(key);
            var pane = new Window(startMs, startMs + definition.paneMs());
            if (pane.endMs() > timeMs) {
                break;
            }
            out.accept(partial(pane));
            state.remove(key);
            state.remove(JoinKeys.pane(JoinKeys.SAMPLES, startMs));
        }
        long before = completeMs;
        completeMs = Math.max(completeMs, timeMs);
        return Math.floorDiv(completeMs, definition.paneMs()) > Math.floorDiv(before, definition.paneMs());
    }

    private SkewPartial partial(Window pane) {
        PaneCounts counts = counts(pane.startMs());
        var samples = (PaneSamples) state.get(JoinKeys.pane(JoinKeys.SAMPLES, pane.startMs()));
        return new SkewPartial(
                from,
                pane,
                counts.features(),
                counts.pairs,
                counts.serving,
                counts.training,
                counts.latencyList(),
                samples == null ? List.of() : samples.samples(features));
    }

    private long startOf(long timeMs) {
        return Math.floorDiv(timeMs, definition.paneMs()) * definition.paneMs();
    }
}
