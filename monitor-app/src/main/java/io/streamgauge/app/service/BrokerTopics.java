package io.streamgauge.app.service;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.logging.QuietLoggers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** Does a broker answer, and which topics does it have? Asked before anything that would wait for it for minutes. */
public final class BrokerTopics {
    static final int TIMEOUT_SECONDS = 15;

    private BrokerTopics() {}

    /** @throws StartException if no broker answers within 15 seconds */
    public static Set<String> names(MonitorConfig config, Connections connections) {
        try (Admin admin = admin(connections)) {
            return names(admin, config);
        }
    }

    static Admin admin(Connections connections) {
        Map<String, Object> properties = new HashMap<>(connections.kafka());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_SECONDS * 1000);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_SECONDS * 1000);
        return Admin.create(properties);
    }

    static Set<String> names(Admin admin, MonitorConfig config) {
        // It would warn of every attempt; once the broker has answered, its warnings are news again.
        QuietLoggers quiet = QuietLoggers.of("org.apache.kafka.clients.NetworkClient");
        try {
            return new HashSet<>(admin.listTopics(new ListTopicsOptions().timeoutMs(TIMEOUT_SECONDS * 1000))
                    .names()
                    .get(TIMEOUT_SECONDS + 5, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new StartException(
                    "no Kafka broker answers at " + config.kafka().bootstrapServers()
                            + " (kafka.bootstrap.servers): is it running, and is the address right?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while looking at the brokers", e);
        } finally {
            quiet.close();
        }
    }
}
