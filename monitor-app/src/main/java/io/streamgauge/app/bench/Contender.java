package io.streamgauge.app.bench;

import java.util.Locale;

/** What is measured, in the order of measurement: each in a JVM of its own, so that none profits from or pays for another's code. */
public enum Contender {
    RAW_CONSUMER(Kind.RAW, 1, false, "consumer"),
    GENERIC_DECODE(Kind.DECODE, 1, false, "consumer and generic Avro decode"),
    PASS_THROUGH(Kind.PASS_THROUGH, 1, true, "Kafka Streams, passing through"),
    MONITOR(Kind.MONITOR, 1, true, "streamgauge"),
    MONITOR_AT_LEAST_ONCE(Kind.MONITOR, 1, false, "streamgauge"),
    MONITOR_TWO_THREADS(Kind.MONITOR, 2, true, "streamgauge"),
    MONITOR_TWO_THREADS_AT_LEAST_ONCE(Kind.MONITOR, 2, false, "streamgauge"),
    NAIVE(Kind.NAIVE, 1, true, "naive topology");

    /** What it does with an event. */
    enum Kind {
        RAW,
        DECODE,
        PASS_THROUGH,
        MONITOR,
        NAIVE
    }

    private final Kind kind;
    private final int threads;
    private final boolean exactlyOnce;
    private final String title;

    Contender(Kind kind, int threads, boolean exactlyOnce, String title) {
        this.kind = kind;
        this.threads = threads;
        this.exactlyOnce = exactlyOnce;
        this.title = title;
    }

    Kind kind() {
        return kind;
    }

    public int threads() {
        return threads;
    }

    /** Kafka's word for it; a lone consumer promises nothing. */
    public String guarantee() {
        if (kind == Kind.RAW || kind == Kind.DECODE) {
            return "none";
        }
        return exactlyOnce ? "exactly_once_v2" : "at_least_once";
    }

    /** The name in rows and progress. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A repetition starts from nothing: its group, its stores and its topics are its own. */
    String applicationId(int repetition) {
        return "bench-" + word() + "-" + repetition;
    }

    public String title() {
        return title;
    }
}
