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

    /** The changelog of a step may grow by this much a second, over all its partitions. */
    static final double BYTES_PER_SECOND = 4000;

    /** Of one core's time. */
    static final double SHARE_OF_TIME = 0.02;

    private final int partitions;
    private long intervalMs = SHORTEST.toMillis();
    private long lastCommitMs;
    private long lastGeneration = -1;
    private long sentGeneration = -1;

    /** @param partitions that share the budget of bytes */
    public CommitPace(int partitions) {
        this.partitions = partitions;
    }

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
            intervalMs = intervalMs(bytes, nanos, partitions);
        }
        long sinceMs = nowMs - lastCommitMs;
        boolean othersWait = sentGeneration == generation && sinceMs >= SHORTEST.toMillis();
        boolean countsWait = hasChanges && sinceMs >= intervalMs;
        return othersWait || countsWait;
    }

    /** When the last commit was noticed, 0 before the first. */
    long lastCommitMs() {
        return lastCommitMs;
    }

    /** How long counts that nobody waits for wait now. */
    public Duration interval() {
        return Duration.ofMillis(intervalMs);
    }

    /** How long counts wait where a write-back of one of so many partitions has so many bytes and takes no time. */
    public static Duration intervalFor(long bytes, int partitions) {
        return Duration.ofMillis(intervalMs(bytes, 0, partitions));
    }

    private static long intervalMs(long bytes, long nanos, int partitions) {
        double forBytes = 1000 * (bytes * partitions / BYTES_PER_SECOND);
        double forTime = nanos / 1e6 / SHARE_OF_TIME;
        return Math.round(Math.max(
                (double) SHORTEST.toMillis(), Math.min((double) LONGEST.toMillis(), Math.max(forBytes, forTime))));
    }
}
