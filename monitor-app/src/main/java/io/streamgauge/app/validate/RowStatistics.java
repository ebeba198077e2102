package io.streamgauge.app.validate;

import io.streamgauge.app.files.CellKind;
import io.streamgauge.app.files.RowSource;
import io.streamgauge.app.files.RowSources;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds the statistics of the rows of a file. */
final class RowStatistics {
    private RowStatistics() {}

    static WeighableStatistics of(Path file) throws IOException {
        long rows = 0;
        List<ColumnStatistics> columns = new ArrayList<>();
        try (RowSource source = RowSources.open(file)) {
            while (source.next()) {
                rows++;
                for (int i = 0; i < source.columns().size(); i++) {
                    if (columns.size() <= i) {
                        columns.add(new ColumnStatistics(source.columns().get(i)));
                    }
                    add(source, i, columns.get(i));
                }
            }
        }
        List<FeatureStatistics> features = new ArrayList<>();
        for (ColumnStatistics column : columns) {
            features.add(column.summary(rows));
        }
        return WeighableStatistics.of(new DatasetStatistics(rows, features));
    }

    private static void add(RowSource source, int column, ColumnStatistics statistics) {
        CellKind kind = source.kind(column);
        String text = source.text(column);
        switch (kind) {
            case MISSING, OTHER -> {
                // Counted by what is not there.
            }
            case NUMBER -> statistics.number(source.number(column), text);
            case BOOLEAN, TEXT -> statistics.text(text == null ? "" : text);
        }
    }
}
