package io.streamgauge.alerts;

import io.streamgauge.checks.Contributor;
import io.streamgauge.checks.Finding;
import io.streamgauge.checks.Measurement;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.Provenance;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores to judge: builders return a changed copy of the score of an hour in which feature {@code x} drifted. */
public record Scores(Score score) {
    public static final long HOUR = Duration.ofHours(1).toMillis();
    public static final long MIDNIGHT = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();

    public static Scores drift() {
        return new Scores(new Score(
                new Subject("m", "1", Source.FEATURES, Subject.ALL),
                new Window(MIDNIGHT, MIDNIGHT + HOUR),
                "drift",
                "js-divergence",
                "base=2",
                "x",
                new Measurement(0.5, 0.1, 0.05, 0.001, 0.01, 0.08, 200, 9600, true),
                List.of(new Contributor("[1, 2)", 0.125, 0.5), new Contributor("missing", 0, 0.25)),
                List.of(new OffsetRange("events", 0, 10, 209)),
                new Provenance("baseline", "config")));
    }

    /** A score without chance in it: silence against a limit. */
    public static Scores limit(double value, double limit) {
        return drift().check("staleness", "silence-seconds", null).measured(Measurement.againstLimit(value, limit, 7));
    }

    /** What no window before had: so many. */
    public static Scores news(int count) {
        Score score = limit(count, 0).score();
        return new Scores(new Score(
                score.subject(),
                score.window(),
                "pipeline",
                "new-schemas",
                score.convention(),
                null,
                score.measurement(),
                List.of(),
                List.of(new OffsetRange("events", 0, 5, 5)),
                score.provenance(),
                new Finding(Severity.UNKNOWN, null),
                count == 0 ? null : "new writer schema 7"));
    }

    public Scores measured(Measurement measurement) {
        return new Scores(new Score(
                score.subject(),
                score.window(),
                score.check(),
                score.metric(),
                score.convention(),
                score.feature(),
                measurement,
                score.contributors(),
                score.evidence(),
                score.provenance(),
                score.finding(),
                score.note()));
    }

    public Scores value(double value, double pValue) {
        Measurement m = score.measurement();
        return measured(new Measurement(
                value,
                m.floor(),
                m.nullQuantile(),
                pValue,
                m.level(),
                m.detectableEffect(),
                m.n(),
                m.nReference(),
                true));
    }

    public Scores check(String check, String metric, @Nullable String feature) {
        return new Scores(new Score(
                score.subject(),
                score.window(),
                check,
                metric,
                score.convention(),
                feature,
                score.measurement(),
                score.contributors(),
                score.evidence(),
                score.provenance(),
                score.finding(),
                score.note()));
    }

    public Scores subject(Subject subject) {
        return new Scores(new Score(
                subject,
                score.window(),
                score.check(),
                score.metric(),
                score.convention(),
                score.feature(),
                score.measurement(),
                score.contributors(),
                score.evidence(),
                score.provenance(),
                score.finding(),
                score.note()));
    }

    public Scores window(long startMs, long sizeMs) {
        return new Scores(new Score(
                score.subject(),
                new Window(startMs, startMs + sizeMs),
                score.check(),
                score.metric(),
                score.convention(),
                score.feature(),
                score.measurement(),
                score.contributors(),
                score.evidence(),
                score.provenance(),
                score.finding(),
                score.note()));
    }
}
