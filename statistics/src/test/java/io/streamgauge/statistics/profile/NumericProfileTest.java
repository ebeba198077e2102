package io.streamgauge.statistics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.Fixtures;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumericProfileTest {

    private static final double[] AWKWARD = {
        Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0, 0, 1e300, -7
    };

    @Test
    void eachKindOfRowHasItsBin() {
        NumericProfile profile = Fixtures.profileOf(Grid.of(0, 1), AWKWARD);
        profile.addMissing();
        profile.addMistyped();
        profile.addMistyped();

        assertThat(profile.binCounts()).containsExactly(1, 2, 1, 1, 1, 2, 1, 2);
        assertThat(profile.underflow()).isEqualTo(1);
        assertThat(profile.overflow()).isEqualTo(1);
        assertThat(profile.nan()).isEqualTo(1);
        assertThat(profile.negativeInfinity()).isEqualTo(1);
        assertThat(profile.positiveInfinity()).isEqualTo(2);
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.mistyped()).isEqualTo(2);
        assertThat(profile.zeros()).isEqualTo(2);
        assertThat(profile.finite()).isEqualTo(4);
        assertThat(profile.count()).isEqualTo(11);
    }

    @Test
    void extremesAreExactAndMomentsClamped() {
        NumericProfile profile = Fixtures.profileOf(Grid.of(0, 1), AWKWARD);

        assertThat(profile.min()).isEqualTo(-7);
        assertThat(profile.max()).isEqualTo(1e300);
        assertThat(profile.overflowMean()).isEqualTo(65536);
        assertThat(profile.mean()).isEqualTo((65536.0 - 7) / 4);
    }

    @Test
    void withoutFiniteValuesThereIsNoNumber() {
        NumericProfile profile = Fixtures.profileOf(Grid.of(0, 1), Double.NaN, Double.NEGATIVE_INFINITY);

        assertThat(new double[] {
                    profile.min(),
                    profile.max(),
                    profile.mean(),
                    profile.variance(),
                    profile.standardDeviation(),
                    profile.underflowMean(),
                    profile.overflowMean(),
                    profile.quantile(0.5)
                })
                .containsOnly(Double.NaN);
    }

    @Test
    void oneValueHasVarianceZero() {
        NumericProfile profile = Fixtures.profileOf(Grid.of(0, 1), 0.25);

        assertThat(profile.mean()).isEqualTo(0.25);
        assertThat(profile.variance()).isZero();
        assertThat(profile.quantile(0.3)).isEqualTo(0.25);
    }

    /** Python 3 math.fsum for the sum, NumPy 1.26 numpy.std(ddof=0) for the deviation. */
    @Test
    void momentsAgreeWithTheExactOnes() {
        double[] values = Fixtures.referenceNumbers();
        NumericProfile profile = Fixtures.profileOf(Grid.fromSample(values, 64), values);

        assertThat(profile.mean()).isCloseTo(1000.7694613770361 / 2000, within(5e-10));
        assertThat(profile.standardDeviation()).isCloseTo(0.28881380863792194, within(1e-9));
        assertThat(profile.variance()).isCloseTo(0.28881380863792194 * 0.28881380863792194, within(1e-9));
    }

    /** The textbook formula loses every digit here; the integer numerator does not. */
    @Test
    void varianceSurvivesALargeMean() {
        Grid grid = Grid.of(1_700_000_000, 1_700_100_000); // epoch seconds
        var random = new SplittableRandom(1);
        NumericProfile profile = grid.newProfile();
        for (int i = 0; i < 100_000; i++) {
            profile.add(1_700_000_000 + random.nextInt(1000) * 64.0);
        }

        assertThat(profile.standardDeviation()).isCloseTo(64 * 288.67, within(64.0));
    }

    @Test
    void momentsOfAFeatureThatWasConstantlyZeroFollowWhenItMoves() {
        NumericProfile profile = Fixtures.profileOf(Grid.fromSample(new double[] {0}, 64), 5, 5, 0, 0);

        assertThat(profile.mean()).isEqualTo(2.5);
        assertThat(profile.overflowMean()).isEqualTo(5);
        assertThat(profile.variance()).isEqualTo(6.25);
    }

    @Test
    void hugeAndTinyScalesKeepFiniteMoments() {
        NumericProfile huge = Fixtures.profileOf(Grid.of(-Double.MAX_VALUE, Double.MAX_VALUE), 1e308, -1e308, 1e308);
        NumericProfile tiny = Fixtures.profileOf(Grid.of(0, 1e-300), 1e-300, 3e-300);

        assertThat(huge.mean()).isCloseTo(1e308 / 3, within(1e299));
        assertThat(huge.standardDeviation()).isCloseTo(9.428e307, within(1e304));
        assertThat(tiny.mean()).isCloseTo(2e-300, within(1e-306));
    }

    @Test
    void quantilesAreWithinTheWidthOfABin() {
        double[] values = Fixtures.referenceNumbers();
        NumericProfile profile = Fixtures.profileOf(Grid.fromSample(values, 64), values);

        assertThat(profile.quantile(0)).isEqualTo(profile.min());
        assertThat(profile.quantile(1)).isEqualTo(profile.max());
        assertThat(profile.quantile(0.5)).isCloseTo(0.5, within(1 / 64.0));
        assertThat(profile.quantile(0.99)).isCloseTo(0.99, within(1 / 64.0));
        assertThatThrownBy(() -> profile.quantile(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile.quantile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWindowOfAHundredMillionRowsFitsInThreeHundredBytes() {
        var random = new SplittableRandom(42);
        double[] values = random.doubles(200_000).map(v -> 1e4 * (v - 0.3)).toArray();
        NumericProfile profile = Fixtures.profileOf(Grid.fromSample(values, 64), values);
        profile.addMissing();
        profile.add(1e9);
        profile.add(-1e9);
        for (int i = 0; i < 9; i++) {
            profile.mergeFrom(profile.copy());
        }

        assertThat(profile.count()).isGreaterThan(100_000_000);
        assertThat(profile.toBytes()).hasSizeLessThanOrEqualTo(300);
    }

    /** A change here is a change of the stored format, and needs a new version byte. */
    @Test
    void formatVersionOneIsPinned() {
        NumericProfile profile = Fixtures.profileOf(Grid.of(0, 1), 0.5, -2, Double.NaN);
        profile.addMissing();

        assertThat(HexFormat.of().formatHex(profile.layout().toBytes()))
                .isEqualTo("0101" + "02" + "0000000000000000" + "3ff0000000000000");
        assertThat(HexFormat.of().formatHex(profile.toBytes()))
                .isEqualTo( // version, fingerprint; counts; zeros, extremes; sum, squares, sums of the outer bins
                        "01" + "47c20efc6b9ea155" + "01010000" + "010001" + "010000" + "00" + "c000000000000000"
                                + "3fe0000000000000" + "04a0000000" + "084400000000000000" + "0480000000" + "0100");
    }

    @Test
    void profilesOfOtherLayoutsAndVersionsAreRefused() {
        NumericProfile profile = Fixtures.profileOf(Grid.of(0, 1), 0.5);
        byte[] bytes = profile.toBytes();

        assertThatThrownBy(() -> Grid.of(0, 2).newProfile().mergeFrom(profile))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only profiles of one layout can be merged");
        assertThatThrownBy(() -> Profile.fromBytes(bytes, Grid.of(0, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected layout");
        bytes[0] = 9;
        assertThatThrownBy(() -> Profile.fromBytes(bytes, Grid.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format version 9, this release reads 1");
        assertThatThrownBy(() -> Profile.fingerprintOf(new byte[] {1, 2})).isInstanceOf(IllegalArgumentException.class);
    }
}
