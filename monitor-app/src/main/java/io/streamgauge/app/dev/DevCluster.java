package io.streamgauge.app.dev;

import io.streamgauge.app.config.KafkaConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.RegistryConfig;
import io.streamgauge.schemas.serde.RegistrySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Broker and registry in this process, started and stopped together. For development only. */
public final class DevCluster implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final DevRegistry registry;

    private DevCluster(EmbeddedBroker broker, DevRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** @param dir where the broker keeps its data */
    public static DevCluster start(Path dir) throws IOException {
        DevelopmentLogs.quiet();
        DevRegistry registry = DevRegistry.start(0);
        try {
            return new DevCluster(EmbeddedBroker.start(dir, 0), registry);
        } catch (IOException | RuntimeException e) {
            registry.close();
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
    }
}
