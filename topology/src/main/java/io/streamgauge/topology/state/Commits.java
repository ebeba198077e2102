package io.streamgauge.topology.state;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks Kafka Streams for a commit when one is worth it. Streams' own interval is only the longest one: it is the same whether a task sends
 * results or only counts. One commit takes in all tasks of a stream thread, so that the most impatient of them sets the pace.
 *
 * <p>What a step sends is read by the next only once it is committed, so that an alert, three steps behind its events, would come up to
 * three intervals late. The end of a window is worth a commit of its own ({@link #sentEndOfWindow}); but no more than one a second
 * for each task, as a replay ends hundreds of windows in that time, and nobody waits for them. For all else see {@link CommitPace}.
 */
public final class Commits {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final long AT_ONCE_EVERY_MS = 1_000;

    private final ProcessorContext<?, ?> context;
    private final LiveStore<?> store;
    private final LongConsumer interval;
    private final CommitPace pace;
    private long lastAtOnceMs;

    private Commits(ProcessorContext<?, ?> context, LiveStore<?> store, int partitions, LongConsumer interval) {
        this.pace = new CommitPace(partitions);
        this.context = context;
        this.store = store;
        this.interval = interval;
        this.lastAtOnceMs = context.currentSystemTimeMs() - AT_ONCE_EVERY_MS;
    }

    /** To be called in a processor's {@code init}. */
    public static Commits of(ProcessorContext<?, ?> context, LiveStore<?> store) {
        return of(context, store, 1, millis -> {});
    }

    /**
     * @param partitions of the step, each with a store of its own
     * @param interval is told the milliseconds between two write-backs
     */
    public static Commits of(
            ProcessorContext<?, ?> context, LiveStore<?> store, int partitions, LongConsumer interval) {
        var commits = new Commits(context, store, partitions, interval);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, commits::look);
        return commits;
    }

    /** Says that the processor forwarded something that others wait for. */
    public void sent() {
        pace.sent(store.generation());
    }

    /** Says that what was forwarded ends a window, so that an alert may hang on it. */
    public void sentEndOfWindow() {
        sent();
        long nowMs = context.currentSystemTimeMs();
        if (nowMs - lastAtOnceMs >= AT_ONCE_EVERY_MS) {
            lastAtOnceMs = nowMs;
            context.commit();
        }
    }

    private void look(long nowMs) {
        long before = pace.lastCommitMs();
        if (pace.isDue(store.generation(), store.writtenBytes(), store.writtenNanos(), store.hasChanges(), nowMs)) {
            context.commit();
        }
        if (before > 0 && pace.lastCommitMs() != before) {
            interval.accept(pace.lastCommitMs() - before);
        }
    }
}
