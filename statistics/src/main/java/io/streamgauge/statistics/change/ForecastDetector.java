package io.streamgauge.statistics.change;

import io.streamgauge.statistics.forecast.Forecaster;
import io.streamgauge.statistics.forecast.Prediction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code holt-winters} and {@code seasonal-naive}: is a series that has a season, such as the metric of each hour, where its
 * forecast says that it should be?
 *
 * <p>Learns from the first {@code cycles * period} values. From then on each value outside of its two-sided prediction
 * interval of coverage {@code 1 - confidence} is a warning, and {@code run} of them in a row are a drift. A value outside is
 * no part of the model, which goes on as if the forecast had come true: an outlier does not make the next hours look wrong. After a
 * drift it learns anew. A row without a value moves the season on.
 *
 * <p>Forecasts and intervals: {@link io.streamgauge.statistics.forecast.HoltWinters},
 * {@link io.streamgauge.statistics.forecast.SeasonalNaive}. Intervals of a fitted model are a little too narrow for short histories, and
 * they hold for errors that are about normal.
 */
final class ForecastDetector extends SteppingDetector {
    private final ForecastSettings settings;
    private final double[] history;
    private int learnt;
    private @Nullable Forecaster model;
    private int outside;

    ForecastDetector(ForecastSettings settings) {
        super(settings);
        this.settings = settings;
        this.history = new double[settings.cycles() * settings.period()];
    }

    @Override
    ChangeLevel judge(double value) {
        Forecaster known = model;
        if (known == null) {
            learn(value);
            return ChangeLevel.NONE;
        }
        Prediction next = known.next(1).get(0);
        double coverage = 1 - settings.confidence();
        boolean isOutside = !(value >= next.lower(coverage) && value <= next.upper(coverage));
        outside = isOutside ? outside + 1 : 0;
        take(known.after(isOutside ? Double.NaN : value));
        if (outside >= settings.run()) {
            return ChangeLevel.DRIFT;
        }
        return isOutside ? ChangeLevel.WARNING : ChangeLevel.NONE;
    }

    /** A model that values at the end of the range have driven out of it is given up. */
    private void take(Forecaster next) {
        if (Arrays.stream(next.numbers()).allMatch(Double::isFinite)) {
            model = next;
        } else {
            restart();
        }
    }

    @Override
    void pass() {
        Forecaster known = model;
        if (known == null) {
            learn(Double.NaN);
        } else {
            take(known.after(Double.NaN));
        }
    }

    private void learn(double value) {
        history[learnt++] = value;
        if (learnt < history.length) {
            return;
        }
        if (isEmpty(0) || isEmpty(settings.period())) {
            // A season without a single value teaches nothing: wait for one more.
            learnt -= settings.period();
            System.arraycopy(history, settings.period(), history, 0, learnt);
            return;
        }
        learnt = 0;
        take(settings.learn(history));
    }

    private boolean isEmpty(int from) {
        return Arrays.stream(history, from, from + settings.period()).noneMatch(Double::isFinite);
    }

    @Override
    void restart() {
        learnt = 0;
        model = null;
        outside = 0;
    }

    @Override
    void write(StateWriter writer) {
        Forecaster known = model;
        writer.flag(known != null).count(known == null ? learnt : outside);
        double[] numbers = known == null ? Arrays.copyOf(history, learnt) : known.numbers();
        for (double number : numbers) {
            // Before the model, a missing value is part of the history.
            writer.flag(Double.isFinite(number)).number(Double.isFinite(number) ? number : 0);
        }
    }

    @Override
    void read(StateReader reader) {
        boolean known = reader.flag();
        int count = (int) reader.count(0, known ? settings.run() - 1L : history.length - 1L);
        var numbers = new double[known ? settings.numbers() : count];
        for (int i = 0; i < numbers.length; i++) {
            boolean present = reader.flag();
            double number = reader.finite();
            boolean isFit = known ? present : Math.abs(number) <= 1e100;
            if (!isFit) {
                throw reader.invalid("a number is missing or out of range");
            }
            numbers[i] = present ? number : Double.NaN;
        }
        if (!known) {
            System.arraycopy(numbers, 0, history, 0, count);
            learnt = count;
            return;
        }
        outside = count;
        try {
            model = settings.resumed(numbers);
        } catch (IllegalArgumentException e) {
            throw reader.invalid(String.valueOf(e.getMessage()));
        }
    }
}
