package io.streamgauge.statistics.comparison;

/** Where the finite values of two numeric samples are counted, so that their shares can be compared bin by bin. */
interface Binning {

    /** The finite values of both sides in shared bins; both sides have some. */
    Masses count(Numbers reference, Numbers current);

    /** Whether the bins depend on the reference alone: then counting in them is exact in a stream too. */
    boolean isFixedByReference();
}
