package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long after a window could be complete at the earliest is its alert there for a reader of committed records? */
class LatencyIT {
    private static final Logger LOG = LoggerFactory.getLogger("io.streamgauge.systemtests.LatencyIT");
    private static final int WINDOW_MS = 2000;
    private static final int LATENESS_MS = 200;
    private static final int COMMIT_MS = 500;
    private static final int WINDOWS = Integer.getInteger("streamgauge.latency.windows", 12);
    private static final int EVERY_MS = 5;
    /** Until the monitor is up and its code warm. */
    private static final int SETTLING_MS = 15_000;

    private static final Duration POLL = Duration.ofMillis(1);

    @TempDir
    private Path dir;

    /** Every other window is expensive: alerts fire and resolve in turn. */
    @Test
    void alertsComeSoonAfterTheirWindow() throws Exception {
        try (var cluster = DevCluster.start(dir.resolve("broker"));
                var registry = new RegistryClient(RegistrySettings.of(cluster.registryUrl()))) {
            var shop = new ShopOrders(cluster.bootstrapServers(), cluster.registryUrl());
            shop.createTopics();
            try (var monitor =
                    Streamgauge.start(dir, "run", "--config", config(cluster).toString())) {
                List<Long> delays = delays(cluster, registry, shop, monitor).stream()
                        .sorted()
                        .toList();

                LOG.info("delays of {} windows in ms: {}", delays.size(), delays);
                assertThat(delays).hasSizeGreaterThan(WINDOWS / 2);
                // The median, as a busy machine holds up the odd window.
                assertThat(delays.get(delays.size() / 2)).isLessThan(COMMIT_MS + 1000L);
            }
        }
    }

    private Path config(DevCluster cluster) throws Exception {
        Path shop = ShopMonitor.prepare(
                dir, cluster.bootstrapServers(), cluster.registryUrl().toString(), "");
        String yaml = Files.readString(shop)
                .replace("commit.interval.ms: \"100\"", "commit.interval.ms: \"" + COMMIT_MS + "\"")
                .replace("lateness: 1m", "lateness: PT0." + LATENESS_MS + "S")
                .replace(
                        "checks: { drift: { floor: 0.05 } }",
                        "checks: { drift: { floor: 0.05, minimum-rows: 50 } }\n    windows: [ { size: PT"
                                + WINDOW_MS / 1000 + "S } ]");
        return Files.writeString(shop, yaml + "alerts: { confirm: 1 of 1, resolve-after: 1 }\n");
    }

    /** The delay of the first alert of each window, in ms. */
    private static List<Long> delays(DevCluster cluster, RegistryClient registry, ShopOrders shop, Streamgauge monitor)
            throws Exception {
        var delays = new ArrayList<Long>();
        Set<Long> seen = new HashSet<>();
        String topic = "streamgauge.alerts.drift";
        while (!CommittedRecords.exists(cluster.bootstrapServers(), topic)) {
            assertThat(monitor.isAlive()).as(monitor.err()).isTrue();
        }
        try (var traffic = new Traffic(cluster.bootstrapServers(), shop)) {
            long settledMs = System.currentTimeMillis() + SETTLING_MS;
            try (var alerts = CommittedRecords.consumer(cluster.bootstrapServers(), List.of(topic), "read_committed")) {
                while (delays.size() < WINDOWS && monitor.secondsSinceStart() < 60 + 2 * WINDOWS * WINDOW_MS / 1000) {
                    traffic.go();
                    for (ConsumerRecord<byte[], byte[]> record : alerts.poll(POLL)) {
                        long nowMs = System.currentTimeMillis();
                        long endMs = windowEnd(registry, record);
                        if (seen.add(endMs) && endMs > settledMs) {
                            delays.add(nowMs - endMs - LATENESS_MS);
                        }
                    }
                }
            }
        }
        return delays;
    }

    private static long windowEnd(RegistryClient registry, ConsumerRecord<byte[], byte[]> record) {
        GenericRecord alert = Decoded.records(
                        registry, List.of(new Message(record.topic(), record.key(), record.value())))
                .get(0);
        return (Long) alert.get("windowEnd");
    }

    /** An order every few milliseconds, at the time it happens. */
    private static final class Traffic implements AutoCloseable {
        private final KafkaProducer<byte[], byte[]> producer;
        private final ShopOrders shop;
        private final Random random = new Random(7);
        private long nextMs = System.currentTimeMillis();
        private int sent;

        Traffic(String bootstrapServers, ShopOrders shop) {
            this.shop = shop;
            this.producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }

        /** Sends what is due. */
        void go() {
            for (long nowMs = System.currentTimeMillis(); nextMs <= nowMs; nextMs += EVERY_MS) {
                boolean expensive = nextMs / WINDOW_MS % 2 == 0;
                double total = (expensive ? 5 : 1) * Math.exp(3 + 0.5 * random.nextGaussian());
                String country = random.nextDouble() < 0.6 ? "DE" : random.nextBoolean() ? "FR" : "IT";
                var order = new ShopOrders.Order("order-" + sent, nextMs, total, country);
                Future<?> unused = producer.send(new ProducerRecord<>(
                        ShopOrders.AVRO_TOPIC, sent++ % ShopOrders.PARTITIONS, null, shop.value(order)));
            }
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
