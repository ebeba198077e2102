package io.streamgauge.benchmarks.nab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How one method did on one series: a labelled range is found by the first detection in it; detections outside all ranges are false.
 *
 * @param delays of the ranges that were found
 */
record Tally(int labels, List<Duration> delays, int falseAlarms) {
    static final Tally NOTHING = new Tally(0, List.of(), 0);

    /** A moment or a stretch in which a method says that something is going on; {@code told} is when a person would know. */
    record Detection(Instant begin, Instant told) {}

    static Tally of(Series series, List<Detection> detections) {
        List<Duration> delays = new ArrayList<>();
        for (Series.Range range : series.labels()) {
            detections.stream()
                    .filter(detection -> range.overlaps(detection.begin(), detection.told()))
                    .map(Detection::told)
                    .min(Comparator.naturalOrder())
                    .ifPresent(told -> delays.add(Duration.between(range.from(), told)));
        }
        int unexplained = (int) detections.stream()
                .filter(detection -> series.labels().stream()
                        .noneMatch(range -> range.overlaps(detection.begin(), detection.told())))
                .count();
        return new Tally(series.labels().size(), delays, unexplained);
    }

    /** Found of labelled, median delay in hours, false alarms. */
    String cell() {
        String delay = delays.isEmpty()
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.0f h",
                        delays.stream().sorted().toList().get(delays.size() / 2).toMinutes() / 60.0);
        return delays.size() + "/" + labels + ", " + delay + ", " + falseAlarms;
    }

    Tally plus(Tally other) {
        List<Duration> all = new ArrayList<>(delays);
        all.addAll(other.delays);
        return new Tally(labels + other.labels, all, falseAlarms + other.falseAlarms);
    }
}
