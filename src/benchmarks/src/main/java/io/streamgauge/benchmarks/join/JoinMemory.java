package io.streamgauge.benchmarks.join;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.topology.join.JoinDefinition;
import io.streamgauge.topology.join.SideDefinition;
import io.streamgauge.topology.join.SideReader;
import io.streamgauge.topology.join.ValueSkewJoin;
import io.streamgauge.topology.partial.SkewPartial;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Is the state of the join bounded? Readers and join driven directly, without Kafka, on one thread: 20 features, a time-to-live of an
 * hour, 200,000 pairs an hour, the training rows so many minutes behind. Prints for each tenth of the pairs the heap after a
 * collection, the memory of the process, and pairs per second of CPU.
 *
 * <p>Usage: {@code JoinMemory [PAIRS] [MINUTES BEHIND]}; 10,000,000 and 10 unless given.
 */
public final class JoinMemory {
    private static final double MIB = 1 << 20;

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final WideRows rows = new WideRows(registry, "wide");
    private final ValueSkewJoin join;
    private final SideReader serving;
    private final SideReader training;
    private long counted;
    private long nanosOfRows;

    private JoinMemory() throws IOException {
        TopologySettings settings = settings();
        ModelSettings model = settings.models().get(0);
        ValueSkewSettings skew = Objects.requireNonNull(model.skew());
        join = ValueSkewJoin.inMemory(new JoinDefinition(model, skew), 0, out -> {
            if (out instanceof SkewPartial partial) {
                counted += partial.pairs();
            }
        });
        serving = reader(model, skew, settings, true);
        training = reader(model, skew, settings, false);
    }

    /** Runs, and fails if a pair was lost. */
    public static void main(String[] args) throws IOException {
        long pairs = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
        int minutes = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        new JoinMemory().run(pairs, (long) minutes * WideRows.PER_HOUR / 60);
    }

    private static TopologySettings settings() throws IOException {
        String text = WideRows.configuration("localhost:9092", "http://localhost:8081", "none");
        ConfigFile file = ConfigFile.parse("the benchmark's configuration", text, Path.of(""), name -> null);
        return new ConfiguredTopology(file.config(), Map.of("m", WideRows.baseline())).settings(topic -> 1, null);
    }

    private SideReader reader(ModelSettings model, ValueSkewSettings skew, TopologySettings settings, boolean side) {
        var definition =
                new SideDefinition(model, skew, settings, mapping -> EventDecoders.of(mapping, registry), side);
        return SideReader.inMemory(definition, 0, join::process, rejected -> {}, 0);
    }

    private void run(long pairs, long behind) throws IOException {
        System.out.println("pairs        heap after GC   process     pairs/s of CPU");
        long tenth = Math.max(1, pairs / 10);
        long start = cpuNanos();
        for (long pair = 0; pair < pairs + behind; pair++) {
            if (pair < pairs) {
                take(serving, pair, true);
            }
            if (pair >= behind) {
                take(training, pair - behind, false);
            }
            if ((pair + 1) % tenth == 0) {
                print(pair + 1, tenth / ((cpuNanos() - start - nanosOfRows) / 1e9));
                nanosOfRows = 0;
                start = cpuNanos();
            }
        }
        serving.end();
        training.end();
        if (counted != pairs) {
            throw new IllegalStateException("%d pairs went in, %d were counted".formatted(pairs, counted));
        }
        System.out.printf(Locale.ROOT, "counted %,d pairs%n", counted);
    }

    private void take(SideReader reader, long pair, boolean ofServing) {
        long before = cpuNanos();
        byte[] row = rows.row(pair, ofServing);
        nanosOfRows += cpuNanos() - before;
        reader.process(pair, WideRows.timeMs(pair), null, row, null, 0);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(long pairs, double perSecond) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%,10d   %,9.1f MiB   %,5.0f MiB   %,14.0f%n",
                pairs,
                (runtime.totalMemory() - runtime.freeMemory()) / MIB,
                residentBytes() / MIB,
                perSecond);
    }

    /** 0 where the system does not say. */
    private static double residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")))
                .sum();
    }
}
