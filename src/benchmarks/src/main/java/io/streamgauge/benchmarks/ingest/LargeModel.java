package io.streamgauge.benchmarks.ingest;

import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.topology.alert.AlertDefinition;
import io.streamgauge.topology.alert.Alerting;
import io.streamgauge.topology.assess.Assess;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.ingest.Ingest;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.ingest.IngestOutput;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.MemoryState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Runs a model of many features and slices through ingest, assess and alert in one process, and prints the heap at each step. Run it with
 * {@code -Xmx2g}.
 *
 * <p>Usage: {@code LargeModel [FEATURES] [SLICES]}; 5,000 and 20 unless given.
 */
public final class LargeModel {
    private static final int EVENTS_PER_HOUR = 2_500;
    private static final int HOURS = 3;

    private long scores;
    private long alerts;

    /** Runs once. */
    public static void main(String[] args) throws IOException {
        int features = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        int slices = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        new LargeModel().run(features, List.of(new SliceSpec.By("f0", slices - 1, null)));
    }

    private void run(int features, List<SliceSpec> slices) throws IOException {
        var wide = new Wide(features);
        long start = System.nanoTime();
        TopologySettings settings = wide.settings(
                wide.baseline(12, 200, slices), List.of(WindowSpec.tumbling(Duration.ofHours(1))), slices);
        say("baseline", start);
        var alerting = new Alerting(
                new AlertDefinition(settings, TopologyMeter.NONE), new MemoryState<>("alerts"), alert -> alerts++);
        var assess = new Assess(
                new AssessDefinition(settings), new MemoryState<>("partials"), output -> judge(output, alerting));
        say("calibration", start);
        var model = settings.models().get(0);
        var definition =
                new IngestDefinition(model, model.sources().get(0), settings, wide.registry, TopologyMeter.NONE);
        var ingest = new Ingest(
                definition,
                0,
                new MemoryState<>("panes"),
                output -> {
                    if (output instanceof IngestOutput.ToAssess toAssess) {
                        assess.process(toAssess.record());
                    }
                },
                0);
        for (int i = 0; i < HOURS * EVENTS_PER_HOUR; i++) {
            long eventMs = Wide.START_MS + i * Wide.HOUR_MS / EVENTS_PER_HOUR;
            ingest.process(i, eventMs, null, wide.event(eventMs), null, 0);
            ingest.settle();
            if (i % EVENTS_PER_HOUR == EVENTS_PER_HOUR / 4) {
                say("hour " + i / EVENTS_PER_HOUR + ", " + scores + " scores, " + alerts + " alert records", start);
            }
        }
        say("end", start);
    }

    private void judge(AssessOutput output, Alerting alerting) {
        if (output instanceof AssessOutput.ToScores toScores) {
            scores++;
            alerting.process(toScores.record());
        }
    }

    private static void say(String step, long startNanos) {
        var runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        System.gc(); // the live part is what a sizing needs; the heap's limit is what the run needs
        long live = runtime.totalMemory() - runtime.freeMemory();
        System.out.printf(
                "%6.1f s  heap %5d MB used, %5d MB live: %s%n",
                (System.nanoTime() - startNanos) / 1e9, used >> 20, live >> 20, step);
    }
}
