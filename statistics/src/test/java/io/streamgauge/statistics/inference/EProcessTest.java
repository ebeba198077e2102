package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.statistics.inference.EProcess.Settings;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EProcessTest {

    private static final Vocabulary LETTERS = Vocabulary.of(List.of("a", "b", "c"));
    /** Of a, b, c, unseen, missing, mistyped. */
    private static final double[] SHARES = {0.4, 0.3, 0.2, 0, 0.08, 0.02};

    private static final int WINDOW = 200;

    private static long[] draw(double[] shares, int rows, long seed) {
        var counts = new long[shares.length];
        new BinSampler(shares, seed).draw(rows, counts);
        return counts;
    }

    /** A sample, or so many rows that it hardly matters that it would be one. */
    private static long[] baseline(int rows, long seed) {
        return rows < 1_000_000
                ? draw(SHARES, rows, seed)
                : Arrays.stream(SHARES)
                        .mapToLong(share -> Math.round(share * rows))
                        .toArray();
    }

    private static EProcess detector(int baselineRows, Settings settings) {
        return EProcess.ofIndependentRows(LETTERS, baseline(baselineRows, 1), settings);
    }

    /** Windows to the alarm, the limit if there is none. */
    private static int runLength(EProcess detector, Supplier<long[]> windows, int limit) {
        EProcessState state = detector.start();
        for (int window = 1; window <= limit; window++) {
            EProcess.Step step = detector.step(state, windows.get());
            if (step.alarm()) {
                return window;
            }
            state = step.state();
        }
        return limit;
    }

    private static double meanRunLength(double[] live, Settings settings, int baselineRows, int limit) {
        return IntStream.range(0, 20)
                .map(run -> {
                    var detector = EProcess.ofIndependentRows(LETTERS, baseline(baselineRows, 1000 + run), settings);
                    var sampler = new BinSampler(live, run);
                    return runLength(
                            detector,
                            () -> {
                                var counts = new long[live.length];
                                sampler.draw(WINDOW, counts);
                                return counts;
                            },
                            limit);
                })
                .average()
                .orElseThrow();
    }

    @ParameterizedTest(name = "promised {0} windows, baseline of {1} rows")
    @CsvSource({"20, 1000", "20, 100000", "200, 20000"})
    void theAverageRunLengthIsAtLeastThePromisedOne(double averageRunLength, int baselineRows) {
        int limit = (int) (5 * averageRunLength);

        assertThat(meanRunLength(SHARES, new Settings(averageRunLength, 0.02), baselineRows, limit))
                .isGreaterThan(3 * averageRunLength);
    }

    @Test
    void aDriftIsFoundInAFewWindows() {
        double[] drifted = {0.3, 0.3, 0.2, 0.1, 0.08, 0.02};

        assertThat(meanRunLength(drifted, new Settings(1000, 0.02), 100_000, 1000))
                .isLessThan(3);
    }

    /** The detector of small, lasting changes: each window alone is far from telling. */
    @Test
    void aSmallDriftIsFoundInTheEnd() {
        double[] drifted = {0.36, 0.34, 0.2, 0, 0.08, 0.02};

        assertThat(meanRunLength(drifted, new Settings(1000, 0.02), 1_000_000, 1000))
                .isBetween(5.0, 40.0);
    }

    /** Of the share of a: 0.04 standard deviations are what a floor of 0.02 is for, 0.01 are nothing to one of 0.1. */
    @Test
    void theFloorIsTheDriftToBeFound() {
        double[] drifted = {0.38, 0.32, 0.2, 0, 0.08, 0.02};
        double[] hardly = {0.395, 0.305, 0.2, 0, 0.08, 0.02};

        assertThat(meanRunLength(drifted, new Settings(1000, 0.02), 10_000_000, 500))
                .isLessThan(200);
        assertThat(meanRunLength(hardly, new Settings(1000, 0.1), 10_000_000, 500))
                .isGreaterThan(450);
    }

    /** x' = phi x + sqrt(1 - phi^2) e, counted in the bins of a grid. */
    private static Supplier<NumericProfile> autoregressive(Grid grid, double phi, int rows, Dice dice) {
        var x = new double[] {dice.gaussian()};
        return () -> {
            NumericProfile window = grid.newProfile();
            for (int i = 0; i < rows; i++) {
                x[0] = phi * x[0] + Math.sqrt(1 - phi * phi) * dice.gaussian();
                window.add(x[0]);
            }
            return window;
        };
    }

    /** Rows that depend on each other: the variation of the reference windows makes up for it. */
    @ParameterizedTest(name = "phi {0}, {1} rows in a window")
    @CsvSource({"0, 100", "0.5, 100", "0.9, 100", "0.9, 1000"})
    void theAverageRunLengthHoldsForAutocorrelatedRows(double phi, int rows) {
        double promised = 50;
        double mean = IntStream.range(0, 15)
                .mapToDouble(run -> {
                    var dice = new Dice(77 + run);
                    double[] sample = IntStream.range(0, 5000)
                            .mapToDouble(i -> dice.gaussian())
                            .toArray();
                    Grid grid = Grid.fromSample(sample, 64);
                    Supplier<NumericProfile> stream = autoregressive(grid, phi, rows, dice);
                    List<Profile> reference = new ArrayList<>();
                    Profile total = grid.newProfile();
                    for (int i = 0; i < 60; i++) {
                        reference.add(stream.get());
                        total.mergeFrom(reference.get(i));
                    }
                    var detector = EProcess.fit(total, reference, new Settings(promised, 0.02));
                    return runLength(detector, () -> stream.get().binCounts(), 150);
                })
                .average()
                .orElseThrow();

        assertThat(mean).isGreaterThan(1.5 * promised);
    }

    /** Of 2000 values a baseline of 10,000 rows holds some rarely and some not at all: none of that is a drift. */
    @Test
    void manyRareCategoriesRaiseNoMoreFalseAlarms() {
        double[] shares =
                IntStream.rangeClosed(1, 2000).mapToDouble(i -> 1.0 / i).toArray();
        double promised = 50;
        double mean = IntStream.range(0, 20)
                .map(run -> {
                    long[] sample = draw(shares, 10_000, run);
                    Vocabulary seen = Vocabulary.of(IntStream.range(0, sample.length)
                            .filter(i -> sample[i] > 0)
                            .mapToObj(i -> "v" + i)
                            .toList());
                    var detector =
                            EProcess.ofIndependentRows(seen, counted(seen, sample), new Settings(promised, 0.02));
                    var sampler = new BinSampler(shares, 500 + run);
                    return runLength(
                            detector,
                            () -> {
                                var counts = new long[shares.length];
                                sampler.draw(100, counts);
                                return counted(seen, counts);
                            },
                            150);
                })
                .average()
                .orElseThrow();

        assertThat(mean).isGreaterThan(1.5 * promised);
    }

    private static long[] counted(Vocabulary vocabulary, long[] byValue) {
        var counts = new long[vocabulary.bins()];
        for (int i = 0; i < byValue.length; i++) {
            int index = vocabulary.indexOf("v" + i);
            counts[index < 0 ? vocabulary.size() : index] += byValue[i];
        }
        return counts;
    }

    /** An e-value e comes with the p-value 1/e. */
    @Test
    void smallPValuesAreAsRareAsTheySay() {
        Layout layout = LETTERS;
        var exact = Arrays.stream(SHARES)
                .mapToLong(share -> Math.round(share * 1e9))
                .toArray();
        var detector = EProcess.ofIndependentRows(layout, exact, new Settings(1e9, 0.02));
        double[] eValues = IntStream.range(0, 20_000)
                .mapToDouble(i -> Math.exp(
                        detector.step(detector.start(), draw(SHARES, 50, i)).logEvidence()))
                .toArray();

        for (double p : new double[] {0.1, 0.01}) {
            assertThat(Arrays.stream(eValues).filter(e -> 1 / e <= p).count())
                    .isLessThanOrEqualTo((long) (p * eValues.length));
        }
    }

    @Test
    void theOrderOfRowsInAWindowAndEmptyWindowsChangeNothing() {
        var detector = detector(1_000_000, new Settings(1e6, 0.02));
        long[] first = {70, 80, 40, 1, 9, 0};
        EProcess.Step once = detector.step(detector.start(), first);

        assertThat(detector.step(detector.start(), first.clone())).isEqualTo(once);
        assertThat(once.state().isStart()).isFalse();
        assertThat(detector.step(once.state(), new long[SHARES.length]).state()).isEqualTo(once.state());
    }

    /** One alarm for a drift that lasts; it is over about as soon as it took to begin, and then nothing is left. */
    @Test
    void anAlarmLastsAsLongAsTheDriftAndEndsWithIt() {
        var detector = detector(1_000_000, new Settings(100, 0.02));
        long[] drifted = {64, 76, 40, 0, 16, 4};
        long[] steady = {80, 60, 40, 0, 16, 4};
        EProcessState state = detector.start();
        List<Boolean> alarms = new ArrayList<>();
        for (int window = 0; window < 60; window++) {
            EProcess.Step step = detector.step(state, window < 30 ? drifted : steady);
            alarms.add(step.alarm());
            state = step.state();
        }

        int begun = alarms.indexOf(true);
        int over = 30 + alarms.subList(30, 60).indexOf(false);
        assertThat(begun).isBetween(1, 12);
        assertThat(alarms.subList(begun, over)).doesNotContain(false);
        assertThat(over).isBetween(31, 45);
        assertThat(alarms.subList(over, 60)).doesNotContain(true);
        assertThat(state.isStart()).isTrue();
    }

    @Test
    void whatMovedIsSaid() {
        var detector = detector(100_000, new Settings(10, 0.02));
        EProcess.Step step = detector.step(detector.start(), new long[] {0, 0, 0, 0, 0, 200});

        assertThat(step.alarm()).isTrue();
        assertThat(step.logEvidence()).isGreaterThan(detector.logThreshold());
        assertThat(step.pValue()).isLessThan(1e-6);
        assertThat(step.finding()).startsWith("share of (mistyped) above the baseline");
    }

    /** What is there to be seen at all: more rows and more baseline show less; the variation of the stream hides more. */
    @Test
    void theDetectableEffectFallsWithTheRows() {
        var settings = new Settings(720, 0.02);
        var large = detector(1_000_000, settings);

        assertThat(large.detectableEffect(100)).isGreaterThan(large.detectableEffect(1000));
        assertThat(large.detectableEffect(1000))
                .isLessThan(detector(10_000, settings).detectableEffect(1000));
    }

    @Test
    void theStateSurvivesAsBytes() {
        var detector = detector(100_000, new Settings(1000, 0.02));
        EProcessState watching = detector.step(detector.start(), new long[] {70, 80, 40, 1, 9, 0})
                .state();
        EProcessState alarmed =
                detector.step(detector.start(), new long[] {0, 0, 0, 0, 0, 200}).state();
        byte[] bytes = watching.toBytes();

        assertThat(EProcessState.fromBytes(bytes)).isEqualTo(watching).isNotEqualTo(alarmed);
        assertThat(EProcessState.fromBytes(alarmed.toBytes())).isEqualTo(alarmed);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> EProcessState.fromBytes(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        bytes[0] = 9;
        assertThatThrownBy(() -> EProcessState.fromBytes(bytes)).hasMessageContaining("format version 9");
    }

    /** As after a new baseline: its bets are others, so that evidence for the old ones says nothing. */
    @Test
    void theStateOfAnotherDetectorIsForgotten() {
        var one = detector(100_000, new Settings(1000, 0.02));
        var other = detector(200_000, new Settings(1000, 0.02));
        long[] window = {70, 80, 40, 1, 9, 0};
        EProcessState foreign = one.step(one.start(), window).state();

        assertThat(other.step(foreign, window)).isEqualTo(other.step(other.start(), window));
    }

    @Test
    void aConstantFeatureHasDetectorsForWhatIsNew() {
        var detector = EProcess.ofIndependentRows(
                Vocabulary.of(List.of("a")), new long[] {10_000, 0, 0, 0}, new Settings(100, 0.02));

        assertThat(detector.step(detector.start(), new long[] {100, 0, 0, 0}).alarm())
                .isFalse();
        assertThat(detector.step(detector.start(), new long[] {50, 50, 0, 0}).alarm())
                .isTrue();
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatThrownBy(() -> new Settings(1, 0)).hasMessageContaining("averageRunLength");
        assertThatThrownBy(() -> new Settings(10, -1)).hasMessageContaining("floor");
        assertThatThrownBy(() -> EProcess.ofIndependentRows(LETTERS, new long[6], new Settings(10, 0)))
                .hasMessageContaining("must have rows");
        var detector = detector(1000, new Settings(10, 0));
        assertThatThrownBy(() -> detector.step(detector.start(), new long[3])).hasMessageContaining("6 bins");
    }
}
