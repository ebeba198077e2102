package io.streamgauge.topology.join;

import io.streamgauge.checks.Window;
import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.PairSample.RowPlace;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SkewPartial;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.LiveState;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The open panes of one task of the join. */
final class JoinPanes {
    private final LiveState<JoinValue> state;
    private final JoinDefinition definition;
    private final SourcePartition from;
    private final int features;
    /** In memory only: after a restart a mark too many is sent, which changes nothing. */
    private long completeMs = Long.MIN_VALUE;

    private @Nullable Pane last;

    JoinPanes(LiveState<JoinValue> state, JoinDefinition definition, SourcePartition from) {
        this.state = state;
        this.definition = definition;
        this.from = from;
        this.features = definition.features().size();
    }

    /** The counts of the pane that holds the time, announced as changed. */
    PaneCounts counts(long timeMs) {
        Pane pane = pane(timeMs);
        if (pane.counts.announced != state.generation()) {
            state.put(JoinKeys.pane(JoinKeys.COUNTS, pane.startMs), pane.counts);
            pane.counts.announced = state.generation();
        }
        return pane.counts;
    }

    void sample(Group group, Row serving, Row training, boolean differs) {
        Pane pane = pane(group.lastMs);
        if (pane.samples.wants(group.lastMs, differs, features)) {
            pane.samples.add(
                    new PairSample(
                            group.lastMs,
                            group.high,
                            group.low,
                            place(serving),
                            place(training),
                            new PairSample.Row(ValueFormat.read(training.values())),
                            new PairSample.Row(ValueFormat.read(serving.values()))),
                    differs);
            announce(pane);
        }
    }

    private RowPlace place(Row row) {
        return new RowPlace(definition.topic(row.from().serving()), row.from().partition(), row.offset());
    }

    void unsample(Group group) {
        Pane pane = pane(group.lastMs);
        if (pane.samples.remove(group.lastMs, group.high, group.low)) {
            announce(pane);
        }
    }

    private void announce(Pane pane) {
        if (pane.samples.announced != state.generation()) {
            state.put(JoinKeys.pane(JoinKeys.SAMPLES, pane.startMs), pane.samples);
            pane.samples.announced = state.generation();
        }
    }

    /** Live objects of one pane, as long as the generation of the state lasts. */
    private record Pane(long startMs, long generation, PaneCounts counts, PaneSamples samples) {}

    private Pane pane(long timeMs) {
        Pane found = last;
        long startMs = Math.floorDiv(timeMs, definition.paneMs()) * definition.paneMs();
        if (found == null || found.startMs != startMs || found.generation != state.generation()) {
            var counts = (PaneCounts) state.get(JoinKeys.pane(JoinKeys.COUNTS, startMs));
            var samples = (PaneSamples) state.get(JoinKeys.pane(JoinKeys.SAMPLES, startMs));
            found = new Pane(
                    startMs,
                    state.generation(),
                    counts == null ? new PaneCounts(features) : counts,
                    samples == null ? new PaneSamples() : samples);
            last = found;
        }
        return found;
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
            last = null;
        }
        long before = completeMs;
        completeMs = Math.max(completeMs, timeMs);
        return Math.floorDiv(completeMs, definition.paneMs()) > Math.floorDiv(before, definition.paneMs());
    }

    private SkewPartial partial(Window window) {
        Pane pane = pane(window.startMs());
        return new SkewPartial(
                from,
                window,
                pane.counts.features(),
                pane.counts.pairs,
                pane.counts.serving,
                pane.counts.training,
                pane.counts.latencyList(),
                pane.samples.samples(features));
    }
}
