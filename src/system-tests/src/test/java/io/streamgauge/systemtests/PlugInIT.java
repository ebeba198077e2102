package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.subscriber.AlertSubscriber;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.MonitorService;
import io.streamgauge.app.service.RunOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serializers that the configuration names write and read our records in place of ours, as Confluent's would. */
class PlugInIT {
    private static final String MARK = "shop!";

    @TempDir
    private Path dir;

    @Test
    void namedSerializersWriteAndReadAlerts() throws Exception {
        try (var cluster = DevCluster.start(dir.resolve("broker"))) {
            var shop = new ShopOrders(cluster.bootstrapServers(), cluster.registryUrl());
            shop.createTopics();
            shop.sendAvro(ShopOrders.usual(0, 6));
            shop.sendJson(ShopOrders.expensive(0, 6));
            String plugIn = ", serde: { serializer.class: %s, deserializer.class: %s, %s: %s }"
                    .formatted(
                            MarkedSerializer.class.getName(),
                            MarkedDeserializer.class.getName(),
                            MarkedSerializer.MARK,
                            MARK);
            Path yaml = ShopMonitor.prepare(
                    dir, cluster.bootstrapServers(), cluster.registryUrl().toString(), plugIn);
            ConfigFile config = ConfigFile.read(yaml);

            assertThat(MonitorService.run(config, new RunOptions(false, true, null)))
                    .isZero();

            List<String> topics = ConfiguredTopology.topics(config.config()).allAlerts();
            List<Message> raw = CommittedRecords.read(cluster.bootstrapServers(), topics);
            assertThat(raw)
                    .isNotEmpty()
                    .allMatch(message -> new String(message.value(), StandardCharsets.ISO_8859_1).startsWith(MARK));
            assertThat(alerts(config, topics))
                    .hasSameSizeAs(raw)
                    .allMatch(alert -> alert.score().subject().model().equals("orders-json"))
                    .anyMatch(alert -> "amount".equals(alert.score().feature()));
        }
    }

    private static List<Alert> alerts(ConfigFile config, List<String> topics) {
        var alerts = new ArrayList<Alert>();
        try (var connections = new Connections(config.config());
                var subscriber = new AlertSubscriber(
                        connections.kafka(), topics, connections.records().deserializer())) {
            while (!subscriber.caughtUp()) {
                alerts.addAll(subscriber.poll(Duration.ofMillis(100)));
            }
        }
        return alerts;
    }
}
