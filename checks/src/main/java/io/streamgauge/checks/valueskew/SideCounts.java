package io.streamgauge.checks.valueskew;

/**
 * What became of the rows of one side that made no pair.
 *
 * @param unmatched rows whose identifier the other side lacks
 * @param ambiguous rows left out because a side has their identifier more than once
 */
public record SideCounts(long unmatched, long ambiguous) {
    public static final SideCounts NONE = new SideCounts(0, 0);

    public SideCounts plus(SideCounts other) {
        return new SideCounts(unmatched + other.unmatched, ambiguous + other.ambiguous);
    }
}
