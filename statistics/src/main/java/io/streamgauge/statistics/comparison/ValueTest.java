package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.jspecify.annotations.Nullable;

/** A distance or test on the finite values themselves. NaN, infinite and missing are not compared. */
interface ValueTest {

    /** The result; both sides have at least one value. */
    Measured of(Numbers reference, Numbers current);

    /** The result from what two profiles on one grid hold. */
    default Measured streaming(BinnedNumbers reference, BinnedNumbers current) {
        return of(reference.points(), current.points());
    }

    /** The value alone, 0 where it is not defined; for a null distribution, which asks for thousands of them. */
    default double distance(Numbers reference, Numbers current) {
        Double value = of(reference, current).value();
        return value == null ? 0 : value;
    }

    /** How the value shrinks with the sample sizes when nothing has changed; null if it does not: a test statistic. */
    @Nullable
    Shrinkage shrinkage();
}
