package io.streamgauge.app.demo.model;

/** Solves A x = b for a symmetric positive definite A, of which only the lower triangle is read. */
final class Cholesky {

    private Cholesky() {}

    static double[] solve(double[][] a, double[] b) {
        var lower = factor(a);
        return backward(lower, forward(lower, b));
    }

    /** Lower triangular L with L L' = A. */
    private static double[][] factor(double[][] a) {
        var lower = new double[a.length][a.length];
        for (var i = 0; i < a.length; i++) {
            for (var j = 0; j <= i; j++) {
                var rest = a[i][j];
                for (var k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j && rest <= 0) {
                    throw new IllegalArgumentException(
                            "the matrix must be positive definite, pivot %d is %s".formatted(i, rest));
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }

    private static double[] forward(double[][] lower, double[] b) {
        var y = b.clone();
        for (var i = 0; i < y.length; i++) {
            for (var k = 0; k < i; k++) {
                y[i] -= lower[i][k] * y[k];
            }
            y[i] /= lower[i][i];
        }
        return y;
    }

    private static double[] backward(double[][] lower, double[] y) {
        var x = y.clone();
        for (var i = x.length - 1; i >= 0; i--) {
            for (var k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
