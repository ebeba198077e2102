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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.generic.GenericRecord;

/** The demo's flights, loaded into a broker of their own in this process, for whoever is to monitor them. */
final class FlightsReplay implements AutoCloseable {
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

    /** A part of the demo's months. */
    enum Stretch {
        WHOLE(DemoTraffic.REPLAY_START, DemoTraffic.REPLAY_END),
        /** With the first incident. */
        SPRING(DemoTraffic.REPLAY_START, Instant.parse("2001-03-20T00:00:00Z")),
        /** The first incident and the days around it. */
        MARCH(Instant.parse("2001-03-01T00:00:00Z"), Instant.parse("2001-03-18T00:00:00Z")),
        FEBRUARY(DemoTraffic.REPLAY_START, Instant.parse("2001-03-02T00:00:00Z"));

        private final Instant from;
        private final Instant end; // exclusive

        Stretch(Instant from, Instant end) {
            this.from = from;
            this.end = end;
        }
    }

    private record Run(int partitions, Stretch stretch) {}

    /** What the monitor made of the flights: raw alerts and scores, sorted. */
    record Outcome(List<Message> alerts, List<Message> scores, List<GenericRecord> decodedAlerts) {}

    static FlightsReplay load(Path dir, int partitions, Stretch stretch) throws Exception {
        DevCluster cluster = DevCluster.start(dir.resolve("broker"));
        Map<String, Object> kafka = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (var registry = new RegistryClient(RegistrySettings.of(cluster.registryUrl()))) {
            var loader = new DemoLoader(kafka, registry, partitions, stretch.from, stretch.end);
            loader.createTopics();
            DemoLoader.Loaded loaded = loader.load(null, () -> false);
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
    static Outcome undisturbed(Path dir, int partitions, Stretch stretch) throws Exception {
        var run = new Run(partitions, stretch);
        Outcome known = UNDISTURBED.get(run);
        if (known != null) {
            return known;
        }
        try (var replay = load(dir, partitions, stretch)) {
            int code = MonitorService.run(replay.config(), new RunOptions(false, true, null));
            assertThat(code).isZero();
            replay.assertAccountsBalance();
            Outcome outcome = replay.outcome();
            UNDISTURBED.put(run, outcome);
            return outcome;
        }
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
