package io.streamgauge.benchmarks.ingest;

import io.streamgauge.checks.Midnights;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.topology.assess.Assess;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.ingest.Ingest;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.ingest.IngestOutput;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.MemoryState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures ingest and assess driven directly, without Kafka: nanoseconds of CPU per event with one to four series of windows, with slices,
 * and with rules.
 * All variants run in turn, so that noise hits them alike; medians.
 *
 * <p>Usage: {@code IngestCosts [EVENTS PER HOUR] [HOURS] [REPETITIONS] [PART OF A NAME]}; 50,000, 20, 7 and all variants unless given.
 */
public final class IngestCosts {
    private static final int FEATURES = 50;
    private static final List<WindowSpec> WINDOWS = List.of(
            WindowSpec.tumbling(Duration.ofHours(1)),
            new WindowSpec(Duration.ofDays(1), Duration.ofHours(1), null),
            new WindowSpec(Duration.ofDays(7), Duration.ofHours(1), null),
            new WindowSpec(Duration.ofDays(1), Duration.ofDays(1), Midnights.of(ZoneId.of("Europe/Berlin"))));

    private final Wide wide = new Wide(FEATURES);
    private final int perHour;
    private final int hours;
    private final byte[][] events;

    private IngestCosts(int perHour, int hours) throws IOException {
        this.perHour = perHour;
        this.hours = hours;
        this.events = new byte[perHour * hours][];
        for (int i = 0; i < events.length; i++) {
            events[i] = wide.event(timeMs(i));
        }
    }

    /** Prints one line for each variant. */
    public static void main(String[] args) throws IOException {
        int perHour = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int hours = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        new IngestCosts(perHour, hours)
                .run(args.length > 2 ? Integer.parseInt(args[2]) : 7, args.length > 3 ? args[3] : "");
    }

    private long timeMs(int event) {
        return Wide.START_MS + event * Wide.HOUR_MS / perHour;
    }

    private void run(int repetitions, String which) throws IOException {
        List<Timed> all = new ArrayList<>();
        variants().forEach((name, settings) -> {
            if (name.contains(which) || all.isEmpty()) {
                all.add(new Timed(name, settings, repetitions));
            }
        });
        for (int repetition = -2; repetition < repetitions; repetition++) { // two to warm up
            for (Timed variant : all) {
                double taken = nanosPerEvent(variant.settings, variant.assess);
                if (repetition >= 0) {
                    variant.nanos[repetition] = taken;
                }
            }
        }
        double base = median(all.get(0).nanos);
        for (Timed variant : all) {
            double cost = median(variant.nanos);
            System.out.printf(
                    "%-40s %7.0f ns/event  %5.3f  (best %.0f)%n",
                    variant.name,
                    cost,
                    cost / base,
                    Arrays.stream(variant.nanos).min().orElse(cost));
        }
    }

    private static final class Timed {
        final String name;
        final TopologySettings settings;
        final AssessDefinition assess;
        final double[] nanos;

        Timed(String name, TopologySettings settings, int repetitions) {
            this.name = name;
            this.settings = settings;
            this.assess = new AssessDefinition(settings);
            this.nanos = new double[repetitions];
        }
    }

    private Map<String, TopologySettings> variants() throws IOException {
        Baseline baseline = wide.baseline(24, 500, List.of());
        Map<String, TopologySettings> variants = new LinkedHashMap<>();
        for (int series = 1; series <= WINDOWS.size(); series++) {
            variants.put(series + " window(s)", wide.settings(baseline, WINDOWS.subList(0, series), List.of()));
        }
        List<WindowSpec> hourly = WINDOWS.subList(0, 1);
        List<SliceSpec> matching = new ArrayList<>();
        List<SliceSpec> matchless = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            matching.add(new SliceSpec.Where("match" + i, "f" + i * 5 + " != 'no" + i + "'", null));
            matchless.add(new SliceSpec.Where("none" + i, "f" + i * 5 + " == 'no" + i + "'", null));
        }
        variants.put("1 matching slice", wide.settings(baseline, hourly, matching.subList(0, 1)));
        variants.put("5 matching slices", wide.settings(baseline, hourly, matching));
        variants.put("5 slices that nothing is in", wide.settings(baseline, hourly, matchless));
        variants.put(
                "20 slices by value, one matching",
                wide.settings(baseline, hourly, List.of(new SliceSpec.By("f0", 20, null))));
        variants.put("3 rules for each feature", wide.withRules(wide.settings(baseline, hourly, List.of())));
        return variants;
    }

    private double nanosPerEvent(TopologySettings settings, AssessDefinition calibrated) {
        var model = settings.models().get(0);
        var assess = new Assess(calibrated, new MemoryState<>("partials"), output -> {});
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
        var thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime(); // what else the machine does is not ours
        for (int i = 0; i < events.length; i++) {
            ingest.process(i, timeMs(i), null, events[i], null, 0);
        }
        ingest.settle();
        return (thread.getCurrentThreadCpuTime() - start) / (double) (perHour * hours);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
