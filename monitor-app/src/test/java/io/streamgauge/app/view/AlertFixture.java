package io.streamgauge.app.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A firing drift alert made from a score; each method changes one thing. */
public final class AlertFixture {
    private final ScoreRow score;
    private String state = AlertRow.FIRING;
    private String kind = "drift";
    private String severity = "critical";
    private String message = "moved";
    private String fingerprint;
    private long windowsOpen = 3;
    private List<String> history = List.of("STEADY", "MOVED", "MOVED");
    private @Nullable String incident;

    private AlertFixture(ScoreRow score) {
        this.score = score;
        this.fingerprint = score.model() + "/" + score.source() + "/" + score.feature();
    }

    public static AlertFixture alertOf(ScoreRow score) {
        return new AlertFixture(score);
    }

    public AlertFixture pending() {
        state = AlertRow.PENDING;
        severity = "warning";
        history = List.of("STEADY", "STEADY", "MOVED");
        return this;
    }

    public AlertFixture resolved() {
        state = AlertRow.RESOLVED;
        history = List.of("MOVED", "MOVED", "STEADY", "STEADY");
        return this;
    }

    public AlertFixture state(String word) {
        state = word;
        return this;
    }

    public AlertFixture kind(String word) {
        kind = word;
        return this;
    }

    public AlertFixture severity(String word) {
        severity = word;
        return this;
    }

    public AlertFixture fingerprint(String key) {
        fingerprint = key;
        return this;
    }

    public AlertFixture open(long windows) {
        windowsOpen = windows;
        return this;
    }

    public AlertFixture message(String text) {
        message = text;
        return this;
    }

    public AlertFixture incident(String id) {
        incident = id;
        return this;
    }

    public AlertRow row() {
        return new AlertRow(
                Integer.toHexString(fingerprint.hashCode()) + "c41d",
                fingerprint,
                state,
                kind,
                severity,
                score.model(),
                score.version(),
                score.source(),
                score.check(),
                score.metric(),
                score.convention(),
                score.feature(),
                score.slice(),
                score.windowStartMs(),
                score.windowEndMs(),
                score.windows(),
                score.windowEndMs() - windowsOpen * ScoreFixture.HOUR,
                score.value(),
                score.threshold(),
                score.floor(),
                score.nullQuantile(),
                score.pValue(),
                score.detectableEffect(),
                score.n(),
                score.nReference(),
                score.verdict().name(),
                history,
                score.contributors(),
                score.evidence(),
                score.baselineId(),
                score.configHash(),
                incident,
                message,
                score.note(),
                score.patch());
    }
}
