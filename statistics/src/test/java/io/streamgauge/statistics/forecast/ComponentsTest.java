package io.streamgauge.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private static final int COLUMNS = 12;

    /** Columns that follow one weekly rhythm, each in its own unit, with a little noise of its own; the last is constant. */
    private static double[][] rows(int days, long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, days)
                .mapToObj(t -> IntStream.range(0, COLUMNS)
                        .mapToDouble(c -> c == COLUMNS - 1
                                ? 5
                                : (c + 1) * (10 + (t % 7 >= 5 ? 3 : 0) + 0.2 * (random.nextDouble() - 0.5)))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Components learned() {
        return Components.of(rows(70, 1), 0.9, history -> SeasonalNaive.of(history, 7));
    }

    @Test
    void oneRhythmIsOneComponent() {
        assertThat(learned().size()).isEqualTo(1);
    }

    @Test
    void whatAllColumnsDoTogetherIsExpected() {
        Components components = learned();
        double[][] next = rows(77, 2);
        for (int t = 70; t < 77; t++) {
            assertThat(Arrays.stream(components.surprises(next[t]))
                            .map(Math::abs)
                            .max()
                            .orElse(0))
                    .isLessThan(5);
            components = components.after(next[t]);
        }
    }

    @Test
    void theColumnThatMovedComesFirst() {
        double[] row = rows(71, 3)[70];
        row[4] *= 1.2;

        assertThat(learned().ranked(row).get(0).column()).isEqualTo(4);
        assertThat(learned().ranked(row).get(0).expected()).isCloseTo(50, within(1.0));
        assertThat(Math.abs(learned().ranked(row).get(0).surprise())).isGreaterThan(10);
    }

    @Test
    void aConstantColumnThatMovesIsASurpriseBeyondMeasure() {
        double[] row = rows(71, 3)[70];
        row[COLUMNS - 1] = 6;
        List<Components.Moved> ranked = learned().ranked(row);

        assertThat(ranked.get(0)).isEqualTo(new Components.Moved(COLUMNS - 1, 5, 6, Double.POSITIVE_INFINITY));
        assertThat(ranked)
                .extracting(Components.Moved::column)
                .containsExactlyInAnyOrder(IntStream.range(0, COLUMNS).boxed().toArray(Integer[]::new));
    }

    @Test
    void missingMetricsAndAConstantTableHaveAnAnswer() {
        double[][] constant = new double[20][3];
        var components = Components.of(constant, 0.9, history -> SeasonalNaive.of(history, 7));
        double[] row = rows(71, 3)[70];
        Arrays.fill(row, Double.NaN);

        assertThat(components.size()).isZero();
        assertThat(components.ranked(new double[3]))
                .allSatisfy(moved -> assertThat(moved.surprise()).isZero());
        assertThat(learned().ranked(row))
                .allSatisfy(moved -> assertThat(moved.surprise()).isZero());
        assertThat(learned().surprises(row)[0]).isFinite();
    }

    @Test
    void wrongTablesAreRefused() {
        assertThatThrownBy(() -> Components.of(new double[1][2], 0.9, h -> SeasonalNaive.of(h, 1)))
                .hasMessageContaining("two rows");
        assertThatThrownBy(() -> Components.of(new double[4][2], 0, h -> SeasonalNaive.of(h, 1)))
                .hasMessageContaining("share");
        assertThatThrownBy(() -> learned().ranked(new double[2])).hasMessageContaining("12 columns");
    }
}
