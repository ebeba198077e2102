package io.streamgauge.app.files;

import io.streamgauge.schemas.contract.FeatureType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which type does each column of these files have, judged by all of its cells? Numbers only: numeric. Booleans only:
 * boolean. Texts, or a mixture: categorical, as is a column that is always missing. Nothing but lists and bytes: none.
 */
public final class ColumnTypes {
    private final Map<String, Set<CellKind>> kinds = new LinkedHashMap<>();
    private long rows;

    private ColumnTypes() {}

    /** Reads all rows of all files. */
    public static ColumnTypes of(List<Path> files) throws IOException {
        ColumnTypes types = new ColumnTypes();
        for (Path file : files) {
            try (RowSource source = RowSources.open(file)) {
                types.addAll(source);
            }
        }
        return types;
    }

    private void addAll(RowSource source) throws IOException {
        List<Set<CellKind>> columns = source.columns().stream()
                .map(name -> kinds.computeIfAbsent(name, column -> EnumSet.noneOf(CellKind.class)))
                .toList();
        while (source.next()) {
            rows++;
            for (int column = 0; column < columns.size(); column++) {
                // Once texts are among them the column is categorical, and a look at further cells costs time only.
                if (!columns.get(column).contains(CellKind.TEXT)) {
                    columns.get(column).add(source.kind(column));
                }
            }
        }
    }

    /** Names of all columns, in the order of their first appearance. */
    public List<String> columns() {
        return List.copyOf(kinds.keySet());
    }

    /** Rows of all files. */
    public long rows() {
        return rows;
    }

    /** The type of a column, empty if its cells cannot be a feature. */
    public Optional<FeatureType> type(String column) {
        Set<CellKind> present = EnumSet.copyOf(kinds.getOrDefault(column, EnumSet.noneOf(CellKind.class)));
        boolean others = present.remove(CellKind.OTHER);
        present.remove(CellKind.MISSING);
        if (present.equals(EnumSet.of(CellKind.NUMBER))) {
            return Optional.of(FeatureType.NUMERIC);
        }
        if (present.equals(EnumSet.of(CellKind.BOOLEAN))) {
            return Optional.of(FeatureType.BOOLEAN);
        }
        return present.isEmpty() && others ? Optional.empty() : Optional.of(FeatureType.CATEGORICAL);
    }
}
