package io.streamgauge.app.compare;

import io.streamgauge.app.files.CellKind;
import io.streamgauge.app.files.RowSource;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.statistics.comparison.Categories;
import io.streamgauge.statistics.comparison.Numbers;
import io.streamgauge.statistics.comparison.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column as they are read. Without a type given, the first cell that is not missing decides; whether later
 * ones bore that out, {@link #type} and {@link #isMixed} tell.
 */
final class ColumnValues {
    private @Nullable FeatureType type;
    private double[] numbers = {};
    private int size = 0;
    private final Map<String, long[]> categories = new HashMap<>();
    private long missing = 0;
    private long mistyped = 0;
    private boolean mixed = false;
    private boolean hasNumeral = false;
    private boolean hasWord = false;

    ColumnValues(@Nullable FeatureType type) {
        this.type = type == FeatureType.BOOLEAN ? FeatureType.CATEGORICAL : type;
    }

    void add(RowSource row, int column) {
        if (type != FeatureType.CATEGORICAL) {
            double number = row.number(column);
            if (Double.isFinite(number)) {
                type = FeatureType.NUMERIC;
                add(number);
                return;
            }
        }
        addOther(row, column, row.kind(column));
    }

    private void addOther(RowSource row, int column, CellKind kind) {
        if (kind == CellKind.MISSING) {
            missing++;
        } else if (kind == CellKind.OTHER) {
            mistyped++;
        } else if (kind == CellKind.NUMBER && type != FeatureType.CATEGORICAL) {
            type = FeatureType.NUMERIC;
            add(row.number(column));
        } else if (type == FeatureType.NUMERIC) {
            mixed = true;
            mistyped++;
        } else {
            type = FeatureType.CATEGORICAL;
            hasNumeral |= kind == CellKind.NUMBER;
            hasWord |= kind != CellKind.NUMBER;
            String text = row.text(column);
            categories.computeIfAbsent(text == null ? "" : text, value -> new long[1])[0]++;
        }
    }

    private void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(1024, size + (size >> 1)));
        }
        numbers[size++] = number;
    }

    /** The type that the cells have; null if there was nothing but missing ones. */
    @Nullable
    FeatureType type() {
        return type;
    }

    /** Whether numbers came first and texts behind them. */
    boolean isMixed() {
        return mixed;
    }

    /** Whether there are numbers and other texts, whatever came first. */
    boolean hasTextsAmongNumbers() {
        return mixed || (hasNumeral && hasWord);
    }

    /** All cells, if none of them is a value of a feature. */
    boolean isOther() {
        return type == null && mistyped > 0;
    }

    Sample sample(FeatureType wanted) {
        if (wanted == FeatureType.NUMERIC) {
            Sample sample = Numbers.of(Arrays.copyOf(numbers, size), missing, mistyped);
            numbers = new double[0]; // the largest part of the memory
            return sample;
        }
        var counts = new HashMap<String, Long>();
        categories.forEach((value, count) -> counts.put(value, count[0]));
        return Categories.of(counts, missing, mistyped);
    }
}
