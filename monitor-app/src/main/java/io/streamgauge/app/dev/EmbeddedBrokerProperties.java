package io.streamgauge.app.dev;

import java.nio.file.Path;
import java.util.Map;

/** The broker properties of a single node that starts and stops fast and needs little memory. */
final class EmbeddedBrokerProperties {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "PLAINTEXT";

    private EmbeddedBrokerProperties() {}

    static Map<String, String> of(String host, int clientPort, int controllerPort, Path data) {
        String clients = CLIENTS + "://" + host + ":" + clientPort;
        String controller = host + ":" + controllerPort;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE_ID)),
                Map.entry("log.dirs", data.toString()),
                Map.entry("listeners", clients + "," + CONTROLLER + "://" + controller),
                Map.entry("advertised.listeners", clients),
                Map.entry("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                Map.entry("inter.broker.listener.name", CLIENTS),
                Map.entry("controller.listener.names", CONTROLLER),
                // Static, not dynamic: the one voter may come back on another port.
                Map.entry("controller.quorum.voters", NODE_ID + "@" + controller),
                // One node can hold one copy.
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                // A misspelt topic is an error, not a new topic.
                Map.entry("auto.create.topics.enable", "false"),
                // Replays carry event times from long ago.
                Map.entry("log.retention.ms", "-1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // Default 128 MiB of heap.
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20)),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("num.replica.fetchers", "1"),
                Map.entry("background.threads", "2"),
                Map.entry("metric.reporters", ""));
    }
}
