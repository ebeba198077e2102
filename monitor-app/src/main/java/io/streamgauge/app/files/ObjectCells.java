package io.streamgauge.app.files;

import io.streamgauge.schemas.event.FeatureSlot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a source whose format has types: cells are {@code Long}, {@code Double}, {@code Boolean}, {@code String}, a
 * {@code List} of those, {@link #OTHER} or null.
 */
abstract class ObjectCells implements RowSource {
    static final Object OTHER = new Object();

    abstract @Nullable Object cell(int column);

    @Override
    public final CellKind kind(int column) {
        Object cell = cell(column);
        if (cell == null) {
            return CellKind.MISSING;
        }
        if (cell instanceof Number) {
            return CellKind.NUMBER;
        }
        if (cell instanceof Boolean) {
            return CellKind.BOOLEAN;
        }
        return cell instanceof String ? CellKind.TEXT : CellKind.OTHER;
    }

    @Override
    public final double number(int column) {
        return cell(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public final @Nullable String text(int column) {
        Object cell = cell(column);
        if (cell == null || cell == OTHER || cell instanceof List) {
            return null;
        }
        return cell instanceof Double number ? FeatureSlot.textOf(number) : cell.toString();
    }

    @Override
    public final @Nullable List<@Nullable Object> items(int column) {
        if (!(cell(column) instanceof List<?> cells)) {
            return null;
        }
        List<@Nullable Object> items = new ArrayList<>(cells);
        return items;
    }

    /** The name of a column: those inside the field {@code features} go without its name. */
    static String columnName(List<String> path) {
        boolean enveloped = path.size() > 1 && path.get(0).equals("features");
        return String.join(".", enveloped ? path.subList(1, path.size()) : path);
    }
}
