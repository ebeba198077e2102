package io.streamgauge.topology.state;

import java.time.Duration;

/**
 * When is the next commit due? What was sent must not wait longer than {@link #SHORTEST}: others read only what is committed. Counts that
 * nobody waits for are written back as seldom as keeps the write-back within its share of time and traffic, but at least every
 * {@link #LONGEST}, so that a crash does not mean much work done twice.
 *
 * <pre>  interval = bytes / budget or nanoseconds / share, whichever is longer, between the shortest and the longest</pre>
 *
 * with bytes and time of the last write-back. At full speed a write-back is dear in time, at a low rate in bytes per event.
 *
 * <p>Pure: the clock is handed in. One thread at a time.
 */
public final class CommitPace {
    public static final Duration SHORTEST = Duration.ofMillis(500);
    public static final Duration LONGEST = Duration.ofSeconds(10);

    /** A task's changelog may grow by this much a second. */
    static final double BYTES_PER_SECOND = 4000;

    /** Of one core's time. */
    static final double SHARE_OF_TIME = 0.02;

    private long intervalMs = SHORTEST.toMillis();
    private long lastCommitMs;
    private long lastGeneration = -1;
    private long sentGeneration = -1;

    /** Says that something was sent since the store's write-back of this generation. */
    public void sent(long generation) {
        sentGeneration = generation;
    }

    /**
     * @param generation of the store; another one than at the last call means that a commit came between
     * @param bytes that the last write-back wrote
     * @param nanos that it took
     */
    public boolean isDue(long generation, long bytes, long nanos, boolean hasChanges, long nowMs) {
        if (generation != lastGeneration) {
            lastGeneration = generation;
            lastCommitMs = nowMs;
            intervalMs = intervalMs(bytes, nanos);
        }
        long sinceMs = nowMs - lastCommitMs;
        boolean othersWait = sentGeneration == generation && sinceMs >= SHORTEST.toMillis();
        boolean countsWait = hasChanges && sinceMs >= intervalMs;
        return othersWait || countsWait;
    }

    /** How long counts that nobody waits for wait now. */
    public Duration interval() {
        return Duration.ofMillis(intervalMs);
    }

    /** How long counts wait where a write-back has so many bytes and takes no time. */
    public static Duration intervalFor(long bytes) {
        return Duration.ofMillis(intervalMs(bytes, 0));
    }

    private static long intervalMs(long bytes, long nanos) {
        double forBytes = 1000 * (bytes / BYTES_PER_SECOND);
        double forTime = nanos / 1e6 / SHARE_OF_TIME;
        return Math.round(Math.max(
                (double) SHORTEST.toMillis(), Math.min((double) LONGEST.toMillis(), Math.max(forBytes, forTime))));
    }
}
