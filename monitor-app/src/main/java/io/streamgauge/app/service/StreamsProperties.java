package io.streamgauge.app.service;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.SourceConfig;
import io.streamgauge.topology.RecordTimes;
import io.streamgauge.topology.batch.EventBatches;
import io.streamgauge.topology.failure.StopOnProcessingError;
import io.streamgauge.topology.failure.StopOnSendError;
import io.streamgauge.topology.failure.StopOnUndecodable;
import io.streamgauge.topology.state.BoundedRocksDb;
import io.streamgauge.topology.state.CommitPace;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Which properties does Kafka Streams run with? Ours first, since many of its defaults lose data or time; then the user's, but for
 * those on which exactness rests.
 */
public final class StreamsProperties {
    private static final Set<String> FIXED = Set.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            StreamsConfig.STATE_DIR_CONFIG,
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
            StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG);

    private StreamsProperties() {}

    public static Properties of(MonitorConfig config) {
        var properties = defaults();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.application().id());
        // Kafka's own choice is new at each start: names of threads, metrics and quotas would be too.
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, config.application().id());
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                config.application().stateDir().toAbsolutePath().toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.topics().replication());
        properties.put(
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.application().id() + "-" + hostName());
        config.kafka().properties().values().forEach((key, value) -> {
            if (!FIXED.contains(key)) {
                properties.put(key, value);
            }
        });
        batchEvents(properties, config);
        if ("streams".equals(properties.get(StreamsConfig.GROUP_PROTOCOL_CONFIG))) {
            properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG); // that protocol has no static members
        }
        return properties;
    }

    private static Properties defaults() {
        var properties = new Properties();
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // The longest one: the processors ask for earlier commits where others wait for what they sent.
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, CommitPace.LONGEST.toMillis());
        // A record is a poll's worth of events of a partition: so many may wait while the topology is paused.
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 20);
        // A second cache would make what is written depend on when it is flushed.
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTimes.class);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnUndecodable.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnProcessingError.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnSendError.class);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        // An instance away for longer than the brokers keep tombstones would bring deleted keys back to life.
        properties.put(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG, 72_000_000L);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 15_000);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 20_000);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return properties;
    }

    /** Behind interceptors that the user brings, so that these see each record. */
    private static void batchEvents(Properties properties, MonitorConfig config) {
        String theirs = null;
        for (String prefix : List.of("", StreamsConfig.CONSUMER_PREFIX, StreamsConfig.MAIN_CONSUMER_PREFIX)) {
            theirs = properties.getProperty(prefix + ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, theirs);
        }
        String ours = EventBatches.class.getName();
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                theirs == null || theirs.isBlank() ? ours : theirs + "," + ours);
        properties.put(
                StreamsConfig.mainConsumerPrefix(EventBatches.TOPICS_CONFIG),
                config.models().stream()
                        .flatMap(model -> model.sources().stream())
                        .map(SourceConfig::topic)
                        .distinct()
                        .collect(Collectors.joining(",")));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "instance";
        }
    }
}
