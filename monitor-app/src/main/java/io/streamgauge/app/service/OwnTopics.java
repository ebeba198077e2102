package io.streamgauge.app.service;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.topology.settings.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that the monitor writes, where they are missing and the configuration allows it.
 *
 * <p>They are stamped with the time of writing. Under the producer's timestamps a replay of last year's events would be deleted by
 * any finite retention while it is written. Partials, rejected records and late events are kept a week; scores, profiles and alerts a year, since
 * what-ifs and audits read them back.
 */
final class OwnTopics {
    private static final String WEEK_MS = Long.toString(7L * 24 * 3600 * 1000);
    private static final String YEAR_MS = Long.toString(366L * 24 * 3600 * 1000);

    private final MonitorConfig config;
    private final Topics topics;

    OwnTopics(MonitorConfig config) {
        this.config = config;
        this.topics = ConfiguredTopology.topics(config);
    }

    /** All topics that the monitor writes. */
    List<String> names() {
        var names = new ArrayList<>(List.of(topics.partials(), topics.scores(), topics.profiles(), topics.rejected()));
        if (topics.late() != null) {
            names.add(topics.late());
        }
        if (config.models().stream().anyMatch(model -> model.reference() != null)) {
            names.add(topics.pairs());
        }
        names.addAll(topics.allAlerts());
        return names;
    }

    /** @throws StartException if a topic is missing and may not, or cannot, be made */
    void ensure(Admin admin, Set<String> existing) {
        if (existing.contains(topics.pairs())) {
            requirePartitions(admin);
        }
        List<String> missing =
                names().stream().filter(name -> !existing.contains(name)).toList();
        if (missing.isEmpty()) {
            return;
        }
        if (!config.topics().create()) {
            throw new StartException(
                    "topics " + missing + " do not exist and topics.create is false: create them, or set it");
        }
        for (String name : missing) {
            create(admin, name);
        }
    }

    /** A window waits for all partitions of the pairs topic, so their number must be the one that was configured. */
    private void requirePartitions(Admin admin) {
        String name = topics.pairs();
        try {
            int found = admin
                    .describeTopics(List.of(name))
                    .allTopicNames()
                    .get(BrokerTopics.TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .mapToInt(topic -> topic.partitions().size())
                    .sum();
            if (found != partitions(name)) {
                throw new StartException("topic '%s' has %d partitions, but topics.partitions is %d: set it to that"
                        .formatted(name, found, partitions(name)));
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new StartException("the broker does not describe topic '" + name + "': " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while looking at topic '" + name + "'", e);
        }
    }

    private void create(Admin admin, String name) {
        short replication = (short) config.topics().replication();
        var topic = new NewTopic(
                        name,
                        Optional.of(partitions(name)),
                        replication > 0 ? Optional.of(replication) : Optional.empty())
                .configs(Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime",
                        TopicConfig.RETENTION_MS_CONFIG,
                        isShortLived(name) ? WEEK_MS : YEAR_MS));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another instance was faster
                throw new StartException("cannot create topic '" + name + "': " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while creating topic '" + name + "'", e);
        }
    }

    private boolean isShortLived(String name) {
        return name.equals(topics.partials())
                || name.equals(topics.pairs())
                || name.equals(topics.rejected())
                || name.equals(topics.late());
    }

    private int partitions(String name) {
        return name.equals(topics.partials())
                        || name.equals(topics.pairs())
                        || name.equals(topics.scores())
                        || name.equals(topics.profiles())
                ? config.topics().partitions()
                : 1;
    }
}
