package io.streamgauge.checks;

import org.jspecify.annotations.Nullable;

/**
 * How many records of a source fell into a window, and what became of them.
 *
 * @param profiled counted in the profiles
 * @param late older than their partition's watermark when they arrived; in no profile
 * @param rejected unusable; in the rejected-records topic
 * @param newestEventMs newest event time seen up to the end of the window, {@link #NEVER} if there was no event yet
 * @param rules which rules the events broke
 * @param quiet how quiet it was between the events; null if nobody looks
 * @param pipeline how the records came here
 */
public record Traffic(
        long profiled,
        long late,
        long rejected,
        long newestEventMs,
        RuleCounts rules,
        @Nullable Quiet quiet,
        PipelineCounts pipeline) {
    public static final long NEVER = Long.MIN_VALUE;

    /** Traffic of whose way nothing is known. */
    public Traffic(
            long profiled, long late, long rejected, long newestEventMs, RuleCounts rules, @Nullable Quiet quiet) {
        this(profiled, late, rejected, newestEventMs, rules, quiet, PipelineCounts.NONE);
    }

    /** Traffic of which nobody knows how quiet it was. */
    public Traffic(long profiled, long late, long rejected, long newestEventMs, RuleCounts rules) {
        this(profiled, late, rejected, newestEventMs, rules, null);
    }

    /** Traffic that broke no rule. */
    public Traffic(long profiled, long late, long rejected, long newestEventMs) {
        this(profiled, late, rejected, newestEventMs, RuleCounts.NONE);
    }
}
