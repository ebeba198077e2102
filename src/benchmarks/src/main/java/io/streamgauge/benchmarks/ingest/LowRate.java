package io.streamgauge.benchmarks.ingest;

import io.streamgauge.app.bench.InternalTopics;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.app.dev.TemporaryDirectory;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.Monitor;
import io.streamgauge.app.service.Preparation;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.topology.settings.TopologyMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What does a monitor write to its internal topics while few events come? 50 features, an event time of now, windows of a minute, two
 * partitions; bytes that the broker keeps for partials and changelogs, as they grow from one minute to the next.
 *
 * <p>Usage: {@code LowRate [EVENTS PER SECOND] [MINUTES]}; 100 and 3 unless given. The first minute is not told.
 */
public final class LowRate {
    private static final int FEATURES = 50;
    private static final int PARTITIONS = 2;
    private static final String TOPIC = "events";
    private static final String APPLICATION = "low-rate";

    private final DevCluster cluster;
    private final Path directory;
    private final int perSecond;
    private final int minutes;
    private long sent;

    private LowRate(DevCluster cluster, Path directory, int perSecond, int minutes) {
        this.cluster = cluster;
        this.directory = directory;
        this.perSecond = perSecond;
        this.minutes = minutes;
    }

    /** Prints a line for each minute. */
    public static void main(String[] args) throws Exception {
        int perSecond = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int minutes = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        try (var temporary = TemporaryDirectory.create("streamgauge-low-rate-");
                var cluster = DevCluster.start(temporary.path().resolve("broker"))) {
            new LowRate(cluster, temporary.path(), perSecond, minutes).run();
        }
    }

    private void run() throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 20);
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        ConfigFile config = ConfigFile.parse("the benchmark's configuration", configuration(), directory, name -> null);
        try (var connections = new Connections(config.config())) {
            var wide = new Wide(FEATURES, connections.registry(), TOPIC + "-value");
            BaselineFile.write(directory.resolve("m.avro"), wide.baseline(24, 500, List.of()));
            try (var monitor = Monitor.start(
                            config.config(),
                            connections,
                            Preparation.of(config, connections).settings(null),
                            TopologyMeter.NONE);
                    var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
                long before = 0;
                for (int minute = 0; minute < minutes; minute++) {
                    sendFor(Duration.ofMinutes(1), producer, wide);
                    if (monitor.failure() != null) {
                        throw new IllegalStateException("the monitor failed", monitor.failure());
                    }
                    long now = InternalTopics.bytes(cluster.bootstrapServers(), APPLICATION);
                    if (minute > 0) {
                        tell(minute, now - before);
                    }
                    before = now;
                }
            }
        }
    }

    private void tell(int minute, long bytes) {
        System.out.printf(
                Locale.ROOT,
                "minute %d: %,d bytes, %,.0f a second, %.1f for each event%n",
                minute + 1,
                bytes,
                bytes / 60.0,
                bytes / (60.0 * perSecond));
    }

    private void sendFor(Duration time, KafkaProducer<byte[], byte[]> producer, Wide wide) throws Exception {
        long start = System.nanoTime();
        for (long i = 0; i < time.toSeconds() * perSecond; i++) {
            long dueNanos = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            while (System.nanoTime() < dueNanos) {
                LockSupport.parkNanos(dueNanos - System.nanoTime());
            }
            long nowMs = System.currentTimeMillis();
            Future<?> unused = producer.send(
                    new ProducerRecord<>(TOPIC, (int) (sent++ % PARTITIONS), null, null, wide.event(nowMs)));
        }
    }

    private String configuration() {
        return """
                application: { id: %1$s, state-dir: "%2$s/state", http: { bind: "127.0.0.1:0" } }
                kafka: { bootstrap.servers: "%3$s", num.stream.threads: "1" }
                schema-registry: { url: "%4$s", auto.register: true }
                topics: { partitions: 1, replication: 1 }
                models:
                  m:
                    baseline: { file: "%2$s/m.avro" }
                    features: { topic: %5$s, event-time: ts, id: id, lateness: 5s }
                    windows: [ { size: 1m } ]
                """.formatted(APPLICATION, directory, cluster.bootstrapServers(), cluster.registryUrl(), TOPIC);
    }
}
