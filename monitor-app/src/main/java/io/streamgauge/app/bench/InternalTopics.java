package io.streamgauge.app.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;

/** How many bytes does the broker keep of what an application says to itself: partials, repartitioned records, changelogs? */
public final class InternalTopics {
    private static final Collection<String> ENDS = List.of("-partials", "-repartition", "-changelog");

    private InternalTopics() {}

    /** Of all partitions on all brokers, as they are compressed. */
    public static long bytes(String bootstrapServers, String applicationId)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            var brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(dirs -> dirs.values().stream())
                    .mapToLong(dir -> bytes(dir, applicationId))
                    .sum();
        }
    }

    private static long bytes(LogDirDescription dir, String applicationId) {
        return dir.replicaInfos().entrySet().stream()
                .filter(replica -> isInternal(replica.getKey().topic(), applicationId))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    private static boolean isInternal(String topic, String applicationId) {
        return topic.startsWith(applicationId + "-") && ENDS.stream().anyMatch(topic::endsWith);
    }
}
