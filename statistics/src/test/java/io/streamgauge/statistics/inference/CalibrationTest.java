package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.Fixtures;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

    private static final double LEVEL = 0.01;
    private static final Distance DIVERGENCE = Distances.named("js-divergence");

    /** Mean over three references, since a hundred windows leave a threshold some luck. */
    private static Map<String, Double> falseAlarmRates(double phi, int rows, int windows, int liveRows) {
        var means = new LinkedHashMap<String, Double>();
        LongStream.range(0, 3)
                .mapToObj(seed -> new Simulation(phi, rows, windows, seed).falseAlarmRates(LEVEL, 1500, liveRows))
                .forEach(rates -> rates.forEach((name, rate) -> means.merge(name, rate / 3, Double::sum)));
        return means;
    }

    @ParameterizedTest(name = "autocorrelation {0}, {1} rows")
    @CsvSource({"0, 300", "0.9, 100", "0.9, 300"})
    void falseAlarmsKeepToTheirLevel(double phi, int rows) {
        assertThat(falseAlarmRates(phi, rows, 100, rows))
                .allSatisfy((name, rate) -> assertThat(rate).as(name).isBetween(0.4 * LEVEL, 1.9 * LEVEL));
    }

    /** Most of 500 categories are rarer than a row in a window: then it matters which of them the reference happens to hold. */
    @ParameterizedTest
    @ValueSource(strings = {"js-divergence", "js-distance", "psi", "l-infinity"})
    void falseAlarmsKeepToTheirLevelWithManyRareCategories(String name) {
        assertThat(RareCategories.falseAlarmRate(Distances.named(name), 1, LEVEL, 3, 1500))
                .isBetween(0.5 * LEVEL, 1.5 * LEVEL);
    }

    /** In a reference with so many values that came once, new ones keep coming: that is no change. */
    @ParameterizedTest
    @CsvSource({"js-divergence, 1.7", "psi, 1.7", "l-infinity, 1.7", "effect-size, 1.7", "effect-size, 1"})
    void newCategoriesThatKeepComingAreNoFalseAlarms(String name, double exponent) {
        assertThat(RareCategories.falseAlarmRate(Distances.named(name), exponent, LEVEL, 3, 1500))
                .isLessThan(1.5 * LEVEL);
    }

    /** The bins of a slice are those of all rows: where the reference of the slice has no row, rows keep coming. */
    @ParameterizedTest
    @CsvSource({
        "js-divergence, 120, 2",
        "ks, 120, 2",
        "effect-size, 60, 4",
        "effect-size, 120, 2",
        "effect-size, 480, 3"
    })
    void numbersOfASliceWithFewRowsAreHardlyFalseAlarms(String name, int rows, double times) {
        assertThat(SparseNumbers.falseAlarmRate(Distances.named(name), rows, LEVEL, 20, 500))
                .isLessThan(times * LEVEL);
    }

    /** The null shrinks as 1/n, so what was learned at one window size holds at another. */
    @Test
    void falseAlarmsKeepToTheirLevelInWindowsOfAnotherSize() {
        assertThat(falseAlarmRates(0, 250, 60, 1000))
                .allSatisfy((name, rate) -> assertThat(rate).as(name).isBetween(0.3 * LEVEL, 3 * LEVEL));
    }

    /** The reason for reference windows: no number of rows repairs the null of independent rows. */
    @Test
    void withoutReferenceWindowsAnAutocorrelatedStreamFiresFarTooOften() {
        assertThat(falseAlarmRates(0.9, 300, 1, 300).get("js-divergence")).isGreaterThan(10 * LEVEL);
    }

    @Test
    void aChangeOfTheDetectableSizeIsFoundWithThePower() {
        long n = 1000;
        NullDistribution nothingChanged = Calibration.fit(DIVERGENCE, letters(500_000, 300_000, 200_000), List.of());
        double effect = nothingChanged.detectableEffect(LEVEL, 0.8, n);
        double shift = shiftOfEffect(effect);
        var changed = new BinSampler(new double[] {0.5 - shift, 0.3 + shift, 0.2}, 7);
        Profile reference = letters(500_000, 300_000, 200_000);
        long found = IntStream.range(0, 2000)
                .mapToObj(i -> {
                    var counts = new long[3];
                    changed.draw((int) n, counts);
                    return DIVERGENCE.between(reference, letters(counts));
                })
                .filter(distance -> distance > nothingChanged.quantile(LEVEL, n))
                .count();

        assertThat(found / 2000.0).isCloseTo(0.8, within(0.05));
    }

    private static double shiftOfEffect(double effect) {
        double low = 0;
        double high = 0.5;
        for (int i = 0; i < 50; i++) {
            double shift = (low + high) / 2;
            long moved = Math.round(shift * 1e6);
            double distance = DIVERGENCE.between(
                    letters(500_000, 300_000, 200_000), letters(500_000 - moved, 300_000 + moved, 200_000));
            low = distance < effect ? shift : low;
            high = distance < effect ? high : shift;
        }
        return low;
    }

    private static Profile letters(long... counts) {
        Profile profile = Fixtures.LETTERS.newProfile();
        for (int letter = 0; letter < 3; letter++) {
            Profile power = Fixtures.profileOf(Fixtures.LETTERS, Map.of(Fixtures.LETTERS.value(letter), 1));
            for (long rest = counts[letter]; rest > 0; rest >>= 1) { // doubling: merging a million times is slow
                if ((rest & 1) == 1) {
                    profile.mergeFrom(power);
                }
                power.mergeFrom(power.copy());
            }
        }
        return profile;
    }

    static List<Distance> distances() {
        return Distances.names().stream().map(Distances::named).toList();
    }

    private static Layout layoutFor(Distance distance) {
        return distance.appliesTo(Fixtures.DECIMALS) ? Fixtures.DECIMALS : Fixtures.LETTERS;
    }

    @ParameterizedTest
    @MethodSource("distances")
    void withoutAReferenceNothingIsSignificant(Distance distance) {
        NullDistribution unknown = Calibration.fit(distance, layoutFor(distance).newProfile(), List.of());

        assertThat(unknown).isEqualTo(NullDistribution.unknown(distance.shrinkage()));
        assertThat(unknown.quantile(LEVEL, 1000)).isInfinite();
        assertThat(unknown.pValue(1, 1000)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("distances")
    void aReferenceWithOneFilledBinHasAUsableNull(Distance distance) {
        Layout layout = layoutFor(distance);
        Object row = layout instanceof Grid ? (Object) 0.25 : "a";
        Profile window = Fixtures.profileOf(layout, Collections.nCopies(100, row));
        Profile total = Fixtures.profileOf(layout, Collections.nCopies(3000, row));
        NullDistribution nothingChanged = Calibration.fit(distance, total, Collections.nCopies(30, window));

        assertThat(nothingChanged.quantile(LEVEL, 100)).isFinite().isNotNegative();
        assertThat(nothingChanged.pValue(0, 100)).isEqualTo(1);
        assertThat(nothingChanged.detectableEffect(LEVEL, 0.8, 100)).isFinite().isNotNegative();
    }

    /** One first occurrence of a value in a reference without it is not news; a tenth of the rows is. */
    @Test
    void theFirstRowInAnEmptyBinIsNoAlarm() {
        Profile total = letters(1000, 0, 0);
        NullDistribution nothingChanged = Calibration.fit(DIVERGENCE, total, List.of());

        assertThat(nothingChanged.pValue(DIVERGENCE.between(total, letters(999, 1, 0)), 1000))
                .isGreaterThan(LEVEL);
        assertThat(nothingChanged.pValue(DIVERGENCE.between(total, letters(900, 100, 0)), 1000))
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @MethodSource("distances")
    void windowsThatAreAllAlikeFallBackToIndependentRows(Distance distance) {
        Layout layout = layoutFor(distance);
        List<?> rows = IntStream.range(0, 100)
                .mapToObj(i -> layout instanceof Grid ? (Object) (i / 60.0) : Fixtures.LETTERS.value(i % 3))
                .toList();
        Profile window = Fixtures.profileOf(layout, rows);
        Profile total = layout.newProfile();
        IntStream.range(0, 30).forEach(i -> total.mergeFrom(window));

        assertThat(Calibration.fit(distance, total, Collections.nCopies(30, window)))
                .isEqualTo(Calibration.fit(distance, total, Collections.nCopies(4, window)));
        assertThat(Calibration.fit(distance, total, Collections.nCopies(30, window))
                        .quantile(LEVEL, 100))
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("distances")
    void aWindowThatIsTheWholeReferenceOrTinyIsNotUsed(Distance distance) {
        Layout layout = layoutFor(distance);
        Object row = layout instanceof Grid ? (Object) 0.25 : "a";
        Object other = layout instanceof Grid ? (Object) 0.75 : "b";
        Profile total = Fixtures.profileOf(layout, Collections.nCopies(200, row));
        total.mergeFrom(Fixtures.profileOf(layout, Collections.nCopies(200, other)));
        Profile tiny = Fixtures.profileOf(layout, List.of(row));

        assertThat(Calibration.fit(distance, total, Collections.nCopies(50, total)))
                .isEqualTo(Calibration.fit(distance, total, Collections.nCopies(50, tiny)))
                .isEqualTo(Calibration.fit(distance, total, List.of()));
    }

    @Test
    void valuesWhoseSquaresOverflowAreNotSignificant() {
        Grid grid = Grid.of(-1e300, 0, 1e300);
        Profile total = Fixtures.profileOf(grid, -1e299, 1e299, 5);

        NullDistribution nothingChanged = Calibration.fit(Distances.named("wasserstein"), total, List.of());

        assertThat(nothingChanged).isEqualTo(NullDistribution.unknown(Shrinkage.SQUARE_ROOT));
    }

    @Test
    void aDistanceThatDoesNotApplyIsRefused() {
        assertThatThrownBy(() -> Calibration.fit(
                        Distances.named("l-infinity"), Fixtures.profileOf(Fixtures.DECIMALS, 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("l-infinity does not apply to Grid");
    }

    /** Replays must find the same thresholds: the seed, the generator and the sums are all our own. */
    @Test
    void equalReferencesGiveEqualNullsOnEveryMachine() {
        NullDistribution nothingChanged = Calibration.fit(DIVERGENCE, Fixtures.referenceLetters(), List.of());

        assertThat(Calibration.fit(DIVERGENCE, Fixtures.referenceLetters(), List.of()))
                .isEqualTo(nothingChanged);
        assertThat(List.of(nothingChanged.shift(), nothingChanged.scale(), nothingChanged.degreesOfFreedom()))
                .isEqualTo(List.of(-0.056986540210737124, 0.14745841241052074, 3.650084663972431));
    }
}
