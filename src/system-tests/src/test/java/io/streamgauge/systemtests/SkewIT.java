package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.alerts.subscriber.AlertSubscriber;
import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.checks.Score;
import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySerde;
import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.schemas.serde.SerdeSettings;
import io.streamgauge.topology.settings.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders as the shop served them against the same orders recomputed in other units, on a broker. */
class SkewIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Topics TOPICS =
            Topics.of(ShopMonitor.APPLICATION, "streamgauge.rejected", "streamgauge.alerts");
    private static final double KILOMETRES = 1.609344;

    @TempDir
    private Path dir;

    @Test
    void theAlertNamesTheUnitAndEveryPairIsCountedOnceAcrossARestart() throws Exception {
        try (var cluster = DevCluster.start(dir.resolve("broker"));
                var registry = new RegistryClient(RegistrySettings.of(cluster.registryUrl()))) {
            var shop = new ShopOrders(cluster.bootstrapServers(), cluster.registryUrl());
            shop.createTopics();
            Path config = comparing(ShopMonitor.prepare(
                    dir, cluster.bootstrapServers(), cluster.registryUrl().toString(), ""));

            shop.sendJson(ShopOrders.usual(0, 8));
            try (var monitor = Streamgauge.start(dir, "run", "--config", config.toString())) {
                shop.sendAvro(recomputed(ShopOrders.usual(0, 5)));
                await(cluster, monitor, 1);
                monitor.terminate();
                assertThat(monitor.exitCode(Duration.ofSeconds(30)))
                        .as(monitor.err())
                        .isZero();
            }
            shop.sendAvro(recomputed(ShopOrders.usual(5, 8)));
            try (var monitor = Streamgauge.start(dir, "run", "--config", config.toString())) {
                await(cluster, monitor, 6);
                assertThat(pairsByWindow(cluster, registry).subList(0, 6)).containsOnly((long) ShopOrders.PER_HOUR);
                Alert alert = firing(cluster, registry, monitor);
                assertThat(alert.message()).contains("kilometres to miles");
                assertThat(alert.score().evidence()).extracting("topic").contains("shop.orders", "shop.orders.json");
                monitor.terminate();
                assertThat(monitor.exitCode(Duration.ofSeconds(30)))
                        .as(monitor.err())
                        .isZero();
            }
        }
    }

    private static List<ShopOrders.Order> recomputed(List<ShopOrders.Order> orders) {
        return orders.stream()
                .map(order -> new ShopOrders.Order(
                        order.id(),
                        order.atMs(),
                        order.total() == null ? null : order.total() * KILOMETRES,
                        order.country()))
                .toList();
    }

    /** One model: JSON orders are served, Avro ones are training's. */
    private static Path comparing(Path config) throws Exception {
        String all = Files.readString(config);
        String head = all.substring(0, all.indexOf("  orders:"));
        String model =
                all.substring(all.indexOf("  orders-json:")).replace("    checks: { drift: { floor: 0.05 } }", """
                    reference:
                      topic: shop.orders
                      event-time: placed_at
                      id: order_id
                      lateness: 1m
                      ttl: 10m
                      fields: { amount: payment.total, country: customer.country }
                """);
        return Files.writeString(config, head + model);
    }

    private static void await(DevCluster cluster, Streamgauge monitor, int windows) throws Exception {
        try (var registry = new RegistryClient(RegistrySettings.of(cluster.registryUrl()))) {
            while (!CommittedRecords.exists(cluster.bootstrapServers(), TOPICS.scores())
                    || pairsByWindow(cluster, registry).size() < windows) {
                assertThat(monitor.isAlive()).as(monitor.err()).isTrue();
                assertThat(monitor.secondsSinceStart()).as(monitor.err()).isLessThan(PATIENCE.toSeconds());
            }
        }
    }

    /** How many pairs each window has, in the order of the windows. */
    private static List<Long> pairsByWindow(DevCluster cluster, RegistryClient registry) {
        return Decoded.records(registry, CommittedRecords.read(cluster.bootstrapServers(), List.of(TOPICS.scores())))
                .stream()
                .filter(record -> !WindowMarkRecord.isOne(record))
                .map(ScoreRecord::read)
                .filter(score -> score.metric().equals("match-latency-seconds"))
                .sorted((a, b) -> Long.compare(a.window().startMs(), b.window().startMs()))
                .map((Score score) -> score.measurement().n())
                .toList();
    }

    private static Alert firing(DevCluster cluster, RegistryClient registry, Streamgauge monitor) {
        List<Alert> alerts = new ArrayList<>();
        try (var subscriber = new AlertSubscriber(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                TOPICS.allAlerts(),
                RegistrySerde.of(registry, SerdeSettings.defaults()).deserializer())) {
            while (true) {
                alerts.addAll(subscriber.poll(Duration.ofMillis(100)));
                for (Alert alert : alerts) {
                    if (alert.kind().equals("skew") && alert.phase() == Phase.FIRING) {
                        return alert;
                    }
                }
                assertThat(monitor.isAlive()).as(monitor.err()).isTrue();
                assertThat(monitor.secondsSinceStart()).as(monitor.err()).isLessThan(PATIENCE.toSeconds());
            }
        }
    }
}
