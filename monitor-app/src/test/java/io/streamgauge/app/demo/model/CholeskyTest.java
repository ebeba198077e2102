package io.streamgauge.app.demo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void solvesASystemOfWhichOnlyTheLowerTriangleIsGiven() {
        // [[4, 2, 0], [2, 5, 1], [0, 1, 3]] (1, 2, 3)' = (8, 15, 11)'
        var lower = new double[][] {{4, 99, 99}, {2, 5, 99}, {0, 1, 3}};
        assertThat(Cholesky.solve(lower, new double[] {8, 15, 11}))
                .containsExactly(new double[] {1, 2, 3}, within(1e-12));
    }

    @Test
    void refusesAMatrixThatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> Cholesky.solve(new double[][] {{1, 0}, {2, 1}}, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive definite");
    }
}
