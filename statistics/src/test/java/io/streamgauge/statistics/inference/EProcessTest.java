package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.statistics.inference.EProcess.Settings;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EProcessTest {

    private static final double[] SHARES = {0.3, 0.25, 0.2, 0.15, 0.07, 0.03};
    private static final int WINDOW = 200;

    private static long[] draw(double[] shares, int rows, long seed) {
        var counts = new long[shares.length];
        new BinSampler(shares, seed).draw(rows, counts);
        return counts;
    }

    /** Runs to the alarm or to the limit, over several baselines: the mean is a lower bound of the average run length. */
    private static double meanRunLength(double[] live, double averageRunLength, int baselineRows, int limit) {
        return IntStream.range(0, 30)
                .mapToLong(run -> {
                    var detector = EProcess.against(
                            draw(SHARES, baselineRows, 1000 + run), new Settings(averageRunLength, 0, 1));
                    var sampler = new BinSampler(live, run);
                    EProcessState state = detector.start();
                    for (int window = 1; window <= limit; window++) {
                        var counts = new long[live.length];
                        sampler.draw(WINDOW, counts);
                        EProcess.Step step = detector.step(state, counts);
                        if (step.alarm()) {
                            return window;
                        }
                        state = step.state();
                    }
                    return limit;
                })
                .average()
                .orElseThrow();
    }

    @ParameterizedTest(name = "promised {0} windows, baseline of {1} rows")
    @CsvSource({"20, 1000", "20, 100000", "200, 20000"})
    void theAverageRunLengthIsAtLeastThePromisedOne(double averageRunLength, int baselineRows) {
        assertThat(meanRunLength(SHARES, averageRunLength, baselineRows, 2000))
                .isGreaterThanOrEqualTo(averageRunLength);
    }

    @Test
    void aDriftIsFoundInAFewWindows() {
        double[] drifted = {0.22, 0.25, 0.2, 0.15, 0.07, 0.11};

        assertThat(meanRunLength(drifted, 1000, 100_000, 1000)).isLessThan(6);
    }

    /** The detector of small, lasting changes: each window alone is far from telling. */
    @Test
    void aSmallDriftIsFoundInTheEnd() {
        double[] drifted = {0.27, 0.25, 0.2, 0.15, 0.07, 0.06};

        assertThat(meanRunLength(drifted, 1000, 1_000_000, 1000)).isLessThan(25);
    }

    @Test
    void aDifferenceBelowTheFloorIsNoDrift() {
        double[] other = {0.29, 0.25, 0.2, 0.15, 0.07, 0.04};
        var detector = EProcess.against(draw(SHARES, 1_000_000, 1), new Settings(100, 0.1, 1));
        EProcessState state = detector.start();
        for (int window = 0; window < 500; window++) {
            EProcess.Step step = detector.step(state, draw(other, WINDOW, window));
            assertThat(step.alarm()).isFalse();
            state = step.state();
        }
    }

    /** The proof says that the mean of an e-value is at most 1, at each point of the ball. */
    @Test
    void theFirstStepIsAnEValueAlsoAtTheEdgeOfTheBall() {
        var baseline = new long[] {30_000, 25_000, 20_000, 15_000, 7_000, 3_000};
        var detector = EProcess.against(baseline, new Settings(1e9, 0.05, 1));
        double move = 0.05 / Math.sqrt(1 / 0.3 + 1 / 0.03); // chi-square 0.05^2 between the first and the last bin
        double[] edge = {0.3 - move, 0.25, 0.2, 0.15, 0.07, 0.03 + move};
        double mean = IntStream.range(0, 20_000)
                .mapToDouble(i -> Math.exp(
                        detector.step(detector.start(), draw(edge, 50, i)).logEvidence()))
                .average()
                .orElseThrow();

        assertThat(mean).isLessThan(1);
    }

    @Test
    void aWindowInPartsTeachesTheSame() {
        var detector = EProcess.against(draw(SHARES, 1_000_000, 1), new Settings(1e6, 0, 1));
        long[] first = draw(SHARES, 300, 5);
        EProcess.Step once = detector.step(detector.start(), first);
        long[] reversed = first.clone();

        assertThat(detector.step(detector.start(), reversed)).isEqualTo(once);
        assertThat(detector.step(once.state(), new long[SHARES.length]).state()).isEqualTo(once.state());
    }

    @Test
    void anAlarmBeginsAnew() {
        var detector = EProcess.against(draw(SHARES, 100_000, 1), new Settings(10, 0, 1));
        EProcess.Step step = detector.step(detector.start(), new long[] {0, 0, 0, 0, 0, 200});

        assertThat(step.alarm()).isTrue();
        assertThat(step.logEvidence()).isGreaterThan(detector.logThreshold());
        assertThat(step.state()).isEqualTo(detector.start());
    }

    @Test
    void theStateSurvivesAsBytes() {
        var detector = EProcess.against(draw(SHARES, 100_000, 1), new Settings(10, 0, 2));
        EProcessState state =
                detector.step(detector.start(), draw(SHARES, 100, 2)).state();
        byte[] bytes = state.toBytes();

        assertThat(EProcessState.fromBytes(bytes)).isEqualTo(state);
        assertThatThrownBy(() -> EProcessState.fromBytes(Arrays.copyOf(bytes, 9)))
                .isInstanceOf(IllegalArgumentException.class);
        bytes[0] = 9;
        assertThatThrownBy(() -> EProcessState.fromBytes(bytes)).hasMessageContaining("format version 9");
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatThrownBy(() -> new Settings(1, 0, 1)).hasMessageContaining("averageRunLength");
        assertThatThrownBy(() -> new Settings(10, -1, 1)).hasMessageContaining("floor");
        assertThatThrownBy(() -> new Settings(10, 0, 0.5)).hasMessageContaining("dispersion");
        assertThatThrownBy(() -> EProcess.against(new long[3], new Settings(10, 0, 1)))
                .hasMessageContaining("must have rows");
        var detector = EProcess.against(new long[] {1, 2}, new Settings(10, 0, 1));
        assertThatThrownBy(() -> detector.step(detector.start(), new long[3])).hasMessageContaining("2 bins");
    }
}
