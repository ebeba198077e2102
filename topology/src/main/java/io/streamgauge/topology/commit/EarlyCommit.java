package io.streamgauge.topology.commit;

import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Asks for a commit where somebody waits for it. What a step writes is read by the next only once it is committed, so that an alert,
 * three steps behind its events, would come up to three commit intervals late. The end of a window is worth a commit of its own; but
 * no more than one a second for each task, as a replay ends hundreds of windows in that time, and nobody waits for them.
 */
public final class EarlyCommit {
    private static final long AT_MOST_EVERY_MS = 1_000;

    private final ProcessingContext context;
    private long lastMs;

    public EarlyCommit(ProcessingContext context) {
        this.context = context;
        this.lastMs = context.currentSystemTimeMs() - AT_MOST_EVERY_MS;
    }

    /** What the current record leads to is to be seen soon. */
    public void request() {
        long nowMs = context.currentSystemTimeMs();
        if (nowMs - lastMs >= AT_MOST_EVERY_MS) {
            lastMs = nowMs;
            context.commit();
        }
    }
}
