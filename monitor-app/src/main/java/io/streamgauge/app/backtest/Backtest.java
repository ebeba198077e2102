package io.streamgauge.app.backtest;

import io.streamgauge.checks.Calibrations;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.local.StoredMonitor;
import io.streamgauge.topology.settings.TopologySettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is known after a run: what was found, what reports are drawn from, how other policies judge the same past. */
public final class Backtest {
    private final TopologySettings settings;
    private final Outcome outcome = new Outcome();
    private final Strips strips = new Strips();
    private final Volume volume = new Volume();
    private final List<LocalOutput> listeners = new ArrayList<>(List.of(outcome, strips, volume));
    private final Panes panes;
    private final Calibrations calibrations = new Calibrations();

    private Backtest(TopologySettings settings, Panes panes) {
        this.settings = settings;
        this.panes = panes;
    }

    /** A run to come; its panes are kept in memory. */
    public static Backtest keepingPanes(TopologySettings settings) {
        var kept = new KeptPanes();
        var backtest = new Backtest(settings, kept);
        backtest.listeners.add(kept);
        return backtest;
    }

    /** Judges a stored past. */
    public static Backtest ofStored(TopologySettings settings, Panes panes) throws IOException {
        var backtest = new Backtest(settings, panes);
        var output = new Outputs(List.of(backtest.outcome, backtest.strips));
        try (var monitor = new StoredMonitor(settings, output, backtest.calibrations)) {
            panes.forEach(record -> {
                backtest.volume.take(record);
                monitor.process(record);
            });
            monitor.end();
        }
        return backtest;
    }

    /** What takes the output of the run. */
    public LocalOutput output() {
        return new Outputs(listeners);
    }

    /** The same, told to another one, too. */
    public LocalOutput outputAnd(LocalOutput other) {
        return new Outputs(List.of(output(), other));
    }

    public TopologySettings settings() {
        return settings;
    }

    public Outcome outcome() {
        return outcome;
    }

    Strips strips() {
        return strips;
    }

    Volume volume() {
        return volume;
    }

    public Panes panes() {
        return panes;
    }

    long fromMs() {
        return strips.firstMs();
    }

    long toMs() {
        return strips.lastMs();
    }

    List<Episode> episodes() {
        return Episode.of(outcome.alerts(), toMs());
    }

    /** What the same past would have come to under other rules. */
    public Outcome whatIf(Policy policy) throws IOException {
        var other = new Outcome();
        try (var monitor = new StoredMonitor(policy.settings(), other, calibrations)) {
            panes.forEach(monitor::process);
            monitor.end();
        }
        return other;
    }

    /** The configuration and each policy, judged on the same past. */
    public List<Judgement> judgements(List<Policy> policies, List<LabelledIncident> incidents) throws IOException {
        var judged = new ArrayList<Judgement>();
        judged.add(Judgement.of(Policy.AS_CONFIGURED, episodes(), incidents, fromMs(), toMs()));
        for (Policy policy : policies) {
            List<Episode> episodes = Episode.of(whatIf(policy).alerts(), toMs());
            judged.add(Judgement.of(policy.name(), episodes, incidents, fromMs(), toMs()));
        }
        return judged;
    }

    /** The features that drifted most, each in its worst window. */
    List<WorstWindow> worst(int most) throws IOException {
        var worst = new ArrayList<WorstWindow>();
        strips.of("drift").stream()
                .filter(strip -> strip.size() > 0)
                .filter(strip -> strip.key()
                        .windows()
                        .equals(settings.model(strip.key().model())
                                .windows()
                                .get(0)
                                .name()))
                .limit(most)
                .forEach(strip ->
                        baseline(strip.key()).ifPresent(feature -> worst.add(new WorstWindow(strip, feature))));
        panes.forEach(record -> worst.forEach(window -> window.take(record)));
        return worst;
    }

    private Optional<FeatureBaseline> baseline(Strip.Key key) {
        return settings.model(key.model()).baseline().features(Source.ofWord(key.source())).stream()
                .filter(feature -> feature.schema().name().equals(key.feature()))
                .findFirst();
    }
}
