package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ShareNullTest {

    /** Share 10.5/1001, n 100. By the sum over the binomial's terms in exact arithmetic. */
    @Test
    void agreesWithTheBinomialDistribution() {
        var usual = new ShareNull(10, 1000);
        double share = 10.5 / 1001;

        assertThat(usual.pValue(0, 100)).isEqualTo(1);
        assertThat(usual.pValue(1, 100)).isCloseTo(1 - Math.pow(1 - share, 100), within(1e-12));
        double upToOne = Math.pow(1 - share, 100) + 100 * share * Math.pow(1 - share, 99);
        assertThat(usual.pValue(2, 100)).isCloseTo(1 - upToOne, within(1e-12));
    }

    /** With all rows of the thing, the last term of the sum is the share to the power of n. */
    @Test
    void allRowsOfOneKindHaveTheProbabilityOfOneRowToThePowerOfN() {
        assertThat(new ShareNull(500, 1000).pValue(20, 20)).isCloseTo(Math.pow(0.5, 20), within(1e-12));
    }

    /** What was never seen is rare, not impossible: one odd value in forty is no alarm, ten are. */
    @Test
    void aThingNeverSeenIsRareNotImpossible() {
        var never = new ShareNull(0, 200);

        assertThat(never.pValue(1, 40)).isGreaterThan(0.05);
        assertThat(never.pValue(10, 40)).isLessThan(1e-12);
        assertThat(never.quantile(0.01, 40)).isEqualTo(1 / 40.0);
    }

    @Test
    void aReferenceWithoutRowsKnowsNothing() {
        assertThat(new ShareNull(0, 0).pValue(6, 10)).isGreaterThan(0.3);
    }

    @Test
    void aThingThatIsAlwaysThereSurprisesNobody() {
        assertThat(new ShareNull(1000, 1000).pValue(50, 50)).isGreaterThan(0.9);
        assertThat(new ShareNull(1000, 1000).quantile(0.01, 50)).isEqualTo(1);
    }

    @Property(tries = 200)
    void aShareBeyondTheQuantileIsAsRareAsTheLevelOrRarer(
            @ForAll @LongRange(max = 1000) long reference,
            @ForAll @LongRange(min = 1, max = 5000) long n,
            @ForAll @DoubleRange(min = 1e-6, max = 0.5) @Scale(6) double level) {
        var usual = new ShareNull(reference, 1000);
        double quantile = usual.quantile(level, n);
        long count = Math.round(quantile * n);

        assertThat(quantile).isBetween(0.0, 1.0);
        assertThat(count >= n ? 0 : usual.pValue(count + 1, n)).isLessThanOrEqualTo(level + 1e-9);
        assertThat(usual.pValue(count, n)).isGreaterThan(level - 1e-9);
    }

    @Property(tries = 200)
    void moreOfItIsNeverMoreLikely(
            @ForAll @LongRange(max = 1000) long reference, @ForAll @LongRange(max = 999) long count) {
        var usual = new ShareNull(reference, 1000);

        assertThat(usual.pValue(count + 1, 1000)).isBetween(0.0, usual.pValue(count, 1000));
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> new ShareNull(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareNull(11, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareNull(1, 10).quantile(0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareNull(1, 10).quantile(1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShareNull(1, 10).pValue(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
