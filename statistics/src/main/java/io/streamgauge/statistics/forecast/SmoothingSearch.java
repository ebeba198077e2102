package io.streamgauge.statistics.forecast;

import io.streamgauge.statistics.forecast.HoltWinters.Settings;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the smoothing with the smallest sum of squared errors: Nelder and Mead's simplex from three fixed starts, without
 * random numbers, so that the same history gives the same model. Damping is searched in [0.8, 0.995], as below it nothing is
 * left of a trend, and above it nothing is damped.
 */
final class SmoothingSearch {

    private static final double[][] STARTS = {{0.5, 0.1, 0.1, 0.95}, {0.1, 0.02, 0.05, 0.9}, {0.8, 0.3, 0.3, 0.98}};
    private static final double LEAST_DAMPING = 0.8;
    private static final double MOST_DAMPING = 0.995;

    private SmoothingSearch() {}

    static Smoothing best(double[] history, Settings settings) {
        int parameters = settings.damped() ? 4 : 3;
        MultivariateFunction loss = point -> loss(history, settings, smoothing(point));
        var best = new double[0];
        double least = Double.POSITIVE_INFINITY;
        for (double[] start : STARTS) {
            double[] point = search(loss, start(start, parameters));
            double found = loss.value(point);
            if (best.length == 0 || found < least) {
                best = point;
                least = found;
            }
        }
        return smoothing(best);
    }

    private static double[] search(MultivariateFunction loss, double[] start) {
        try {
            return new SimplexOptimizer(1e-9, 1e-9)
                    .optimize(
                            new MaxEval(4000),
                            new ObjectiveFunction(loss),
                            GoalType.MINIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(start.length, 0.5))
                    .getPoint();
        } catch (MathIllegalStateException e) {
            return start; // it did not settle; another start may
        }
    }

    private static double loss(double[] history, Settings settings, Smoothing smoothing) {
        double loss = HoltWinters.of(history, settings, smoothing).sumOfSquaredErrors();
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    private static double[] start(double[] smoothing, int parameters) {
        var point = new double[parameters];
        for (int i = 0; i < parameters; i++) {
            double share = i == 3 ? (smoothing[3] - LEAST_DAMPING) / (MOST_DAMPING - LEAST_DAMPING) : smoothing[i];
            point[i] = StrictMath.log(share / (1 - share));
        }
        return point;
    }

    /** From the whole line into the ranges. */
    private static Smoothing smoothing(double[] point) {
        double damping = point.length == 4 ? LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * logistic(point[3]) : 1;
        return new Smoothing(logistic(point[0]), logistic(point[1]), logistic(point[2]), damping);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
