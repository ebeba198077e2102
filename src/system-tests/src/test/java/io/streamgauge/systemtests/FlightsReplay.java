package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.demo.DemoBaseline;
import io.streamgauge.app.demo.DemoLoader;
import io.streamgauge.app.demo.DemoTraffic;
import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.app.service.MonitorService;
import io.streamgauge.app.service.RunOptions;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.Topics;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.avro.generic.GenericRecord;

/** The demo's flights, loaded into a broker of their own in this process, for whoever is to monitor them. */
final class FlightsReplay implements AutoCloseable {
    /** All five months. */
    static final long WHOLE = Long.MAX_VALUE;

    /** Until the middle of March, one incident among them; -Dstreamgauge.flights.records=1000000 takes all. */
    static final long SPRING = Long.getLong("streamgauge.flights.records", 300_000);

    private static final Map<Run, Outcome> UNDISTURBED = new ConcurrentHashMap<>();

    private final DevCluster cluster;
    private final Path configFile;
    private final Map<String, String> environment;
    private final DemoLoader.Loaded loaded;

    private FlightsReplay(
            DevCluster cluster, Path configFile, Map<String, String> environment, DemoLoader.Loaded loaded) {
        this.cluster = cluster;
        this.configFile = configFile;
        this.environment = environment;
        this.loaded = loaded;
    }

    private record Run(int partitions, long records) {}

    /** What the monitor made of the flights: raw alerts and scores, sorted. */
    record Outcome(List<Message> alerts, List<Message> scores, List<GenericRecord> decodedAlerts) {}

    /** @param records how many of the first records, {@link #SPRING} or {@link #WHOLE} */
    static FlightsReplay load(Path dir, int partitions, long records) throws Exception {
        DevCluster cluster = DevCluster.start(dir.resolve("broker"));
        Map<String, Object> kafka = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (var registry = new RegistryClient(RegistrySettings.of(cluster.registryUrl()))) {
            var loader = new DemoLoader(kafka, registry, partitions);
            loader.createTopics();
            DemoLoader.Loaded loaded = loader.load(null, stopAfter(records));
            BaselineFile.write(dir.resolve("flight-delay-baseline.avro"), DemoBaseline.build());
            Path config = dir.resolve("monitor.yaml");
            try (InputStream shipped = DemoTraffic.class.getResourceAsStream("/demo/monitor.yaml")) {
                Files.copy(shipped, config);
            }
            return new FlightsReplay(
                    cluster,
                    config,
                    Map.of(
                            "DEMO_DIR", dir.toString(),
                            "DEMO_BROKER", cluster.bootstrapServers(),
                            "DEMO_REGISTRY", cluster.registryUrl().toString(),
                            "DEMO_HTTP_PORT", "0"),
                    loaded);
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    /** What an undisturbed monitor in this process makes of it; computed once for each kind of run. */
    static Outcome undisturbed(Path dir, int partitions, long records) throws Exception {
        var run = new Run(partitions, records);
        Outcome known = UNDISTURBED.get(run);
        if (known != null) {
            return known;
        }
        try (var replay = load(dir, partitions, records)) {
            int code = MonitorService.run(replay.config(), new RunOptions(false, true, null));
            assertThat(code).isZero();
            replay.assertAccountsBalance();
            Outcome outcome = replay.outcome();
            UNDISTURBED.put(run, outcome);
            return outcome;
        }
    }

    private static BooleanSupplier stopAfter(long records) {
        var sent = new AtomicLong();
        return () -> sent.getAndIncrement() == records;
    }

    /** How many records were sent that are to be profiled. */
    long events() {
        return loaded.events();
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    /** The configuration for a process that runs in {@link #environment}. */
    Path configFile() {
        return configFile;
    }

    Map<String, String> environment() {
        return environment;
    }

    Topics topics() throws Exception {
        return ConfiguredTopology.topics(config().config());
    }

    private ConfigFile config() throws Exception {
        return ConfigFile.parse(
                configFile.toString(), Files.readString(configFile), configFile.getParent(), environment::get);
    }

    Outcome outcome() throws Exception {
        List<Message> alerts = Message.sorted(CommittedRecords.read(bootstrapServers(), topics().allAlerts()));
        List<Message> scores = Message.sorted(CommittedRecords.read(bootstrapServers(), List.of(topics().scores())));
        try (var registry = new RegistryClient(RegistrySettings.of(cluster.registryUrl()))) {
            return new Outcome(alerts, scores, Decoded.records(registry, alerts));
        }
    }

    /** Every record that was sent is profiled, late or rejected, exactly once. */
    void assertAccountsBalance() throws Exception {
        var marks = CommittedRecords.lastMarks(bootstrapServers(), topics().partials());
        assertThat(marks.values()).allMatch(mark -> mark.accounting().balances());
        Accounting events = sum(marks, false);
        assertThat(events.read()).isEqualTo(loaded.events());
        assertThat(events.rejected()).isEqualTo(loaded.malformed());
        assertThat(sum(marks, true).read()).isEqualTo(loaded.rows());
    }

    private static Accounting sum(Map<SourcePartition, Mark> marks, boolean ofPairs) {
        return marks.entrySet().stream()
                .filter(each -> (each.getKey().source() == Source.REFERENCE) == ofPairs)
                .map(each -> each.getValue().accounting())
                .reduce(Accounting.NOTHING, Accounting::plus);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
