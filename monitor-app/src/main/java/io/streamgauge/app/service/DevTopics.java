package io.streamgauge.app.service;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.SourceConfig;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Input topics of a development broker, made with one partition where they are missing. */
final class DevTopics {
    private DevTopics() {}

    static void ensure(MonitorConfig config) {
        Map<String, Object> properties = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        try (Admin admin = Admin.create(properties)) {
            var existing = admin.listTopics().names().get();
            var missing = config.models().stream()
                    .flatMap(model -> model.sources().stream())
                    .map(SourceConfig::topic)
                    .distinct()
                    .filter(topic -> !existing.contains(topic))
                    .map(topic -> new NewTopic(topic, 1, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new StartException("cannot create the input topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while creating the input topics", e);
        }
    }
}
