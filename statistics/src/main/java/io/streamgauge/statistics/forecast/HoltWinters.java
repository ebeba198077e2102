package io.streamgauge.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts a series with a level, a trend and a season (Holt 1957; Winters 1960, doi:10.1287/mnsc.6.3.324; in the
 * error-correction form of Hyndman et al. 2008, doi:10.1007/978-3-540-71918-2). With the error
 * {@code e = y - (l + phi b) - s} of the additive form, and period m,
 *
 * <pre>  l' = l + phi b + alpha e,   b' = phi b + alpha beta* e,   s' = s + gamma e   (the s of m steps ago)</pre>
 *
 * In the multiplicative form the season is a factor: {@code e = y - (l + phi b) s}, and it enters level and trend as
 * {@code e / s}, the season as {@code e / (l + phi b)}. With {@code phi < 1} the trend fades out.
 *
 * <p>The deviation h steps ahead is {@code sigma * sqrt(1 + c[1]^2 + ... + c[h-1]^2)} with
 * {@code c[j] = alpha (1 + beta* (phi + ... + phi^j)) + gamma [m divides j]} and sigma the root mean square of the errors in the
 * history; exact for the additive form. In the multiplicative form sigma is that of the relative errors, times the forecast:
 * an approximation that is good while sigma is small.
 *
 * <p>A missing value (NaN or infinite) moves the state on without an error. Immutable.
 */
public final class HoltWinters implements Forecaster {

    /** How a season acts. */
    public enum Season {
        /** It is added to the level: swings of a constant size. */
        ADDITIVE,
        /** It multiplies the level: swings that grow with it. For positive series. */
        MULTIPLICATIVE
    }

    /**
     * The form of a model.
     *
     * @param season how the season acts
     * @param damped whether the trend fades out
     * @param period values in a season, at least 1; 1 means no season
     */
    public record Settings(Season season, boolean damped, int period) {}

    private static final int FIXED = 9; // numbers before those of the seasons

    private final Settings settings;
    private final Smoothing smoothing;
    private final double level;
    private final double trend;
    private final double[] seasons; // that of the next value first
    private final double squares; // of errors, relative ones in the multiplicative form
    private final double squaredErrors;
    private final long errors;

    private HoltWinters(
            Settings settings,
            Smoothing smoothing,
            double level,
            double trend,
            double[] seasons,
            double[] sums,
            long errors) {
        this.settings = settings;
        this.smoothing = smoothing;
        this.level = level;
        this.trend = trend;
        this.seasons = seasons;
        this.squares = sums[0];
        this.squaredErrors = sums[1];
        this.errors = errors;
    }

    /**
     * The model of a history with given smoothing. It begins with the mean and the pattern of the first season, and the
     * change of the mean to the second one.
     *
     * @throws IllegalArgumentException if the history is shorter than two seasons, one of them has no value, or a
     *     multiplicative model meets values that are not positive
     */
    public static HoltWinters of(double[] history, Settings settings, Smoothing smoothing) {
        int period = settings.period();
        Histories.require(history, period);
        boolean multiplicative = settings.season() == Season.MULTIPLICATIVE;
        if (multiplicative && Arrays.stream(history).anyMatch(value -> value <= 0)) {
            throw new IllegalArgumentException("a multiplicative season needs positive values");
        }
        double level = Histories.mean(history, 0, period);
        double trend = (Histories.mean(history, period, 2 * period) - level) / period;
        double[] seasons = Arrays.stream(Histories.filledSeason(history, period))
                .map(value -> multiplicative ? value / level : value - level)
                .toArray();
        var model = new HoltWinters(settings, smoothing, level, trend, seasons, new double[2], 0);
        for (double value : history) {
            model = model.after(value);
        }
        return model;
    }

    /** The model with the smoothing that has the smallest sum of squared errors on the history. */
    public static HoltWinters fit(double[] history, Settings settings) {
        return of(history, settings, SmoothingSearch.best(history, settings));
    }

    /**
     * The model of these settings that these {@link #numbers} are from.
     *
     * @throws IllegalArgumentException if they cannot be from any
     */
    public static HoltWinters resumed(Settings settings, double[] numbers) {
        if (numbers.length != FIXED + settings.period() || !(numbers[6] >= 0 && numbers[7] >= 0 && numbers[8] >= 0)) {
            throw new IllegalArgumentException("these numbers are of no model of Holt and Winters with this period");
        }
        return new HoltWinters(
                settings,
                new Smoothing(numbers[0], numbers[1], numbers[2], numbers[3]),
                numbers[4],
                numbers[5],
                Arrays.copyOfRange(numbers, FIXED, numbers.length),
                new double[] {numbers[6], numbers[7]},
                (long) numbers[8]);
    }

    @Override
    public double[] numbers() {
        var numbers = Arrays.copyOf(
                new double[] {
                    smoothing.level(),
                    smoothing.trend(),
                    smoothing.season(),
                    smoothing.damping(),
                    level,
                    trend,
                    squares,
                    squaredErrors,
                    errors
                },
                FIXED + seasons.length);
        System.arraycopy(seasons, 0, numbers, FIXED, seasons.length);
        return numbers;
    }

    @Override
    public HoltWinters after(double value) {
        double base = level + smoothing.damping() * trend;
        boolean multiplicative = settings.season() == Season.MULTIPLICATIVE;
        double expected = multiplicative ? base * seasons[0] : base + seasons[0];
        double error = Double.isFinite(value) ? value - expected : 0;
        double inLevel = multiplicative ? error / seasons[0] : error;
        double inSeason = multiplicative ? error / base : error;
        double relative = multiplicative ? error / expected : error;
        double[] next = Arrays.copyOfRange(seasons, 1, seasons.length + 1);
        next[seasons.length - 1] = seasons[0] + smoothing.season() * inSeason;
        return new HoltWinters(
                settings,
                smoothing,
                base + smoothing.level() * inLevel,
                smoothing.damping() * trend + smoothing.level() * smoothing.trend() * inLevel,
                next,
                new double[] {squares + relative * relative, squaredErrors + error * error},
                errors + (Double.isFinite(value) ? 1 : 0));
    }

    @Override
    public List<Prediction> next(int steps) {
        double sigma = Math.sqrt(squares / Math.max(1, errors));
        double fading = 0; // phi + ... + phi^h
        double power = 1;
        double variance = 1;
        var predictions = new ArrayList<Prediction>();
        for (int h = 1; h <= steps; h++) {
            power *= smoothing.damping();
            fading += power;
            double base = level + fading * trend;
            double season = seasons[(h - 1) % seasons.length];
            boolean multiplicative = settings.season() == Season.MULTIPLICATIVE;
            double mean = multiplicative ? base * season : base + season;
            double unit = multiplicative ? Math.abs(mean) : 1;
            predictions.add(new Prediction(mean, unit * sigma * Math.sqrt(variance)));
            double c = smoothing.level() * (1 + smoothing.trend() * fading);
            c += h % seasons.length == 0 ? smoothing.season() : 0;
            variance += c * c;
        }
        return predictions;
    }

    /** How fast the model follows its series. */
    public Smoothing smoothing() {
        return smoothing;
    }

    /** The sum of the squared one-step errors over the whole history. */
    public double sumOfSquaredErrors() {
        return squaredErrors;
    }
}
