package io.streamgauge.app.detect;

import io.streamgauge.statistics.change.ChangeDetector;
import io.streamgauge.statistics.change.ChangeLevel;
import io.streamgauge.statistics.change.DetectorSettings;
import java.io.IOException;
import java.util.function.Consumer;

/** Runs a detector over a column. */
public final class Detection {
    private final ChangeDetector detector;
    private final ColumnPicture picture = new ColumnPicture();
    private ChangeLevel before = ChangeLevel.NONE;
    private long values;
    private long skipped;
    private long warnings;
    private long drifts;

    public Detection(DetectorSettings settings) {
        this.detector = settings.start();
    }

    /**
     * Looks at every value and tells of every change as it is found. Rows without a finite number are passed over; they
     * count in the index of a change.
     *
     * @throws IllegalArgumentException if a value does not suit the detector, or there is not one number
     */
    public void run(ColumnValues column, Consumer<Change> found) throws IOException {
        while (column.next()) {
            double value = column.value(0);
            if (Double.isFinite(value)) {
                take(column, value, found);
            } else {
                detector.step(Double.NaN); // for a detector with a season, time goes on
                skipped++;
            }
        }
        if (values == 0) {
            throw new IllegalArgumentException(
                    skipped == 0
                            ? "the file holds no rows"
                            : "column %s holds no number in %,d rows"
                                    .formatted(column.names().get(0), skipped));
        }
    }

    private void take(ColumnValues column, double value, Consumer<Change> found) {
        ChangeLevel level = step(column, value);
        values++;
        picture.add(value, level == ChangeLevel.DRIFT);
        if (level == ChangeLevel.DRIFT) {
            drifts++;
            found.accept(new Change(column.index(), level, value));
        } else if (level == ChangeLevel.WARNING && before != level) {
            warnings++;
            found.accept(new Change(column.index(), level, value));
        }
        before = level;
    }

    private ChangeLevel step(ColumnValues column, double value) {
        try {
            return detector.step(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: column %s: %s".formatted(column.place(), column.names().get(0), e.getMessage()), e);
        }
    }

    /** Finite values that the detector has seen. */
    public long values() {
        return values;
    }

    /** Rows without a finite number. */
    public long skipped() {
        return skipped;
    }

    /** Runs of warnings. */
    public long warnings() {
        return warnings;
    }

    public long drifts() {
        return drifts;
    }

    /** The course of the values in one line, and below it a line with a mark where drifts are. */
    public ColumnPicture picture() {
        return picture;
    }
}
