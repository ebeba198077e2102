package io.streamgauge.statistics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.statistics.Fixtures;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GridTest {

    @Provide
    Arbitrary<Grid> grids() {
        return Fixtures.grids();
    }

    @Provide
    Arbitrary<Double> finite() {
        return Fixtures.numbers().filter(Double::isFinite);
    }

    @Property(tries = 200)
    void binOfAValueIsTheNumberOfEdgesNotAboveIt(@ForAll("grids") Grid grid, @ForAll("finite") double value) {
        assertThat(grid.indexOf(value)).isEqualTo(edgesNotAbove(grid, value));
        for (double edge : grid.edges()) {
            assertThat(grid.indexOf(edge)).isEqualTo(edgesNotAbove(grid, edge));
            double below = Math.max(-Double.MAX_VALUE, Math.nextDown(edge));
            assertThat(grid.indexOf(below)).isEqualTo(edgesNotAbove(grid, below));
        }
    }

    private static int edgesNotAbove(Grid grid, double value) {
        return (int) Arrays.stream(grid.edges()).filter(edge -> edge <= value).count();
    }

    @Property(tries = 200)
    void noValueOfTheSampleIsOutsideItsGrid(@ForAll double[] sample) {
        Grid grid = Grid.fromSample(sample, 8);

        assertThat(grid.edgeCount()).isLessThanOrEqualTo(9);
        for (double value : sample) {
            if (Double.isFinite(value) && value < Double.MAX_VALUE) {
                assertThat(grid.indexOf(value)).isBetween(1, grid.edgeCount() - 1);
            }
        }
    }

    @Test
    void binsOfAContinuousSampleHaveEqualMass() {
        double[] sample = Fixtures.referenceNumbers();
        Grid grid = Grid.fromSample(sample, 64);
        long[] counts = Fixtures.profileOf(grid, sample).binCounts();

        assertThat(grid.edgeCount()).isEqualTo(65);
        assertThat(Arrays.stream(counts, 1, 65)).allMatch(count -> count == 31 || count == 32);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(2000);
    }

    @Test
    void fewDistinctValuesGetABinEach() {
        Grid grid = Grid.fromSample(new double[] {3, 1, 2, 2, -0.0, Double.NaN, 3}, 4);

        assertThat(grid.edges()).containsExactly(0.0, 0.5, 1.5, 2.5, Math.nextUp(3.0));
        assertThat(grid.binLabel(0)).isEqualTo("< 0");
        assertThat(grid.binLabel(2)).isEqualTo("[0.5, 1.5)");
        assertThat(grid.binLabel(5)).isEqualTo("> 3");
        assertThat(IntStream.range(6, grid.bins()).mapToObj(grid::binLabel))
                .containsExactly("NaN", "-Infinity", "+Infinity", "(missing)", "(mistyped)");
    }

    @Test
    void neighbouringDoublesGetABinEach() {
        double next = Math.nextUp(1.0);

        assertThat(Grid.fromSample(new double[] {1, next, Math.nextUp(next)}, 3).edges())
                .containsExactly(1.0, next, Math.nextUp(next), Math.nextUp(Math.nextUp(next)));
    }

    @Test
    void aFrequentValueGetsABinOfItsOwn() {
        double[] sample =
                IntStream.range(0, 1000).mapToDouble(i -> i < 500 ? 0 : i).toArray();
        Grid grid = Grid.fromSample(sample, 10);

        assertThat(grid.edges()).startsWith(0, Double.MIN_VALUE).endsWith(Math.nextUp(999.0));
        assertThat(Fixtures.profileOf(grid, sample).binCounts()[1]).isEqualTo(500);
    }

    @Test
    void aConstantSampleGivesOneRegularBin() {
        assertThat(Grid.fromSample(new double[] {7, 7}, 64).edges()).containsExactly(7, Math.nextUp(7.0));
        assertThat(Grid.fromSample(new double[] {0, -0.0}, 64).edges()).containsExactly(0, Double.MIN_VALUE);
    }

    @Test
    void anEmptySampleGivesTheSingleEdgeZero() {
        assertThat(Grid.fromSample(new double[0], 64).edges()).containsExactly(0);
        assertThat(Grid.fromSample(new double[] {Double.NaN, Double.POSITIVE_INFINITY}, 64)
                        .edges())
                .containsExactly(0);
    }

    @Test
    void theLargestDoubleIsAnOverflow() {
        Grid grid = Grid.fromSample(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 64);

        assertThat(grid.edges()).containsExactly(-Double.MAX_VALUE, 0, Double.MAX_VALUE);
        assertThat(Grid.fromSample(new double[] {Double.MAX_VALUE}, 64).edges()).containsExactly(Double.MAX_VALUE);
    }

    @Test
    void wrongEdgesAreRefused() {
        assertThatThrownBy(() -> Grid.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grid.of(new double[Grid.MAX_EDGES + 1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grid.of(1, 1))
                .hasMessage("edges of a grid must strictly increase, got 1.0 before 1.0 at 1");
        assertThatThrownBy(() -> Grid.of(0.0, -0.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grid.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grid.fromSample(new double[1], 0))
                .hasMessage("maxBins of a grid must be 1 to 4096, got 0");
        assertThatThrownBy(() -> Grid.of(1).indexOf(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void edgesAreCopied() {
        double[] edges = {1, 2};
        Grid grid = Grid.of(edges);
        edges[0] = 9;
        grid.edges()[1] = 9;

        assertThat(grid.edges()).containsExactly(1, 2);
    }
}
