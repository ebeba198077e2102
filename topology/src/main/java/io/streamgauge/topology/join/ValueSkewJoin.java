package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.SideCounts;
import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.MemoryState;
import java.util.function.Consumer;

/**
 * Joins the rows of serving with those of training by identifier, whichever comes first, and compares the two values of each feature as
 * soon as both are there. A pair counts in the pane of its later row. It is taken back should the identifier turn up again within the
 * time-to-live; what came of a row that made no pair is known once both sides have come that much further. So counts depend on
 * identifiers and event times alone, and are the same in whatever order the two sides are read.
 *
 * <p>Knows nothing of Kafka Streams. One thread at a time.
 */
public final class ValueSkewJoin {
    private final JoinDefinition definition;
    private final RowComparison comparison;
    private final long timeToLiveMs;
    private final SourcePartition from;
    private final Groups groups;
    private final JoinPanes panes;
    private final LiveState<JoinValue> state;
    private final Consumer<Shuffled> out;
    private JoinProgress progress = new JoinProgress();
    /** Of the state when the progress was looked up. */
    private long generation = -1;
    /** Of the state when the groups were. */
    private long epoch = -1;

    ValueSkewJoin(JoinDefinition definition, int partition, LiveState<JoinValue> state, Consumer<Shuffled> out) {
        this.definition = definition;
        this.comparison = new RowComparison(
                definition.features().stream().map(definition::comparison).toArray(Comparison[]::new));
        this.timeToLiveMs = definition.timeToLiveMs();
        this.from = definition.sourcePartition(partition);
        this.groups = new Groups(state, definition.stepMs(), timeToLiveMs);
        this.panes = new JoinPanes(state, definition, from);
        this.state = state;
        this.out = out;
    }

    /** A join on plain memory. */
    public static ValueSkewJoin inMemory(JoinDefinition definition, int partition, Consumer<Shuffled> out) {
        return new ValueSkewJoin(definition, partition, new MemoryState<>(definition.name()), out);
    }

    public void process(SideRecord record) {
        JoinProgress now = progress();
        if (record instanceof Progress told) {
            now.sides.merge(told.from(), told, ValueSkewJoin::later);
            advance(now);
        } else if (record instanceof Row row) {
            now.read++;
            if (row.timeMs() < now.watermarkMs) {
                now.late++; // its partition was idle, and the others did not wait
            } else {
                take(row);
            }
        }
    }

    private static Progress later(Progress before, Progress now) {
        return new Progress(now.from(), now.idle(), Math.max(before.watermarkMs(), now.watermarkMs()));
    }

    private void take(Row row) {
        Group touched = groups.touchedBy(row);
        if (touched == null) {
            groups.start(row);
            return;
        }
        Row waiting = touched.waiting;
        if (touched.isPair()) {
            takeBack(touched);
        }
        groups.widen(touched, row, this::takeBackIfPair);
        if (touched.isPair() && waiting != null) {
            settle(touched, waiting, row);
        }
        touched.waiting = null;
    }

    private void takeBackIfPair(Group group) {
        if (group.isPair()) {
            takeBack(group);
        }
    }

    private void settle(Group group, Row one, Row other) {
        Row serving = one.from().serving() ? one : other;
        Row training = one.from().serving() ? other : one;
        byte[] outcomes = comparison.outcomes(training.values(), serving.values());
        group.outcomes = outcomes;
        panes.counts(group.lastMs).pair(outcomes, group.lastMs - group.firstMs, 1);
        panes.sample(group, serving, training, comparison.differs(outcomes));
    }

    private void takeBack(Group group) {
        byte[] outcomes = group.outcomes;
        if (outcomes != null) {
            panes.counts(group.lastMs).pair(outcomes, group.lastMs - group.firstMs, -1);
            panes.unsample(group);
            group.outcomes = null;
        }
    }

    private void advance(JoinProgress now) {
        long watermarkMs = now.newWatermarkMs(definition.sidePartitions());
        boolean idle = now.allIdle(definition.sidePartitions());
        if (watermarkMs > now.watermarkMs) {
            now.watermarkMs = watermarkMs;
            groups.expire(watermarkMs, this::judge);
        }
        long completeMs = complete(watermarkMs);
        boolean told = panes.complete(completeMs, out);
        if (told || idle != now.idle || completeMs == Long.MAX_VALUE) {
            now.idle = idle;
            Mark.Kind kind =
                    idle ? Mark.Kind.IDLE : completeMs == Long.MAX_VALUE ? Mark.Kind.ENDED : Mark.Kind.WATERMARK;
            var accounting = new Accounting(now.read, now.read - now.late, now.late, 0, -1);
            out.accept(new Mark(from, kind, completeMs, accounting));
        }
    }

    /** Before it nothing changes any more. */
    private long complete(long watermarkMs) {
        return watermarkMs == Mark.UNKNOWN || watermarkMs == Long.MAX_VALUE
                ? watermarkMs
                : watermarkMs - timeToLiveMs - definition.stepMs();
    }

    private void judge(Group group) {
        if (group.isPair()) {
            return;
        }
        boolean oneSided = group.serving == 0 || group.training == 0;
        PaneCounts counts = panes.counts(group.lastMs);
        counts.serving = counts.serving.plus(side(group.serving, oneSided));
        counts.training = counts.training.plus(side(group.training, oneSided));
    }

    private static SideCounts side(int rows, boolean oneSided) {
        return oneSided ? new SideCounts(rows, 0) : new SideCounts(0, rows);
    }

    /** The progress, announced as changed; when the state was dropped, what was derived from it is made anew. */
    private JoinProgress progress() {
        if (generation == state.generation()) {
            return progress;
        }
        if (epoch != state.epoch()) {
            epoch = state.epoch();
            groups.reload();
        }
        generation = state.generation();
        JoinProgress found = (JoinProgress) state.get(JoinKeys.progress());
        progress = found == null ? new JoinProgress() : found;
        state.put(JoinKeys.progress(), progress);
        return progress;
    }
}
