package io.streamgauge.statistics.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Finds the {@link WindowVariation} that reference windows show. Their deviations from the total, along {@link BinFunctions} and
 * scaled so that independent rows give variance 1, have a covariance matrix; what counts are its largest eigenvalues.
 *
 * <p>A covariance from K windows has large eigenvalues by chance alone, up to {@code (1 + sqrt(m/K))^2} with m functions (Marchenko
 * and Pastur). Those beyond it (and 15 % more) are directions in which the shares wander; an eigenvalue l is too large by
 * {@code l = v (1 + (m/K) / (v - 1))} on average, which is solved for v (Baik and Silverstein 2006,
 * doi:10.1016/j.jmva.2005.08.003). Then v is raised by its standard error, since a threshold that is too low costs more false
 * alarms than one too high saves. What chi-square is left over says how long the runs are.
 */
final class VariationFit {

    private static final int MOST_DIRECTIONS = 8;
    private static final int MOST_WINDOWS = 256;
    private static final double MARGIN = 1.15;
    private static final double STANDARD_ERRORS = 1;

    private final double[] shares;
    private final double[][] basis;
    private final double[][] scores;
    private final int followed;
    private double bulk;

    private VariationFit(double[] shares, double[][] basis, int windows, int followed) {
        this.shares = shares;
        this.basis = basis;
        this.scores = new double[windows][basis.length];
        this.followed = followed;
    }

    /**
     * @param all bin counts of the windows, in time order; so many that K squared is costly are thinned out
     * @param total rows of the reference
     */
    static WindowVariation of(double[] shares, List<long[]> all, double[][] basis, long total) {
        List<long[]> windows = thinned(all);
        double least = windows.size() / (double) total;
        int followed =
                (int) Arrays.stream(shares).filter(share -> share >= least).count();
        if (followed < 2 || basis.length == 0) {
            return WindowVariation.none(shares);
        }
        var fit = new VariationFit(shares, basis, windows.size(), followed);
        double chiSquare = 0;
        for (int i = 0; i < windows.size(); i++) {
            chiSquare += fit.read(i, windows.get(i), total, least) / windows.size();
        }
        return fit.solve(chiSquare);
    }

    private static List<long[]> thinned(List<long[]> windows) {
        int step = (windows.size() + MOST_WINDOWS - 1) / MOST_WINDOWS;
        return IntStream.range(0, windows.size() / step)
                .mapToObj(i -> windows.get(i * step))
                .toList();
    }

    /** Scores of one window, and its chi-square over the bins that are not too rare. */
    private double read(int i, long[] counts, long total, double least) {
        double n = Arrays.stream(counts).sum();
        double unit = Math.sqrt(n / (1 - n / total)); // the window is part of the total
        double chiSquare = 0;
        for (int b = 0; b < counts.length; b++) {
            double off = (counts[b] / n - shares[b]) * unit;
            chiSquare += shares[b] >= least ? off * off / shares[b] : 0;
            for (int j = 0; j < basis.length; j++) {
                scores[i][j] += off * basis[j][b];
            }
        }
        return chiSquare;
    }

    private WindowVariation solve(double chiSquare) {
        int k = scores.length;
        RealMatrix matrix = MatrixUtils.createRealMatrix(scores);
        boolean wide = basis.length > k; // then the eigenvalues are those of the smaller product
        RealMatrix product = wide ? matrix.multiplyTransposed(matrix) : matrix.transposeMultiply(matrix);
        var eigen = new EigenDecompositionSymmetric(product.scalarMultiply(1.0 / k)); // by falling eigenvalue
        double[] values = eigen.getEigenvalues();
        int kept = directions(values, chiSquare);
        var directions = new double[kept][];
        var wander = new double[kept];
        for (int j = 0; j < kept; j++) {
            double[] vector = eigen.getEigenvector(j).toArray();
            double length = wide ? Math.sqrt(k * values[j]) : 1;
            directions[j] = direction(wide ? matrix.preMultiply(vector) : vector, length);
            wander[j] = wander(values[j]);
        }
        return new WindowVariation(shares, directions, wander, (bulk - 1) / (bulk + 1));
    }

    /** How many eigenvalues are beyond chance; leaves the variance of the others, per direction, in {@link #bulk}. */
    private int directions(double[] values, double chiSquare) {
        double root = 1 + Math.sqrt(basis.length / (double) scores.length);
        int most = Math.min(MOST_DIRECTIONS, Math.min(followed - 2, values.length));
        double rest = chiSquare;
        int kept = 0;
        bulk = Math.max(1, rest / (followed - 1));
        while (kept < most && values[kept] > MARGIN * root * root * bulk) {
            rest -= values[kept];
            kept++;
            bulk = Math.max(1, rest / (followed - 1 - kept));
        }
        return kept;
    }

    private double[] direction(double[] coordinates, double length) {
        var direction = new double[shares.length];
        for (int m = 0; m < basis.length; m++) {
            for (int b = 0; b < shares.length; b++) {
                direction[b] += coordinates[m] / length * basis[m][b];
            }
        }
        return direction;
    }

    private double wander(double eigenvalue) {
        double ratio = basis.length / (double) scores.length;
        double half = (eigenvalue / bulk + 1 - ratio) / 2;
        double variance = half + Math.sqrt(Math.max(0, half * half - eigenvalue / bulk));
        return bulk * (variance * (1 + STANDARD_ERRORS * Math.sqrt(2.0 / scores.length)) - 1);
    }
}
