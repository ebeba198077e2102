package io.streamgauge.topology;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.record.AlertRecord;
import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.checks.Score;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.RegistrySerde;
import io.streamgauge.schemas.serde.SerdeSettings;
import io.streamgauge.schemas.serde.SubjectStrategy;
import io.streamgauge.topology.batch.EventBatches;
import io.streamgauge.topology.failure.StopOnProcessingError;
import io.streamgauge.topology.failure.StopOnSendError;
import io.streamgauge.topology.failure.StopOnUndecodable;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.settings.Topics;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.BoundedRocksDb;
import io.streamgauge.topology.state.LiveStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The real topology in a test driver, with everything that it wrote so far. */
public final class Monitor implements AutoCloseable {
    final InMemoryRegistry registry;
    final List<byte[]> rejected = new ArrayList<>();
    private final Serde<GenericRecord> records;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte @Nullable [], byte @Nullable []> events;
    private final TestInputTopic<String, Shuffled> partials;
    private final List<GenericRecord> scores = new ArrayList<>();
    private final List<GenericRecord> alerts = new ArrayList<>();
    private final List<GenericRecord> profiles = new ArrayList<>();
    private final List<Shuffled> shuffled = new ArrayList<>();
    private long sent;

    public Monitor(TopologySettings settings, Path state) {
        this(settings, new InMemoryRegistry(), state);
    }

    Monitor(TopologySettings settings, InMemoryRegistry registry, Path state) {
        this.registry = registry;
        this.records = records(registry);
        driver = new TopologyTestDriver(topology(settings, registry), properties(state), Fixtures.MIDNIGHT);
        events = driver.createInputTopic(Fixtures.EVENTS, new ByteArraySerializer(), new ByteArraySerializer());
        partials = driver.createInputTopic(
                Fixtures.TOPICS.partials(),
                new StringSerializer(),
                ShuffledFormat.serde().serializer());
    }

    static Topology topology(TopologySettings settings, InMemoryRegistry registry) {
        return new MonitorTopology(settings, registry, records(registry), TopologyMeter.NONE)
                .build(properties(Path.of("unused")));
    }

    private static Serde<GenericRecord> records(InMemoryRegistry registry) {
        return RegistrySerde.of(registry, SerdeSettings.registering().withSubjects(SubjectStrategy.TOPIC_RECORD));
    }

    private static Properties properties(Path state) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTimes.class);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnUndecodable.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnProcessingError.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnSendError.class);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        return properties;
    }

    Monitor send(Event... batch) {
        return send(List.of(batch));
    }

    Monitor send(Collection<Event> batch) {
        batch.forEach(event -> send(null, event.bytes(registry), event.recordMs(), event.headers()));
        return this;
    }

    /** @return the offset of the record */
    long send(byte @Nullable [] key, byte @Nullable [] value, long recordMs) {
        return send(key, value, recordMs, new RecordHeaders());
    }

    long send(byte @Nullable [] key, byte @Nullable [] value, long recordMs, Headers headers) {
        events.pipeInput(new TestRecord<>(key, value, headers, recordMs));
        return sent++;
    }

    /** All events in one record, as the consumer's interceptor makes it. */
    Monitor sendAsBatch(Collection<Event> batch) {
        var partition = new TopicPartition(Fixtures.EVENTS, 0);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (Event event : batch) {
            records.add(new ConsumerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    sent++,
                    event.recordMs(),
                    TimestampType.CREATE_TIME,
                    -1,
                    -1,
                    null,
                    event.bytes(registry),
                    event.headers(),
                    Optional.empty()));
        }
        try (var batches = new EventBatches()) {
            batches.configure(Map.of(EventBatches.TOPICS_CONFIG, Fixtures.EVENTS));
            for (var one : batches.onConsume(new ConsumerRecords<>(Map.of(partition, records), Map.of()))) {
                events.pipeInput(
                        new TestRecord<>(one.key(), one.value(), one.headers(), Instant.ofEpochMilli(one.timestamp())));
            }
        }
        return this;
    }

    /** A row of the training side. */
    void sendTraining(byte @Nullable [] key, byte @Nullable [] value, long recordMs) {
        driver.createInputTopic(Fixtures.TRAINING_ROWS, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(key, value, recordMs);
    }

    /** What ingest would have sent, straight to assess. */
    public Monitor assess(Shuffled record) {
        partials.pipeInput(record.model(), record);
        return this;
    }

    Monitor afterSilenceOf(Duration wallClock) {
        driver.advanceWallClockTime(wallClock);
        return this;
    }

    /** Drops every live object, so that all goes on from what was written back, as after a restart. */
    void forgetLiveObjects() {
        driver.getAllStateStores().values().forEach(store -> ((LiveStore<?>) store).clearCache());
    }

    List<Score> scores() {
        return scoreRecords().stream().map(ScoreRecord::read).toList();
    }

    List<Score> scores(String metric) {
        return scores().stream().filter(score -> score.metric().equals(metric)).toList();
    }

    /** Scores as they were written, marks left out. */
    public List<GenericRecord> scoreRecords() {
        drain();
        return scores.stream().filter(record -> !WindowMarkRecord.isOne(record)).toList();
    }

    /** Everything on the scores topic. */
    public List<GenericRecord> scoresAndMarks() {
        drain();
        return List.copyOf(scores);
    }

    List<WindowMark> closedWindows() {
        drain();
        return scores.stream()
                .filter(WindowMarkRecord::isOne)
                .map(WindowMarkRecord::read)
                .toList();
    }

    public List<GenericRecord> alertRecords() {
        drain();
        return List.copyOf(alerts);
    }

    List<Alert> alerts() {
        return alertRecords().stream().map(AlertRecord::read).toList();
    }

    List<Alert> alerts(String metric) {
        return alerts().stream()
                .filter(alert -> alert.score().metric().equals(metric))
                .toList();
    }

    public List<GenericRecord> profiles() {
        drain();
        return List.copyOf(profiles);
    }

    List<Shuffled> shuffled() {
        drain();
        return List.copyOf(shuffled);
    }

    List<Mark> marks() {
        return shuffled().stream()
                .filter(Mark.class::isInstance)
                .map(Mark.class::cast)
                .toList();
    }

    /** What is on the topic of late events, which the settings must name. */
    List<GenericRecord> lateEvents(String topic) {
        var late = new ArrayList<byte[]>();
        drain(topic, new ByteArrayDeserializer(), late);
        return late.stream()
                .map(bytes -> records.deserializer().deserialize(topic, bytes))
                .toList();
    }

    List<GenericRecord> rejectedRecords() {
        drain();
        return rejected.stream()
                .map(bytes -> records.deserializer().deserialize(Fixtures.TOPICS.rejected(), bytes))
                .toList();
    }

    private void drain() {
        drain(Fixtures.TOPICS.scores(), records.deserializer(), scores);
        drain(Fixtures.TOPICS.profiles(), records.deserializer(), profiles);
        drain(Fixtures.TOPICS.rejected(), new ByteArrayDeserializer(), rejected);
        drain(Fixtures.TOPICS.partials(), ShuffledFormat.serde().deserializer(), shuffled);
        Topics.ALERT_KINDS.forEach(kind -> drain(Fixtures.TOPICS.alerts(kind), records.deserializer(), alerts));
    }

    private <V> void drain(String topic, Deserializer<V> values, List<V> into) {
        if (driver.producedTopicNames().contains(topic)) {
            into.addAll(driver.createOutputTopic(topic, new StringDeserializer(), values)
                    .readValuesToList());
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
