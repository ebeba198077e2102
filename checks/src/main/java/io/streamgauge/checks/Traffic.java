package io.streamgauge.checks;

/**
 * How many records of a source fell into a window, and what became of them.
 *
 * @param profiled counted in the profiles
 * @param late older than their partition's watermark when they arrived; in no profile
 * @param rejected unusable; in the rejected-records topic
 * @param newestEventMs newest event time seen up to the end of the window, {@link #NEVER} if there was no event yet
 * @param rules which rules the events broke
 */
public record Traffic(long profiled, long late, long rejected, long newestEventMs, RuleCounts rules) {
    public static final long NEVER = Long.MIN_VALUE;

    /** Traffic that broke no rule. */
    public Traffic(long profiled, long late, long rejected, long newestEventMs) {
        this(profiled, late, rejected, newestEventMs, RuleCounts.NONE);
    }

    public long read() {
        return profiled + late + rejected;
    }
}
