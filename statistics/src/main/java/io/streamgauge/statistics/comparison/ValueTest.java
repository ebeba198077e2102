package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.jspecify.annotations.Nullable;

/** A distance or test on the finite values themselves. NaN, infinite and missing are not compared. */
interface ValueTest {

    /** The result; both sides have at least one value. */
    Measured of(Numbers reference, Numbers current);

    /** How the value shrinks with the sample sizes when nothing has changed; null if it does not: a test statistic. */
    @Nullable
    Shrinkage shrinkage();
}
