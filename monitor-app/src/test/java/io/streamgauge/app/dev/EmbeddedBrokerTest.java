package io.streamgauge.app.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedBrokerTest {
    private static final long LONG_AGO = Instant.parse("2003-02-01T00:00:00Z").toEpochMilli();

    @TempDir
    Path dir;

    @Test
    void whatWasWrittenIsThereAfterARestartOnAnotherPort() throws Exception {
        try (var broker = EmbeddedBroker.start(dir, 0)) {
            createTopic(broker);
            // A transaction, since exactly-once needs its topics to work with one copy.
            writeInTransaction(broker, "a", "b");
            assertThat(readAll(broker, "readers")).containsExactly("a", "b");
        }
        try (var broker = EmbeddedBroker.start(dir, 0)) {
            writeInTransaction(broker, "c");
            assertThat(readAll(broker, "readers")).as("committed offsets hold").containsExactly("c");
            assertThat(readAll(broker, "newcomers")).containsExactly("a", "b", "c");
        }
    }

    @Test
    void aTimestampFromLongAgoStaysAndOneFarAheadIsRefused() throws Exception {
        try (var broker = EmbeddedBroker.start(dir, 0, Map.of("log.retention.check.interval.ms", "100"))) {
            createTopic(broker);
            long ahead = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
            writeInTransaction(broker, "old");
            try (var producer = producer(broker, Map.of())) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>("t", 0, ahead, "k", "future"))
                                .get())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(InvalidTimestampException.class);
            }
            assertThat(readAll(broker, "readers")).containsExactly("old");
        }
    }

    @Test
    void twoBrokersDoNotShareADirectory() throws IOException {
        try (var broker = EmbeddedBroker.start(dir, 0)) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedBroker.start(dir, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessage("another embedded broker is using " + dir);
        }
    }

    @Test
    void aPortThatIsTakenIsNamedAtOnce() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(dir, socket.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + socket.getLocalPort() + " is taken");
        }
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("t", Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker, Map<String, Object> more) {
        var properties = new HashMap<String, Object>(more);
        properties.put("bootstrap.servers", broker.bootstrapServers());
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    private static void writeInTransaction(EmbeddedBroker broker, String... values) {
        try (var producer = producer(broker, Map.of("transactional.id", "test"))) {
            producer.initTransactions();
            producer.beginTransaction();
            // A failed send fails the commit.
            for (String value : values) {
                var unused = producer.send(new ProducerRecord<>("t", 0, LONG_AGO, "k", value));
            }
            producer.commitTransaction();
        }
    }

    private static List<String> readAll(EmbeddedBroker broker, String group) {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("t"));
            while (consumer.assignment().isEmpty()
                    || consumer.currentLag(consumer.assignment().iterator().next())
                                    .orElse(1)
                            > 0) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    values.add(record.value());
                }
            }
            consumer.commitSync();
        }
        return values;
    }
}
