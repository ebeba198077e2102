package io.streamgauge.topology.state;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks Kafka Streams for a commit when {@link CommitPace} says that one is due. Streams' own interval is only the longest one: it is the
 * same whether a task sends results or only counts. One commit takes in all tasks of a stream thread, so that the most impatient of
 * them sets the pace.
 */
public final class PacedCommits {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final ProcessorContext<?, ?> context;
    private final LiveStore<?> store;
    private final CommitPace pace = new CommitPace();

    private PacedCommits(ProcessorContext<?, ?> context, LiveStore<?> store) {
        this.context = context;
        this.store = store;
    }

    /** To be called in a processor's {@code init}. */
    public static PacedCommits of(ProcessorContext<?, ?> context, LiveStore<?> store) {
        var commits = new PacedCommits(context, store);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, commits::look);
        return commits;
    }

    /** Says that the processor forwarded something that others wait for. */
    public void sent() {
        pace.sent(store.generation());
    }

    private void look(long nowMs) {
        if (pace.isDue(store.generation(), store.writtenBytes(), store.writtenNanos(), store.hasChanges(), nowMs)) {
            context.commit();
        }
    }
}
