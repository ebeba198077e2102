package io.streamgauge.topology.local;

import io.streamgauge.checks.Score;
import io.streamgauge.topology.alert.Alerting;
import io.streamgauge.topology.assess.AssessOutput;
import java.util.ArrayList;
import java.util.List;

/** Hands the scores of a window to the alert step once its mark comes; assess gives them in one go. */
final class WindowJudge {
    private final Alerting alerting;
    private final List<Score> open = new ArrayList<>();

    WindowJudge(Alerting alerting) {
        this.alerting = alerting;
    }

    void take(AssessOutput.ToScores output) {
        if (output instanceof AssessOutput.OneScore one) {
            open.add(one.score());
        } else if (output instanceof AssessOutput.EndOfWindow end) {
            alerting.judge(end.mark(), open);
            open.clear();
        }
    }
}
