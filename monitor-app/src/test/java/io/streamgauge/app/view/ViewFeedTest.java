package io.streamgauge.app.view;

import static io.streamgauge.app.view.AlertFixture.alertOf;
import static io.streamgauge.app.view.ScoreFixture.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.streamgauge.app.dev.EmbeddedBroker;
import io.streamgauge.schemas.Contracts;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.RegistrySerde;
import io.streamgauge.schemas.serde.RegistryUnavailableException;
import io.streamgauge.schemas.serde.SerdeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ViewFeedTest {
    @TempDir
    static Path dir;

    private static EmbeddedBroker broker;

    private final RegistrySerde serde = RegistrySerde.of(new InMemoryRegistry(), SerdeSettings.registering());
    private final LiveView view = new LiveView(List.of());

    @BeforeAll
    static void startBroker() throws IOException {
        broker = EmbeddedBroker.start(dir, 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void showsWhatIsCommittedOnAllPartitionsAndNothingElse() throws Exception {
        createTopics("committed-scores", 2, "committed-alerts", 1);
        try (var producer = producer("committed")) {
            commit(
                    producer,
                    entry("committed-scores", 0, score().feature("a").row()),
                    entry("committed-scores", 1, score().feature("b").row()),
                    entry("committed-scores", 1, new WindowRow("flight-delay", "features", 0, 1, "1h", 0, 1, 2)),
                    entry("committed-alerts", 0, alertOf(score().row()).row()));
            send(
                    producer,
                    entry("committed-scores", 0, score().feature("aborted").row()));
            producer.abortTransaction();
            commit(
                    producer,
                    new ProducerRecord<>("committed-scores", 0, null, new byte[] {'?'}),
                    new ProducerRecord<>("committed-scores", 0, null, null),
                    entry("committed-scores", 0, score().feature("c").row()));
        }

        try (var feed = ViewFeed.start(settings("committed"), serde.deserializer(), view)) {
            await().untilAsserted(() -> assertThat(features()).containsExactlyInAnyOrder("a", "b", "c"));
            await().untilAsserted(() -> assertThat(view.alerts(new AlertFilter(null, null, null), 9))
                    .hasSize(1));
            await().untilAsserted(
                            () -> assertThat(view.models().get(0).windows()).isEqualTo(1));
            assertThat(feed.unreadable()).isEqualTo(1);
            assertThat(feed.problem()).isEmpty();
        }
    }

    @Test
    void waitsForTopicsThatDoNotExistYet() throws Exception {
        try (var feed = ViewFeed.start(settings("later"), serde.deserializer(), view)) {
            await().untilAsserted(() ->
                    assertThat(feed.problem()).hasValue("the live view waits for topic later-alerts, later-scores"));

            createTopics("later-scores", 1, "later-alerts", 1);
            try (var producer = producer("later")) {
                commit(producer, entry("later-scores", 0, score().row()));
            }

            await().untilAsserted(() -> assertThat(features()).containsExactly("distance"));
            await().untilAsserted(() -> assertThat(feed.problem()).isEmpty());
        }
    }

    @Test
    void goesOnWhereItStoppedAfterTheRegistryWasAway() throws Exception {
        createTopics("registry-scores", 1, "registry-alerts", 1);
        var first = alertOf(score().feature("first").row()).row();
        var second = alertOf(score().feature("second").row()).row();
        try (var producer = producer("registry")) {
            commit(producer, entry("registry-alerts", 0, first), entry("registry-alerts", 0, second));
        }
        var away = new AtomicBoolean(true);
        Deserializer<GenericRecord> registryAway = (topic, data) -> {
            var row = serde.deserializer().deserialize(topic, data);
            if (away.get() && "second".contentEquals((CharSequence) row.get("feature"))) {
                throw new RegistryUnavailableException("the registry is away", null);
            }
            return row;
        };

        try (var feed = ViewFeed.start(settings("registry"), registryAway, view)) {
            await().untilAsserted(() ->
                    assertThat(feed.problem()).hasValue("the live view cannot read: the registry is away"));
            away.set(false);

            var all = new AlertFilter(null, null, null);
            await().untilAsserted(() -> assertThat(view.transitions(all, 9)).containsExactly(second, first));
            assertThat(feed.unreadable()).isZero();
        }
    }

    @Test
    @Timeout(20)
    void saysThatNoBrokerAnswersAndStopsAllTheSame() {
        var nowhere = new FeedSettings(Map.of("bootstrap.servers", "127.0.0.1:1"), "scores", List.of());

        try (var feed = ViewFeed.start(nowhere, serde.deserializer(), view)) {
            await().atMost(15, TimeUnit.SECONDS)
                    .untilAsserted(() ->
                            assertThat(feed.problem()).get().asString().startsWith("the live view cannot read: "));
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("streamgauge-view-feed");
    }

    @Test
    void userCannotSwitchOffWhatMakesTheViewRight() {
        var settings = new FeedSettings(
                Map.of("isolation.level", "read_uncommitted", "group.id", "mine", "security.protocol", "SSL"),
                "scores",
                List.of());

        assertThat(settings.consumerProperties())
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("security.protocol", "SSL")
                .doesNotContainKey("group.id");
    }

    private List<String> features() {
        return view.scores(new ScoreFilter(null, null, null), 99, 1).stream()
                .map(series -> series.latest().feature())
                .toList();
    }

    private ProducerRecord<byte[], byte[]> entry(String topic, int partition, Record row) {
        var contract = row instanceof ScoreRow
                ? Contracts.SCORE
                : row instanceof AlertRow ? Contracts.ALERT : Contracts.WINDOW_MARK;
        var subject = topic + "/" + contract.getName();
        return new ProducerRecord<>(
                topic, partition, null, serde.serializer().serialize(subject, ContractRecords.of(contract, row)));
    }

    private static FeedSettings settings(String prefix) {
        return new FeedSettings(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                prefix + "-scores",
                List.of(prefix + "-alerts"));
    }

    private static KafkaProducer<byte[], byte[]> producer(String id) {
        var bytes = new ByteArraySerializer();
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", id),
                bytes,
                bytes);
        producer.initTransactions();
        return producer;
    }

    @SafeVarargs
    private static void commit(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]>... records)
            throws InterruptedException, ExecutionException {
        send(producer, records);
        producer.commitTransaction();
    }

    @SafeVarargs
    private static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]>... records)
            throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        for (var record : records) {
            producer.send(record).get();
        }
    }

    private static void createTopics(String first, int firstPartitions, String second, int secondPartitions)
            throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(first, firstPartitions, (short) 1),
                            new NewTopic(second, secondPartitions, (short) 1)))
                    .all()
                    .get();
        }
    }
}
