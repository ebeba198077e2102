package io.streamgauge.statistics.change;

import io.streamgauge.statistics.forecast.Components;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Are many series that share their seasons, such as the metrics of all columns of a table, where they should be when taken together; and if not,
 * which of them moved?
 *
 * <p>Learns {@link Components} from the first {@code cycles * period} rows, and forecasts those by {@code holt-winters} or {@code seasonal-naive}.
 * From then on a row is a warning if a component or a column is outside of its two-sided prediction interval. The intervals of all of them together
 * have a coverage of {@code 1 - confidence} (Bonferroni). So many rows in a row as {@code run} says are a drift, after which it learns anew. A row outside is no
 * part of the model, which goes on as if the forecast had come true.
 *
 * <p>A value that is not finite counts as what its column is on average; a row of such values moves the season on. Mutable, not thread-safe.
 */
public final class JointDetector {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final ForecastSettings settings;
    private final int columns;
    private final double share;
    private final List<double[]> history = new ArrayList<>();
    private @Nullable Components model;
    private int outside;

    private JointDetector(ForecastSettings settings, int columns, double share) {
        this.settings = settings;
        this.columns = columns;
        this.share = share;
    }

    /**
     * What a row says.
     *
     * @param moved the columns outside of their intervals, farthest first; where only a component is, the column that is farthest. Empty without a change
     */
    public record Judgement(ChangeLevel level, List<Components.Moved> moved) {
        private static final Judgement STEADY = new Judgement(ChangeLevel.NONE, List.of());
    }

    /**
     * A detector that has seen nothing yet.
     *
     * @param settings of {@code holt-winters} with an additive season, or {@code seasonal-naive}
     * @param share of the variance that the components must explain, in (0, 1]
     * @throws IllegalArgumentException for other detectors, shares, or without columns
     */
    public static JointDetector of(DetectorSettings settings, int columns, double share) {
        if (!(settings instanceof ForecastSettings forecast)) {
            throw new IllegalArgumentException(
                    "several columns are judged by a forecast, holt-winters or seasonal-naive; got " + settings.name());
        }
        if (settings.values() == ValueRange.POSITIVE) {
            throw new IllegalArgumentException(
                    "what columns have in common is above and below 0, so that its season is additive; got "
                            + settings.specification());
        }
        if (columns < 1 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "needs a column and a share in (0, 1], got " + columns + " and " + share);
        }
        return new JointDetector(forecast, columns, share);
    }

    /**
     * Looks at the next row.
     *
     * @throws IllegalArgumentException if it has another number of columns
     */
    public Judgement step(double[] row) {
        if (row.length != columns) {
            throw new IllegalArgumentException("a row must have " + columns + " columns, got " + row.length);
        }
        boolean empty = Arrays.stream(row).noneMatch(Double::isFinite);
        Components known = model;
        if (known == null) {
            learn(row);
            return Judgement.STEADY;
        }
        if (empty) {
            model = known.afterGap();
            return Judgement.STEADY;
        }
        return judge(known, row);
    }

    private void learn(double[] row) {
        history.add(row.clone());
        if (history.size() == settings.cycles() * settings.period()) {
            model = Components.of(history.toArray(double[][]::new), share, settings::learn);
            history.clear();
        }
    }

    private Judgement judge(Components known, double[] row) {
        List<Components.Moved> ranked = known.ranked(row);
        double bound = NORMAL.inverseCumulativeProbability(1 - settings.confidence() / 2 / (columns + known.size()));
        List<Components.Moved> moved = ranked.stream()
                .filter(column -> Math.abs(column.surprise()) > bound)
                .toList();
        boolean together = Arrays.stream(known.surprises(row)).anyMatch(surprise -> Math.abs(surprise) > bound);
        if (moved.isEmpty() && !together) {
            outside = 0;
            model = known.after(row);
            return Judgement.STEADY;
        }
        outside++;
        boolean drift = outside >= settings.run();
        model = drift ? null : known.afterGap();
        outside = drift ? 0 : outside;
        return new Judgement(
                drift ? ChangeLevel.DRIFT : ChangeLevel.WARNING, moved.isEmpty() ? ranked.subList(0, 1) : moved);
    }
}
