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
 * @param times of its rows
 */
record Series(String name, Path file, List<Instant> times, List<Range> labels) {
    private static final int ROWS_PER_WINDOW = 48;
    private static final double PROBATION = 0.15;

    /** A labelled range, both ends included. */
    record Range(Instant from, Instant to) {
        boolean overlaps(Instant begin, Instant end) {
            return begin.isBefore(to) && end.isAfter(from);
        }
    }

    static Series read(Path file, JsonNode labels) throws IOException {
        List<Instant> times = new ArrayList<>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int column = List.of(in.readLine().split(",")).indexOf("event_time");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                times.add(Instant.parse(line.split(",", -1)[column]));
            }
        }
        String name = String.valueOf(file.getFileName()).replace(".csv.gz", "");
        List<Range> ranges = new ArrayList<>();
        for (JsonNode window : labels.path(name.replace("__", "/") + ".csv").path("windows")) {
            ranges.add(new Range(time(window.get(0)), time(window.get(1))));
        }
        return new Series(name.substring(name.indexOf("__") + 2), file, times, ranges);
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
