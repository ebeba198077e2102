package io.streamgauge.statistics.change;

import io.streamgauge.statistics.forecast.Forecaster;
import io.streamgauge.statistics.forecast.HoltWinters;
import io.streamgauge.statistics.forecast.HoltWinters.Season;
import io.streamgauge.statistics.forecast.SeasonalNaive;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link ForecastDetector}.
 *
 * @param model of Holt and Winters; null = the value of one season ago
 * @param period values in a season
 * @param cycles seasons to learn from
 * @param confidence probability of a value outside of its interval while nothing changes
 * @param run so many values in a row outside are a drift
 */
record ForecastSettings(HoltWinters.@Nullable Settings model, int period, int cycles, double confidence, int run)
        implements SteppingSettings {

    static final String HOLT_WINTERS = "holt-winters";
    static final String SEASONAL_NAIVE = "seasonal-naive";

    private static final int LONGEST = 20_000;

    private static final DetectorKind OF_SUMS =
            new DetectorKind(HOLT_WINTERS, "Holt and Winters, smoothing fitted", ValueRange.NUMBER);
    private static final DetectorKind OF_FACTORS =
            new DetectorKind(HOLT_WINTERS, "Holt and Winters, smoothing fitted", ValueRange.POSITIVE);
    private static final DetectorKind NAIVE =
            new DetectorKind(SEASONAL_NAIVE, "Hyndman and Athanasopoulos", ValueRange.NUMBER);

    ForecastSettings {
        String name = model == null ? SEASONAL_NAIVE : HOLT_WINTERS;
        Parameters.require(period >= 1 && period <= LONGEST, name, "period", "must be in [1, 20000]", period);
        Parameters.require(
                cycles >= 2 && (long) cycles * period <= LONGEST,
                name,
                "cycles",
                "must be at least 2, and at most 20000 values",
                cycles);
        Parameters.require(confidence > 0 && confidence < 1, name, "confidence", "must be in (0, 1)", confidence);
        Parameters.require(run >= 1 && run <= 1000, name, "run", "must be in [1, 1000]", run);
    }

    static DetectorSettings ofHoltWinters(Parameters parameters) {
        int period = parameters.count("period", 24);
        String season = parameters.word("season", "additive", "additive", "multiplicative");
        boolean damped = parameters.flag("damped", true);
        var model = new HoltWinters.Settings(Season.valueOf(season.toUpperCase(Locale.ROOT)), damped, period);
        return of(model, period, parameters);
    }

    static DetectorSettings ofSeasonalNaive(Parameters parameters) {
        return of(null, parameters.count("period", 24), parameters);
    }

    private static ForecastSettings of(HoltWinters.@Nullable Settings model, int period, Parameters parameters) {
        return new ForecastSettings(
                model,
                period,
                parameters.count("cycles", 4),
                parameters.number("confidence", 0.001),
                parameters.count("run", 3));
    }

    @Override
    public DetectorKind kind() {
        if (model == null) {
            return NAIVE;
        }
        return model.season() == Season.MULTIPLICATIVE ? OF_FACTORS : OF_SUMS;
    }

    @Override
    public Specification parameters() {
        var specification = Specification.of(name()).with("period", period);
        if (model != null) {
            specification
                    .with("season", model.season().name().toLowerCase(Locale.ROOT))
                    .with("damped", model.damped());
        }
        return specification
                .with("cycles", cycles)
                .with("confidence", confidence)
                .with("run", run);
    }

    @Override
    public ForecastDetector start() {
        return new ForecastDetector(this);
    }

    Forecaster learn(double[] history) {
        return model == null ? SeasonalNaive.of(history, period) : HoltWinters.fit(history, model);
    }

    Forecaster resumed(double[] numbers) {
        return model == null ? SeasonalNaive.resumed(numbers) : HoltWinters.resumed(model, numbers);
    }

    /** How many numbers a forecaster of these settings is written in. */
    int numbers() {
        return period + (model == null ? 2 : 9);
    }
}
