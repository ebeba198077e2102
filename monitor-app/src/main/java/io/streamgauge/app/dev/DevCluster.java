package io.streamgauge.app.dev;

import io.streamgauge.app.config.KafkaConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.RegistryConfig;
import io.streamgauge.app.logging.QuietLoggers;
import io.streamgauge.schemas.serde.RegistrySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Broker and registry in this process, started and stopped together. For development only. */
public final class DevCluster implements AutoCloseable {
    /**
     * Their warnings come with every start and stop of a lone broker in the monitor's own process: an empty metadata log, topics
     * that are asked for before all threads know them, connections that end with the broker. From real brokers the same words may
     * be a sign of trouble, so they are silenced here and not in {@code logback.xml}.
     */
    private static final String[] MEANINGLESS_HERE = {
        "kafka.server.ReplicaManager",
        "org.apache.kafka.controller.QuorumController",
        "org.apache.kafka.clients.NetworkClient",
        "org.apache.kafka.clients.producer.internals.Sender",
        "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils",
        // The demo's state lies in a temporary directory, since it is not to outlive the demo.
        "org.apache.kafka.streams.processor.internals.StateDirectory"
    };

    private final EmbeddedBroker broker;
    private final DevRegistry registry;
    private final QuietLoggers logs;

    private DevCluster(EmbeddedBroker broker, DevRegistry registry, QuietLoggers logs) {
        this.broker = broker;
        this.registry = registry;
        this.logs = logs;
    }

    /** @param dir where the broker keeps its data */
    public static DevCluster start(Path dir) throws IOException {
        DevRegistry registry = DevRegistry.start(0);
        QuietLoggers quiet = QuietLoggers.of(MEANINGLESS_HERE);
        try {
            return new DevCluster(EmbeddedBroker.start(dir, 0), registry, quiet);
        } catch (IOException | RuntimeException e) {
            registry.close();
            quiet.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public URI registryUrl() {
        return registry.url();
    }

    /** The same configuration, but with this broker and this registry, which takes new schemas. */
    public MonitorConfig reachedBy(MonitorConfig config) {
        return new MonitorConfig(
                config.application(),
                new KafkaConfig(bootstrapServers(), config.kafka().properties()),
                new RegistryConfig(
                        RegistrySettings.of(registryUrl()),
                        true,
                        config.registry().serde()),
                config.topics(),
                config.models(),
                config.alerts());
    }

    @Override
    public void close() {
        broker.close();
        registry.close();
        logs.close();
    }
}
