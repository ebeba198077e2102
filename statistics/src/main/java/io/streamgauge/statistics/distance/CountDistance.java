package io.streamgauge.statistics.distance;

/** A distance between two rows of bin counts of one layout. Immutable and safe for use by any thread. */
@FunctionalInterface
public interface CountDistance {

    /**
     * The distance between two {@linkplain io.streamgauge.statistics.profile.Profile#binCounts() rows of counts}, both with
     * a positive sum. Neither array is changed.
     */
    double between(long[] reference, long[] current);
}
