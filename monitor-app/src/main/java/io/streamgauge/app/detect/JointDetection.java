package io.streamgauge.app.detect;

import io.streamgauge.statistics.change.ChangeLevel;
import io.streamgauge.statistics.change.DetectorSettings;
import io.streamgauge.statistics.change.JointDetector;
import io.streamgauge.statistics.forecast.Components;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Runs a forecast over several columns, taken together. */
public final class JointDetection {
    private final DetectorSettings settings;
    private final double share;
    private ChangeLevel before = ChangeLevel.NONE;
    private long rows;
    private long warnings;
    private long drifts;

    /** @param share of the variance that the components must explain */
    public JointDetection(DetectorSettings settings, double share) {
        this.settings = settings;
        this.share = share;
    }

    /**
     * Where the columns left their forecast: at a drift, or where a run of warnings begins.
     *
     * @param index number of the row, 0 for the first
     * @param moved the columns that did, farthest first
     */
    public record JointChange(long index, ChangeLevel level, List<MovedColumn> moved) {}

    /** @param surprise in standard deviations of the forecast, with its sign; infinite for a column that never varied and now does */
    public record MovedColumn(String name, double expected, double observed, double surprise) {}

    /**
     * Looks at every row and tells of every change as it is found.
     *
     * @throws IllegalArgumentException if the detector is no forecast, a cell is no number, or there is no row
     */
    public void run(ColumnValues columns, Consumer<JointChange> found) throws IOException {
        JointDetector detector = JointDetector.of(settings, columns.names().size(), share);
        while (columns.next()) {
            rows++;
            JointDetector.Judgement judgement = detector.step(columns.values());
            ChangeLevel level = judgement.level();
            boolean begins = level == ChangeLevel.WARNING && before != level;
            warnings += begins ? 1 : 0;
            drifts += level == ChangeLevel.DRIFT ? 1 : 0;
            if (begins || level == ChangeLevel.DRIFT) {
                found.accept(new JointChange(columns.index(), level, named(judgement.moved(), columns.names())));
            }
            before = level;
        }
        if (rows == 0) {
            throw new IllegalArgumentException("the file holds no rows");
        }
    }

    private static List<MovedColumn> named(List<Components.Moved> moved, List<String> names) {
        return moved.stream()
                .map(each ->
                        new MovedColumn(names.get(each.column()), each.expected(), each.observed(), each.surprise()))
                .toList();
    }

    public long rows() {
        return rows;
    }

    /** Runs of warnings. */
    public long warnings() {
        return warnings;
    }

    public long drifts() {
        return drifts;
    }
}
