package io.streamgauge.topology.local;

import io.streamgauge.checks.Calibrations;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.alert.AlertDefinition;
import io.streamgauge.topology.alert.Alerting;
import io.streamgauge.topology.assess.Assess;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.MemoryState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What would other rules have said about the same past? Judges stored profiles again, without events: for rules that leave the
 * panes and what is counted in them as they are, the result is what the service would have written, to the byte.
 *
 * <p>To be fed by one thread. A thread of its own judges, some panes behind, and calls the output.
 */
public final class StoredMonitor implements AutoCloseable {
    private static final int MOST_WAITING = 8; // panes

    private final TopologySettings settings;
    private final Assess assess;
    private final Map<Key, StoredPanes> sources = new LinkedHashMap<>();
    private final BlockingQueue<List<Shuffled>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread judge = new Thread(this::judge, "judge");
    private volatile @Nullable Throwable failure;

    /** Behind the last pane. */
    private static final List<Shuffled> END = List.of();

    private record Key(String model, String source) {}

    /**
     * Calibrates the checks, as far as that was not done yet.
     *
     * @param settings the rules to judge by
     * @param calibrations what is known from other rules for the same past
     */
    public StoredMonitor(TopologySettings settings, LocalOutput output, Calibrations calibrations) {
        // The merged profile of a pane comes from all partitions at once: there is only one to wait for.
        this.settings = settings.withModels(settings.models().stream()
                .map(model -> model.withSources(model.sources().stream()
                        .map(source -> source.withPartitions(1))
                        .toList()))
                .toList());
        var alerting = new Alerting(
                new AlertDefinition(this.settings, TopologyMeter.NONE), new MemoryState<>("alerts"), output::alert);
        var windows = new WindowJudge(alerting);
        this.assess =
                new Assess(new AssessDefinition(this.settings, calibrations), new MemoryState<>("partials"), out -> {
                    if (out instanceof AssessOutput.ToScores score) {
                        output.score(score);
                        windows.take(score);
                    } else if (out instanceof AssessOutput.ToProfiles profile) {
                        output.profile(profile);
                    }
                });
        judge.setDaemon(true);
        judge.start();
    }

    /** Takes the next record of the profiles topic; those of one source must come in the order of the topic. */
    public void process(GenericRecord profile) {
        var key = new Key(profile.get("model").toString(), profile.get("source").toString());
        StoredPanes panes = sources.computeIfAbsent(key, this::panes);
        if (panes != null) {
            List<Shuffled> complete = panes.take(profile);
            if (!complete.isEmpty()) {
                hand(complete);
            }
        }
    }

    /** There are no further records; returns when all is judged. */
    public void end() {
        sources.values().forEach(panes -> hand(panes.end()));
        hand(END);
        close(false);
        throwFailure();
    }

    private void hand(List<Shuffled> records) {
        throwFailure();
        try {
            while (!waiting.offer(records, 1, TimeUnit.SECONDS)) {
                throwFailure(); // else nobody would ever make room
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stored panes were judged", e);
        }
    }

    private void judge() {
        try {
            for (List<Shuffled> records = waiting.take(); records != END; records = waiting.take()) {
                records.forEach(assess::process);
            }
        } catch (InterruptedException e) {
            // closed before its end: nobody wants to know any more
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void throwFailure() {
        Throwable found = failure;
        if (found instanceof RuntimeException broken) {
            throw broken;
        } else if (found != null) {
            throw new IllegalStateException("stored panes cannot be judged", found);
        }
    }

    /** Ends the judging, wherever it is. */
    @Override
    public void close() {
        close(true);
    }

    private void close(boolean now) {
        if (now) {
            judge.interrupt();
        }
        try {
            judge.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable StoredPanes panes(Key key) {
        for (ModelSettings model : settings.models()) {
            if (model.model().equals(key.model())
                    && model.sources().stream()
                            .anyMatch(source -> source.source().word().equals(key.source()))) {
                return new StoredPanes(model, Source.ofWord(key.source()));
            }
        }
        return null; // a model or source that is not configured any more
    }
}
