package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.profile.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariationFitTest {

    private static final int WINDOWS = 100;
    private static final int ROWS = 300;

    private static List<long[]> windows(WindowVariation variation, int count) {
        var dice = new Dice(5);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var counts = new long[64 + 7];
                    variation.draw(ROWS, dice, counts);
                    return counts;
                })
                .toList();
    }

    private static final Grid GRID =
            Grid.of(IntStream.rangeClosed(0, 64).mapToDouble(i -> i).toArray());

    private static double[] shares() {
        var counts = new long[64 + 7];
        Arrays.fill(counts, 1, 65, 1000);
        return Bootstrap.shares(GRID, counts);
    }

    private static WindowVariation fit(List<long[]> windows) {
        double[] shares = shares();
        long total = (long) WINDOWS * ROWS;
        double[][] basis = BinFunctions.of(GRID, shares, WINDOWS / (double) total);
        return VariationFit.of(shares, windows, basis, total);
    }

    @Test
    void independentRowsShowNoDirection() {
        assertThat(fit(windows(WindowVariation.none(shares()), WINDOWS)).wanders())
                .isFalse();
    }

    /** What was drawn is found again: one direction, with its strength, which is raised by a standard error (a seventh). */
    @Test
    void aWanderingLevelIsFoundWithItsStrength() {
        double[][] basis = BinFunctions.of(GRID, shares(), 0.001);
        var drawn = new WindowVariation(shares(), new double[][] {basis[0]}, new double[] {9}, 0);
        WindowVariation found = fit(windows(drawn, WINDOWS));

        assertThat(found.wander()).hasSize(1);
        assertThat(found.wander()[0]).isBetween(9 * 0.9, 9 * 1.7);
        double along = IntStream.range(0, basis[0].length)
                .mapToDouble(b -> basis[0][b] * found.directions()[0][b] * shares()[b])
                .sum();
        assertThat(Math.abs(along)).isGreaterThan(0.95);
    }

    /** Runs make all directions alike more variable, by (1 + repeat) / (1 - repeat). */
    @Test
    void runsAreFoundAsRuns() {
        var drawn = new WindowVariation(shares(), new double[0][], new double[0], 0.5);
        WindowVariation found = fit(windows(drawn, WINDOWS));

        assertThat(found.wanders()).isFalse();
        assertThat(found.repeat()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void functionsOnTheBinsAreOrthonormalAndHaveNoMean() {
        double[] shares = shares();
        double[][] basis = BinFunctions.of(GRID, shares, 0.001);

        assertThat(basis).hasNumberOfRows(6);
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                double mean = 0;
                for (int b = 0; b < shares.length; b++) {
                    product += basis[i][b] * basis[j][b] * shares[b];
                    mean += basis[i][b] * shares[b];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-9));
                assertThat(mean).isCloseTo(0, within(1e-9));
            }
        }
    }
}
