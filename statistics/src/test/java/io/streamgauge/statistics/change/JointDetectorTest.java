package io.streamgauge.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.statistics.forecast.Components;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointDetectorTest {
    private static final int COLUMNS = 6;
    private static final String WEEKLY = "seasonal-naive:period=7,cycles=8,run=2";

    private final SplittableRandom random = new SplittableRandom(7);

    /** All columns rest at the weekend, each in its own unit, with a little noise of its own. */
    private double[] day(int t) {
        return IntStream.range(0, COLUMNS)
                .mapToDouble(c -> (c + 1) * (10 - (t % 7 >= 5 ? 4 : 0) + 0.2 * (random.nextDouble() - 0.5)))
                .toArray();
    }

    private JointDetector learned(String specification) {
        var detector = JointDetector.of(ChangeDetectors.parse(specification), COLUMNS, 0.9);
        for (int t = 0; t < 56; t++) {
            assertThat(detector.step(day(t)).level()).isEqualTo(ChangeLevel.NONE);
        }
        return detector;
    }

    @ParameterizedTest
    @ValueSource(strings = {WEEKLY, "holt-winters:period=7,cycles=8,run=2"})
    void weekendsThatAllHaveAreNoChange(String specification) {
        JointDetector detector = learned(specification);
        List<ChangeLevel> levels = new ArrayList<>();
        for (int t = 56; t < 84; t++) {
            levels.add(detector.step(day(t)).level());
        }

        assertThat(levels).containsOnly(ChangeLevel.NONE);
    }

    @Test
    void columnsThatMoveAreNamedFarthestFirstAndADriftComesWithTheRun() {
        JointDetector detector = learned(WEEKLY);
        var judgements = new ArrayList<JointDetector.Judgement>();
        for (int t = 56; t < 58; t++) {
            double[] row = day(t);
            row[4] *= 1.5;
            row[1] *= 1.2;
            judgements.add(detector.step(row));
        }

        assertThat(judgements)
                .extracting(JointDetector.Judgement::level)
                .containsExactly(ChangeLevel.WARNING, ChangeLevel.DRIFT);
        assertThat(judgements.get(0).moved())
                .extracting(Components.Moved::column)
                .startsWith(4, 1);
    }

    @Test
    void aWeekdayOnWhichAllRestIsAChangeOfWhatTheyHaveInCommon() {
        JointDetector detector = learned(WEEKLY);
        double[] holiday = Arrays.stream(day(56)).map(value -> value * 0.6).toArray();

        assertThat(detector.step(holiday).level()).isEqualTo(ChangeLevel.WARNING);
        assertThat(detector.step(day(57)).level()).isEqualTo(ChangeLevel.NONE);
    }

    @Test
    void aMissingDayMovesTheSeasonOn() {
        JointDetector detector = learned(WEEKLY);
        detector.step(IntStream.range(0, COLUMNS).mapToDouble(c -> Double.NaN).toArray());
        for (int t = 57; t < 70; t++) {
            assertThat(detector.step(day(t)).level()).isEqualTo(ChangeLevel.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adwin", "holt-winters:season=multiplicative"})
    void onlyAForecastOfEitherSignCanJudgeColumnsTogether(String specification) {
        DetectorSettings settings = ChangeDetectors.parse(specification);
        assertThatThrownBy(() -> JointDetector.of(settings, COLUMNS, 0.9)).isInstanceOf(IllegalArgumentException.class);
    }
}
