package io.streamgauge.benchmarks.nab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A series of values with the time ranges in which something is known to happen.
 *
 * @param column with the values
 * @param others columns to be left out
 * @param times of its rows
 */
record Series(String name, Path file, String column, List<String> others, List<Instant> times, List<Range> labels) {
    private static final int ROWS_PER_WINDOW = 48;
    private static final double PROBATION = 0.15;

    /** A labelled range, both ends included. */
    record Range(Instant from, Instant to) {
        boolean overlaps(Instant begin, Instant end) {
            return begin.isBefore(to) && end.isAfter(from);
        }
    }

    /** A series of NAB, with its labels. */
    static Series ofNab(Path file, JsonNode labels) throws IOException {
        String name = String.valueOf(file.getFileName()).replace(".csv.gz", "");
        List<Range> ranges = new ArrayList<>();
        for (JsonNode window : labels.path(name.replace("__", "/") + ".csv").path("windows")) {
            ranges.add(new Range(time(window.get(0)), time(window.get(1))));
        }
        return read(name.substring(name.indexOf("__") + 2), file, "value", ranges);
    }

    /** A column that changes for good at a known time. */
    static Series changing(Path file, String column, Instant at) throws IOException {
        Range rest = new Range(at, Instant.parse("2100-01-01T00:00:00Z"));
        return read(column, file, column, List.of(rest));
    }

    private static Series read(String name, Path file, String column, List<Range> labels) throws IOException {
        List<Instant> times = new ArrayList<>();
        List<String> others;
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> columns = List.of(in.readLine().split(","));
            int time = columns.indexOf("event_time");
            others = columns.stream()
                    .filter(each -> !each.equals(column) && !each.equals("event_time"))
                    .toList();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                times.add(Instant.parse(line.split(",", -1)[time]));
            }
        }
        return new Series(name, file, column, others, times, labels);
    }

    private static Instant time(JsonNode text) {
        return Instant.parse(text.asText().substring(0, 19).replace(' ', 'T') + "Z");
    }

    /** End of the first 15 % of the rows: NAB lets detectors look at them before it counts. */
    Instant probationEnd() {
        return times.get((int) (times.size() * PROBATION));
    }

    /** As long as 48 rows usually take, in whole hours. */
    Duration window() {
        Duration rows = Duration.between(times.get(0), times.get(times.size() - 1))
                .multipliedBy(ROWS_PER_WINDOW)
                .dividedBy(times.size());
        return Duration.ofHours(Math.max(1, Math.round(rows.toMinutes() / 60.0)));
    }
}
