package io.streamgauge.app.metrics;

import java.util.List;

/** All metrics of our own, as they are documented and as they are registered: one list for both. */
enum MetricName {
    EVENTS_READ("streamgauge.events.read", Kind.COUNTER, "Records read from the input topics.", "model", "source"),
    EVENTS_PROFILED("streamgauge.events.profiled", Kind.COUNTER, "Events that went into a profile.", "model", "source"),
    EVENTS_LATE(
            "streamgauge.events.late",
            Kind.COUNTER,
            "Events older than the watermark of their partition when they came.",
            "model",
            "source"),
    EVENTS_REJECTED(
            "streamgauge.events.rejected",
            Kind.COUNTER,
            "Records that could not be used, by the reason that the rejected topic gives.",
            "model",
            "source",
            "reason"),
    WATERMARK_LAG(
            "streamgauge.watermark.lag",
            Kind.SECONDS,
            "Clock minus the lowest watermark of the source's partitions on this instance. In a replay this is the age of the data.",
            "model",
            "source"),
    COMMIT_INTERVAL(
            "streamgauge.commit.interval",
            Kind.SECONDS,
            "Time between the last two write-backs of a partition's counts, each with the commit behind it: what a crash costs to repeat.",
            "model",
            "source"),
    WINDOWS_CLOSED(
            "streamgauge.windows.closed", Kind.COUNTER, "Windows that were complete and assessed.", "model", "source"),
    SCORES(
            "streamgauge.scores",
            Kind.COUNTER,
            "Scores computed, by what the window says.",
            "model",
            "check",
            "verdict"),
    ALERTS("streamgauge.alerts", Kind.COUNTER, "Alert transitions written.", "model", "kind", "state"),
    ALERTS_FIRING("streamgauge.alerts.firing", Kind.GAUGE, "Alerts firing now.", "model", "kind"),
    VIEW_DROPPED(
            "streamgauge.view.dropped",
            Kind.COUNTER,
            "Entries that the page's read model let go to stay within its bounds.",
            "entry"),
    VIEW_UNREADABLE(
            "streamgauge.view.unreadable",
            Kind.COUNTER,
            "Records of the output topics that the page's read model could not read.");

    /** What a metric is, and what Prometheus puts behind its name. */
    enum Kind {
        COUNTER("counter", "_total"),
        GAUGE("gauge", ""),
        SECONDS("gauge", "_seconds");

        private final String type;
        private final String suffix;

        Kind(String type, String suffix) {
            this.type = type;
            this.suffix = suffix;
        }
    }

    private final String meter;
    private final Kind kind;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tags;

    MetricName(String meter, Kind kind, String description, String... tags) {
        this.meter = meter;
        this.kind = kind;
        this.description = description;
        this.tags = List.of(tags);
    }

    /** The name in Micrometer. */
    String meter() {
        return meter;
    }

    String description() {
        return description;
    }

    List<String> tags() {
        return tags;
    }

    /** The name in Prometheus. */
    String exposedName() {
        return meter.replace('.', '_') + kind.suffix;
    }

    String type() {
        return kind.type;
    }

    /** Tag names and values in turn, as Micrometer takes them. */
    String[] tagged(String... values) {
        if (values.length != tags.size()) {
            throw new IllegalArgumentException(
                    meter + " takes the tags " + tags + ", got " + values.length + " values");
        }
        var pairs = new String[2 * values.length];
        for (var i = 0; i < values.length; i++) {
            pairs[2 * i] = tags.get(i);
            pairs[2 * i + 1] = values[i];
        }
        return pairs;
    }
}
