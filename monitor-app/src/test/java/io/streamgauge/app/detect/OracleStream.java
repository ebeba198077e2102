package io.streamgauge.app.detect;

import io.streamgauge.app.files.RowSource;
import io.streamgauge.app.files.RowSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the stream of values that a row of the oracle speaks of. */
final class OracleStream {
    private OracleStream() {}

    static double[] read(Path data, String file, String column) throws IOException {
        List<Double> values = new ArrayList<>();
        try (RowSource rows = RowSources.open(data.resolve(file))) {
            int cell = rows.columns().indexOf(column);
            while (rows.next()) {
                if (column.endsWith("_pred")) {
                    values.add(rows.number(cell) == at(rows, "y_true") ? 0.0 : 1.0);
                } else if (!column.equals("abs_error")) {
                    values.add(rows.number(cell));
                } else if (at(rows, "in_training") == 0) {
                    values.add(Math.abs(at(rows, "y_true") - at(rows, "y_pred")));
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double at(RowSource rows, String column) {
        return rows.number(rows.columns().indexOf(column));
    }
}
