package io.streamgauge.benchmarks.calibration;

import io.streamgauge.app.files.CellKind;
import io.streamgauge.app.files.RowSource;
import io.streamgauge.app.files.RowSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often does a calibrated threshold fire on real rows that are split at random? All rows of a file are shuffled; the first are the reference, all others
 * are live windows. So nothing can have changed, whatever the rows are. For each shuffle, feature and metric a line ({@link Rate}).
 *
 * <p>Arguments: file; rows of a window; reference windows; the first shuffle and the one behind the last, as in {@code 0-40}; optionally a column of times and
 * the beginning of a week, as in {@code date 2001-01-01T00:00:00Z}, of which rows are taken. Without the file it says so and does nothing.
 */
public final class ShuffledRows {
    private static final List<String> NOT_FEATURES = List.of("row_id", "event_time", "date", "flight_id");

    private ShuffledRows() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            System.err.println("skipped: " + file + " is not there");
            return;
        }
        int n = Integer.parseInt(arguments[1]);
        int windows = Integer.parseInt(arguments[2]);
        String[] shuffles = arguments[3].split("-", -1);
        Map<String, List<Cell>> columns = arguments.length > 4
                ? read(file, arguments[4], Instant.parse(arguments[5]))
                : read(file, null, Instant.EPOCH);
        int rows = columns.values().iterator().next().size();
        System.err.println(rows + " rows");
        for (int i = Integer.parseInt(shuffles[0]); i < Integer.parseInt(shuffles[1]); i++) {
            int[] order = order(rows, i);
            for (Map.Entry<String, List<Cell>> column : columns.entrySet()) {
                List<Cell> cells =
                        Arrays.stream(order).mapToObj(column.getValue()::get).toList();
                SplitColumn.trial(cells, n, windows)
                        .rates(Trial.METRICS, column.getKey(), n, i)
                        .forEach(rate -> System.out.println(rate.line()));
            }
        }
    }

    private static int[] order(int rows, long seed) {
        var random = new Random(seed);
        int[] order = IntStream.range(0, rows).toArray();
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static Map<String, List<Cell>> read(Path file, @Nullable String time, Instant from) throws IOException {
        Map<String, List<Cell>> columns = new LinkedHashMap<>();
        try (RowSource rows = RowSources.open(file)) {
            int timeColumn = time == null ? -1 : rows.columns().indexOf(time);
            long start = from.toEpochMilli();
            long end = from.plus(Duration.ofDays(7)).toEpochMilli();
            while (rows.next()) {
                double at = timeColumn < 0 ? start : rows.number(timeColumn);
                if (at >= start && at < end) {
                    for (int i = 0; i < rows.columns().size(); i++) {
                        columns.computeIfAbsent(rows.columns().get(i), name -> new ArrayList<>())
                                .add(cell(rows, i));
                    }
                }
            }
        }
        columns.keySet().removeAll(NOT_FEATURES);
        return columns;
    }

    private static Cell cell(RowSource rows, int column) {
        return rows.kind(column) == CellKind.NUMBER
                ? new Cell(rows.number(column), null)
                : new Cell(Double.NaN, rows.kind(column) == CellKind.MISSING ? null : rows.text(column));
    }

    /** A number, or a text, or (NaN and null) missing. */
    record Cell(double number, @Nullable String text) {
        boolean isMissing() {
            return text == null && Double.isNaN(number);
        }
    }
}
