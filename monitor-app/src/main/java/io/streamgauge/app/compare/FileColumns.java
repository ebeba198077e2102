package io.streamgauge.app.compare;

import io.streamgauge.app.files.RowSource;
import io.streamgauge.app.files.RowSources;
import io.streamgauge.schemas.contract.FeatureType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Columns of a file with all their cells.
 *
 * @param values by column, those that were asked for, in the order of the file
 * @param names of all columns
 */
record FileColumns(Path file, List<String> names, Map<String, ColumnValues> values, long rows) {

    /**
     * Reads the file once.
     *
     * @param wanted which columns
     * @param types given ones, by column; the cells decide for the others
     */
    static FileColumns read(Path file, Predicate<String> wanted, Map<String, FeatureType> types) throws IOException {
        return read(file, wanted, types, 0, Long.MAX_VALUE);
    }

    /** Reads rows {@code from} (counted from 0) to before {@code to}. */
    static FileColumns read(Path file, Predicate<String> wanted, Map<String, FeatureType> types, long from, long to)
            throws IOException {
        try (RowSource source = RowSources.open(file)) {
            List<String> names = source.columns();
            int[] columns = IntStream.range(0, names.size())
                    .filter(column -> wanted.test(names.get(column)))
                    .toArray();
            var values = new ColumnValues[columns.length];
            var byName = new LinkedHashMap<String, ColumnValues>();
            for (int i = 0; i < columns.length; i++) {
                String name = names.get(columns[i]);
                values[i] = new ColumnValues(types.get(name));
                byName.put(name, values[i]);
            }
            long row = 0;
            for (; row < to && source.next(); row++) {
                for (int i = 0; i < columns.length && row >= from; i++) {
                    values[i].add(source, columns[i]);
                }
            }
            return new FileColumns(file, names, byName, row);
        }
    }
}
