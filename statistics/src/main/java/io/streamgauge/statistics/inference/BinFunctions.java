package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Functions on the bins, orthonormal under the shares of the reference and with mean 0, along which the shares of windows are seen
 * to wander. On a grid: missing, NaN and so on (where the reference has them), then the first six polynomials of the bins'
 * normal scores, that is level, spread, skewness and so on, whatever the unit of the values. On a vocabulary: each value alone
 * (orthonormal but for terms of the size of a share).
 */
final class BinFunctions {

    private static final int DEGREES = 6;
    private static final double VANISHING = 1e-6;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final double[] shares;
    private final List<double[]> functions = new ArrayList<>();

    private BinFunctions(double[] shares) {
        this.shares = shares;
    }

    /** @param least bins with a smaller share are too rare to be followed */
    static double[][] of(Layout layout, double[] shares, double least) {
        var basis = new BinFunctions(shares);
        return layout instanceof Grid grid
                ? basis.polynomials(grid.edgeCount() + 1, least, DEGREES, true)
                : basis.indicators(least);
    }

    /** The first polynomials on a grid alone, without missing, NaN and so on. */
    static double[][] polynomials(Grid grid, double[] shares, double least, int degrees) {
        return new BinFunctions(shares).polynomials(grid.edgeCount() + 1, least, degrees, false);
    }

    private double[][] indicators(double least) {
        for (int b = 0; b < shares.length; b++) {
            if (shares[b] >= least) {
                var indicator = new double[shares.length];
                indicator[b] = 1 / Math.sqrt(shares[b]);
                functions.add(indicator);
            }
        }
        return functions.toArray(double[][]::new);
    }

    private double[][] polynomials(int finiteBins, double least, int degrees, boolean withOthers) {
        var one = new double[shares.length];
        Arrays.fill(one, 1);
        functions.add(one);
        for (int b = finiteBins; b < shares.length; b++) {
            if (withOthers && shares[b] >= least) {
                var indicator = new double[shares.length];
                indicator[b] = 1;
                addOrthonormal(indicator);
            }
        }
        double[] scores = normalScores(finiteBins, least);
        var power = new double[shares.length];
        Arrays.fill(power, 0, finiteBins, 1);
        for (int degree = 1; degree <= degrees; degree++) {
            for (int b = 0; b < finiteBins; b++) {
                power[b] *= scores[b];
            }
            addOrthonormal(power.clone());
        }
        return functions.subList(1, functions.size()).toArray(double[][]::new);
    }

    /** The normal quantile of the middle rank of each bin; a rare bin's is not beyond those of the others. */
    private double[] normalScores(int finiteBins, double least) {
        double all = Arrays.stream(shares, 0, finiteBins).sum();
        var scores = new double[finiteBins];
        double below = 0;
        double lowest = 0;
        double highest = 0;
        for (int b = 0; b < finiteBins; b++) {
            scores[b] = NORMAL.inverseCumulativeProbability((below + shares[b] / 2) / all);
            below += shares[b];
            if (shares[b] >= least) {
                lowest = Math.min(lowest, scores[b]);
                highest = Math.max(highest, scores[b]);
            }
        }
        for (int b = 0; b < finiteBins; b++) {
            scores[b] = Math.max(lowest, Math.min(highest, scores[b]));
        }
        return scores;
    }

    /** Gram and Schmidt, twice for accuracy; what is a sum of the others already is left out. */
    private void addOrthonormal(double[] f) {
        double before = product(f, f);
        for (int pass = 0; pass < 2; pass++) {
            for (double[] other : functions) {
                double along = product(f, other);
                Arrays.setAll(f, b -> f[b] - along * other[b]);
            }
        }
        double norm = product(f, f);
        if (norm > VANISHING * before) {
            double length = Math.sqrt(norm);
            Arrays.setAll(f, b -> f[b] / length);
            functions.add(f);
        }
    }

    private double product(double[] f, double[] g) {
        double sum = 0;
        for (int b = 0; b < shares.length; b++) {
            sum += f[b] * g[b] * shares[b];
        }
        return sum;
    }
}
