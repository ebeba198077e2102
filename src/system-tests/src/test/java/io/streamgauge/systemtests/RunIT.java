package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.alerts.subscriber.AlertSubscriber;
import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.app.service.AlertText;
import io.streamgauge.checks.Score;
import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySerde;
import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.schemas.serde.SerdeSettings;
import io.streamgauge.topology.settings.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a broker of its own, with topics in the shapes that their owners gave them. */
class RunIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** One for each partition of two topics. */
    private static final int CANARIES = 2 * ShopOrders.PARTITIONS;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Topics TOPICS =
            Topics.of(ShopMonitor.APPLICATION, "streamgauge.rejected", "streamgauge.alerts");

    @TempDir
    private Path dir;

    @Test
    void foreignAvroAndJsonAreWatchedAndAStopLosesNothing() throws Exception {
        try (var cluster = DevCluster.start(dir.resolve("broker"));
                var registry = new RegistryClient(RegistrySettings.of(cluster.registryUrl()))) {
            var shop = new ShopOrders(cluster.bootstrapServers(), cluster.registryUrl());
            shop.createTopics();
            Path config = ShopMonitor.prepare(
                    dir, cluster.bootstrapServers(), cluster.registryUrl().toString(), "");

            var alerts = new ArrayList<Alert>();
            try (var monitor = Streamgauge.start(dir, "run", "--config", config.toString())) {
                for (List<ShopOrders.Order> orders :
                        List.of(ShopOrders.usual(0, 8), ShopOrders.expensive(8, 12), ShopOrders.usual(12, 13))) {
                    shop.sendAvro(orders);
                    shop.sendJson(orders);
                }
                awaitTopic(cluster, monitor);
                try (var subscriber = subscriber(cluster, registry)) {
                    follow(
                            monitor,
                            subscriber,
                            alerts,
                            () -> seen(alerts, "orders", Phase.FIRING) && seen(alerts, "orders-json", Phase.FIRING));
                    assertThat(tail(config)).isEqualTo(json(alerts));
                    assertThat(canary(config, "30s", 0))
                            .hasSize(2)
                            .allMatch(row -> row.contains("\"sent\":2,\"came\":2,\"missing\":0,\"rejected\":[]"));

                    stop(monitor);
                    assertThat(canary(config, "2s", 1))
                            .hasSize(2)
                            .allMatch(row -> row.contains("\"sent\":2,\"came\":0,\"missing\":2,\"rejected\":[]"));
                    assertEverythingReadIsCommitted(cluster);
                }
            }
            shop.sendAvro(ShopOrders.usual(13, 17));
            shop.sendJson(ShopOrders.usual(13, 17));
            try (var monitor = Streamgauge.start(dir, "run", "--config", config.toString());
                    var subscriber = subscriber(cluster, registry)) {
                var all = new ArrayList<Alert>();
                follow(
                        monitor,
                        subscriber,
                        all,
                        () -> seen(all, "orders", Phase.RESOLVED) && seen(all, "orders-json", Phase.RESOLVED));
                awaitWindow(cluster, registry, monitor, 15);
                stop(monitor);
            }
            assertEveryWindowIsThereOnce(cluster, registry, "orders");
            assertEveryWindowIsThereOnce(cluster, registry, "orders-json");
        }
    }

    private static void stop(Streamgauge monitor) throws InterruptedException {
        monitor.terminate();
        assertThat(monitor.exitCode(Duration.ofSeconds(30))).as(monitor.err()).isZero();
        assertThat(monitor.out()).isEmpty();
    }

    private static void awaitTopic(DevCluster cluster, Streamgauge monitor) throws Exception {
        for (String topic : TOPICS.allAlerts()) {
            while (!CommittedRecords.exists(cluster.bootstrapServers(), topic)) {
                assertWorking(monitor);
            }
        }
    }

    private static AlertSubscriber subscriber(DevCluster cluster, RegistryClient registry) {
        return new AlertSubscriber(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                TOPICS.allAlerts(),
                RegistrySerde.of(registry, SerdeSettings.defaults()).deserializer());
    }

    private static void follow(
            Streamgauge monitor, AlertSubscriber subscriber, List<Alert> alerts, BooleanSupplier until) {
        while (!until.getAsBoolean()) {
            assertWorking(monitor);
            alerts.addAll(subscriber.poll(POLL));
        }
        while (!subscriber.caughtUp()) {
            alerts.addAll(subscriber.poll(POLL));
        }
    }

    private static void assertWorking(Streamgauge monitor) {
        assertThat(monitor.isAlive()).as(monitor.err()).isTrue();
        assertThat(monitor.secondsSinceStart()).as(monitor.err()).isLessThan(PATIENCE.toSeconds());
    }

    private static boolean seen(List<Alert> alerts, String model, Phase phase) {
        return alerts.stream()
                .anyMatch(alert -> alert.phase() == phase
                        && alert.kind().equals("drift")
                        && alert.score().subject().model().equals(model)
                        && "amount".equals(alert.score().feature()));
    }

    private List<String> tail(Path config) throws Exception {
        try (var tail = Streamgauge.start(
                dir, "alerts", "tail", "--until-end", "--format", "json", "--config", config.toString())) {
            assertThat(tail.exitCode(Duration.ofSeconds(30))).as(tail.err()).isZero();
            return tail.out().lines().sorted().toList();
        }
    }

    private List<String> canary(Path config, String deadline, int exitCode) throws Exception {
        try (var canary = Streamgauge.start(
                dir, "canary", "--config", config.toString(), "--deadline", deadline, "--format", "json")) {
            assertThat(canary.exitCode(Duration.ofSeconds(60))).as(canary.err()).isEqualTo(exitCode);
            return canary.out().lines().toList();
        }
    }

    private static List<String> json(List<Alert> alerts) {
        return alerts.stream().map(AlertText::json).sorted().toList();
    }

    private static void assertEverythingReadIsCommitted(DevCluster cluster) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(ShopMonitor.APPLICATION)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long read = committed.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().startsWith("shop."))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
            assertThat(read).isEqualTo(2 * 13 * ShopOrders.PER_HOUR + CANARIES);
        }
    }

    /** Waits until the window of this hour is scored for both models. */
    private static void awaitWindow(DevCluster cluster, RegistryClient registry, Streamgauge monitor, int hour) {
        for (String model : List.of("orders", "orders-json")) {
            while (rowsByWindow(cluster, registry, model).stream()
                    .noneMatch(score ->
                            score.window().startMs() == ShopOrders.hour(hour).toEpochMilli())) {
                assertWorking(monitor);
            }
        }
    }

    private static void assertEveryWindowIsThereOnce(DevCluster cluster, RegistryClient registry, String model) {
        assertThat(rowsByWindow(cluster, registry, model))
                .as(model)
                .extracting(
                        score -> score.window().startMs(),
                        score -> score.measurement().n())
                .containsExactlyElementsOf(IntStream.range(0, 16)
                        .mapToObj(hour -> tuple(ShopOrders.hour(hour).toEpochMilli(), (long) ShopOrders.PER_HOUR))
                        .toList());
    }

    /** One score of each window, whose n is the number of the window's records; in the order of the windows. */
    private static List<Score> rowsByWindow(DevCluster cluster, RegistryClient registry, String model) {
        return Decoded.records(registry, CommittedRecords.read(cluster.bootstrapServers(), List.of(TOPICS.scores())))
                .stream()
                .filter(record -> !WindowMarkRecord.isOne(record))
                .map(ScoreRecord::read)
                .filter(score ->
                        score.subject().model().equals(model) && score.metric().equals("rejected-share"))
                .sorted((a, b) -> Long.compare(a.window().startMs(), b.window().startMs()))
                .toList();
    }
}
