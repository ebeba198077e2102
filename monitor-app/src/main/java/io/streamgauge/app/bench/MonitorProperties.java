package io.streamgauge.app.bench;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.service.StreamsProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What the monitor runs with, so that the others can be run alike. */
final class MonitorProperties {
    private static final Set<String> FETCHING = Set.of(
            "fetch.min.bytes",
            "fetch.max.bytes",
            "fetch.max.wait.ms",
            "max.partition.fetch.bytes",
            "max.poll.records",
            "receive.buffer.bytes",
            "check.crcs");
    private static final String CONSUMER = "consumer.";

    private MonitorProperties() {}

    /** The configuration of a monitor of the benchmark's events. */
    static ConfigFile config(Stage stage, Contender contender, String applicationId) {
        String yaml = """
                application: { id: %s, state-dir: "%s", http: { bind: "127.0.0.1:0" } }
                kafka: { bootstrap.servers: "%s", num.stream.threads: "%d", processing.guarantee: "%s" }
                schema-registry: { url: "%s", auto.register: true }
                topics: { partitions: %d, replication: 1 }
                models:
                  %s:
                    baseline: { file: "%s" }
                    features: { topic: %s, event-time: ts, id: id, version: version, lateness: 5s }
                    windows: [ { size: %s } ]
                """.formatted(
                        applicationId,
                        stage.dir().resolve(applicationId),
                        stage.bootstrapServers(),
                        contender.threads(),
                        contender.guarantee(),
                        stage.registry(),
                        1,
                        BenchEvents.MODEL,
                        stage.baseline(),
                        BenchTopics.EVENTS,
                        BenchEvents.WINDOW);
        return ConfigFile.parse("the benchmark's configuration", yaml, stage.dir(), name -> null);
    }

    /** The monitor's properties of Kafka Streams. */
    static Properties streams(Stage stage, Contender contender, String applicationId) {
        return StreamsProperties.of(config(stage, contender, applicationId).config());
    }

    /** How the monitor's consumers fetch. */
    static Map<String, Object> fetching(Stage stage) {
        var fetching = new HashMap<String, Object>();
        streams(stage, Contender.MONITOR, "bench").forEach((key, value) -> {
            String name = key.toString();
            String plain = name.startsWith(CONSUMER) ? name.substring(CONSUMER.length()) : name;
            if (FETCHING.contains(plain)) {
                fetching.put(plain, value);
            }
        });
        return fetching;
    }
}
