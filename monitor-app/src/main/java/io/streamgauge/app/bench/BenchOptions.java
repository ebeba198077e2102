package io.streamgauge.app.bench;

/**
 * How large the benchmark is.
 *
 * @param events that every contender but the naive one reads in each repetition
 * @param features of each event: four numbers to one text
 * @param warmUps repetitions that do not count: code goes on getting faster for some ten million events
 * @param repetitions that count
 */
public record BenchOptions(long events, int features, int warmUps, int repetitions) {
    private static final long NAIVE_SHARE = 50;

    /** The naive topology is that much slower that it gets a fiftieth of the events, and takes as long. */
    long naiveEvents() {
        return Math.max(2_000, events / NAIVE_SHARE);
    }

    long eventsOf(Contender contender) {
        return contender.kind() == Contender.Kind.NAIVE ? naiveEvents() : events;
    }
}
