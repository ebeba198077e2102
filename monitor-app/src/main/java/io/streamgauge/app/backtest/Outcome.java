package io.streamgauge.app.backtest;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run found: its alerts, how many windows were judged, and what became of every event. Not thread-safe. */
public final class Outcome implements LocalOutput {
    private final List<Alert> alerts = new ArrayList<>();
    private final Map<SourcePartition, Accounting> accounts = new TreeMap<>(Comparator.comparing(SourcePartition::model)
            .thenComparing(SourcePartition::source)
            .thenComparing(SourcePartition::partition));
    private long windows;
    private long scores;

    @Override
    public void alert(Alert alert) {
        alerts.add(alert);
    }

    @Override
    public void score(AssessOutput.ToScores score) {
        if (score instanceof AssessOutput.EndOfWindow) {
            windows++;
        } else {
            scores++;
        }
    }

    @Override
    public void mark(Mark mark) {
        accounts.put(mark.from(), mark.accounting());
    }

    /** Every step of every alert, in order. */
    public List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    /** By partition of a source; the last state of each. */
    public Map<SourcePartition, Accounting> accounts() {
        return Collections.unmodifiableMap(accounts);
    }

    public long windows() {
        return windows;
    }

    public long scores() {
        return scores;
    }

    /** How many alerts of at least this severity fired. */
    public long fired(Severity atLeast) {
        return alerts.stream()
                .filter(alert -> alert.phase() == Phase.FIRING)
                .filter(alert -> alert.severity().compareTo(atLeast) >= 0)
                .count();
    }
}
