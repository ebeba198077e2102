package io.streamgauge.topology.ingest;

import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.state.LiveState;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Follows the numbers that producers give their records in one partition, and has them counted in the pane of each record. */
final class ProducerNumbers {
    private static final Bytes KEY = IngestKeys.sequences();

    private final LiveState<LiveValue> state;
    private final Panes panes;
    private final SourcePartition from;
    private final long paneMs;
    private @Nullable Sequences sequences;
    private long generation;

    ProducerNumbers(LiveState<LiveValue> state, Panes panes, SourcePartition from, long paneMs) {
        this.state = state;
        this.panes = panes;
        this.from = from;
        this.paneMs = paneMs;
    }

    /**
     * @param timeMs in the pane to count in; {@link Mark#UNKNOWN} if no event has told yet which time it is: then the numbers go on
     *     from here, and nothing is counted
     * @param watermarkMs panes that end at or before it are complete
     */
    void take(String producer, long number, long timeMs, long watermarkMs, long offset) {
        boolean counts = timeMs != Mark.UNKNOWN;
        long paneStartMs = counts ? Math.floorDiv(timeMs, paneMs) * paneMs : Mark.UNKNOWN;
        Sequences.Step step = sequences().take(producer, number, paneStartMs);
        if (counts) {
            panes.pipelineAt(timeMs).numbered(producer, step, from, offset);
        }
        long missedInMs = step.paneMs();
        if (missedInMs != Mark.UNKNOWN && missedInMs + paneMs > watermarkMs) {
            panes.pipelineAt(missedInMs).found(producer);
        }
    }

    private Sequences sequences() {
        Sequences current = sequences;
        if (current == null || generation != state.generation()) {
            current = (Sequences) state.get(KEY);
            if (current == null) {
                current = new Sequences();
            }
            state.put(KEY, current);
            sequences = current;
            generation = state.generation();
        }
        return current;
    }
}
