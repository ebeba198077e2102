package io.streamgauge.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Answers whether the metrics of many columns, taken together, are where they should be, and which columns moved: a principal
 * component analysis of the standardised metrics, and a forecast of each component that matters (after Uber's data-quality
 * monitor, uber.com/blog/monitoring-data-quality-at-scale). A few forecasts stand for hundreds of columns, and what all columns
 * do together (a quiet Sunday) is expected, not an anomaly of each.
 *
 * <p>Columns that never vary in the history have no component; any change of one is a surprise by itself. A metric that is not
 * finite counts as its mean. Signs of components are fixed (largest loading positive), so results are reproducible. Immutable.
 */
public final class Components {

    private static final double SMALLEST_VARIANCE = 1e-12;

    private final double[] means;
    private final double[] deviations;
    private final double[][] loadings; // by component
    private final double[] residuals; // root mean square of what the components leave of each column, standardised
    private final List<Forecaster> forecasters;

    private Components(
            double[] means,
            double[] deviations,
            double[][] loadings,
            double[] residuals,
            List<Forecaster> forecasters) {
        this.means = means;
        this.deviations = deviations;
        this.loadings = loadings;
        this.residuals = residuals;
        this.forecasters = forecasters;
    }

    /**
     * A column in the light of the forecast.
     *
     * @param column its index
     * @param expected what the components forecast for it, in its own unit
     * @param observed what it is
     * @param surprise the difference in standard deviations of this forecast, with its sign; infinite for a column that never
     *     varied and now does
     */
    public record Moved(int column, double expected, double observed, double surprise) {}

    /**
     * @param history rows by time, each with one metric per column, at least two rows
     * @param share of the variance that the components must explain, in (0, 1]
     * @param forecaster makes the forecast of a component from its history
     */
    public static Components of(double[][] history, double share, Function<double[], Forecaster> forecaster) {
        if (history.length < 2 || Arrays.stream(history).anyMatch(row -> row.length != history[0].length)) {
            throw new IllegalArgumentException("components need at least two rows of equal length");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of the variance must lie in (0, 1], got " + share);
        }
        int columns = history[0].length;
        var means = new double[columns];
        var deviations = new double[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            double[] values = Arrays.stream(history)
                    .mapToDouble(row -> row[column])
                    .filter(Double::isFinite)
                    .toArray();
            means[c] = Arrays.stream(values).average().orElse(0);
            double mean = means[c];
            double variance = Arrays.stream(values)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElse(0);
            deviations[c] = variance > SMALLEST_VARIANCE * (mean * mean + SMALLEST_VARIANCE) ? Math.sqrt(variance) : 0;
        }
        double[][] rows = Arrays.stream(history)
                .map(row -> standardised(row, means, deviations))
                .toArray(double[][]::new);
        double[][] loadings = loadings(MatrixUtils.createRealMatrix(rows), share);
        List<Forecaster> forecasters = Arrays.stream(loadings)
                .map(loading -> Arrays.stream(rows)
                        .mapToDouble(row -> product(row, loading))
                        .toArray())
                .map(forecaster)
                .toList();
        return new Components(means, deviations, loadings, residuals(rows, loadings), forecasters);
    }

    private static double[] standardised(double[] row, double[] means, double[] deviations) {
        return IntStream.range(0, row.length)
                .mapToDouble(
                        c -> deviations[c] > 0 && Double.isFinite(row[c]) ? (row[c] - means[c]) / deviations[c] : 0)
                .toArray();
    }

    private static double[][] loadings(RealMatrix rows, double share) {
        RealMatrix covariance = rows.transposeMultiply(rows).scalarMultiply(1.0 / rows.getRowDimension());
        var decomposition = new EigenDecompositionSymmetric(covariance); // by falling eigenvalue
        double[] variances = decomposition.getEigenvalues();
        double all = Arrays.stream(variances).filter(v -> v > 0).sum();
        var kept = new ArrayList<double[]>();
        double explained = 0;
        for (int k = 0; k < variances.length && variances[k] > SMALLEST_VARIANCE && explained < share * all; k++) {
            explained += variances[k];
            kept.add(withFixedSign(decomposition.getEigenvector(k).toArray()));
        }
        return kept.toArray(double[][]::new);
    }

    private static double[] withFixedSign(double[] loading) {
        double largest = 0;
        for (double value : loading) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        double sign = Math.signum(largest);
        return Arrays.stream(loading).map(value -> sign * value).toArray();
    }

    private static double[] residuals(double[][] rows, double[][] loadings) {
        var squares = new double[rows[0].length];
        for (double[] row : rows) {
            double[] left = row.clone();
            for (double[] loading : loadings) {
                double score = product(row, loading);
                IntStream.range(0, left.length).forEach(c -> left[c] -= score * loading[c]);
            }
            IntStream.range(0, left.length).forEach(c -> squares[c] += left[c] * left[c] / rows.length);
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> a[c] * b[c]).sum();
    }

    /** How many components are kept. */
    public int size() {
        return loadings.length;
    }

    /** The forecast of each component, one step ahead. */
    public List<Prediction> next() {
        return forecasters.stream().map(forecaster -> forecaster.next(1).get(0)).toList();
    }

    /** By how many deviations each component of a new row is off its forecast. */
    public double[] surprises(double[] row) {
        double[] standardised = standardised(requireColumns(row), means, deviations);
        List<Prediction> next = next();
        return IntStream.range(0, loadings.length)
                .mapToDouble(k -> next.get(k).surprise(product(standardised, loadings[k])))
                .toArray();
    }

    /** The columns of a new row, those that moved most first. */
    public List<Moved> ranked(double[] row) {
        requireColumns(row);
        List<Prediction> next = next();
        return IntStream.range(0, row.length)
                .mapToObj(c -> moved(c, row[c], next))
                .sorted(Comparator.comparingDouble((Moved moved) -> -Math.abs(moved.surprise()))
                        .thenComparing(Moved::column))
                .toList();
    }

    private Moved moved(int column, double observed, List<Prediction> next) {
        double mean = 0;
        double variance = residuals[column] * residuals[column];
        for (int k = 0; k < loadings.length; k++) {
            double loading = loadings[k][column];
            mean += loading * next.get(k).mean();
            variance += Math.pow(loading * next.get(k).deviation(), 2);
        }
        var prediction =
                new Prediction(means[column] + deviations[column] * mean, deviations[column] * Math.sqrt(variance));
        return new Moved(
                column, prediction.mean(), observed, Double.isNaN(observed) ? 0 : prediction.surprise(observed));
    }

    /** The same components after one more row. */
    public Components after(double[] row) {
        double[] standardised = standardised(requireColumns(row), means, deviations);
        return with(IntStream.range(0, loadings.length)
                .mapToObj(k -> forecasters.get(k).after(product(standardised, loadings[k])))
                .toList());
    }

    /** The same components after a row that does not count: they go on as if the forecast had come true. */
    public Components afterGap() {
        return with(forecasters.stream()
                .map(forecaster -> forecaster.after(Double.NaN))
                .toList());
    }

    private Components with(List<Forecaster> moved) {
        return new Components(means, deviations, loadings, residuals, moved);
    }

    private double[] requireColumns(double[] row) {
        if (row.length != means.length) {
            throw new IllegalArgumentException("a row must have " + means.length + " columns, got " + row.length);
        }
        return row;
    }
}
