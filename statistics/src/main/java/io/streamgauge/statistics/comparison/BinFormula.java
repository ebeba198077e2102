package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;

/** A distance of two samples from their masses in shared bins. */
interface BinFormula {

    /** The distance; both sides have a positive sum. */
    double of(Masses masses);

    /** How it shrinks with the sample sizes when nothing has changed. */
    default Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }
}
