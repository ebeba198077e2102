package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.topology.settings.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One record in a thousand is damaged in one of twelve ways. The monitor goes on without a restart, says what is wrong with each, and says
 * of the others what it says without them.
 */
class BadInputIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int HOURS = 120;
    private static final int ONE_IN = 1000;
    private static final Topics TOPICS =
            Topics.of(ShopMonitor.APPLICATION, "streamgauge.rejected", "streamgauge.alerts");

    @TempDir
    private Path dir;

    private record Found(List<String> profiles, List<String> scores, List<String> reasons) {}

    @Test
    void damagedRecordsLeaveNoTraceButTheirOwn() throws Exception {
        Found with = found(Files.createDirectory(dir.resolve("with")), true);
        Found without = found(Files.createDirectory(dir.resolve("without")), false);

        assertThat(with.reasons()).containsExactlyInAnyOrderElementsOf(expectedReasons());
        assertThat(without.reasons()).isEmpty();
        assertThat(with.profiles()).hasSizeGreaterThan(2 * (HOURS - 2)).isEqualTo(without.profiles());
        assertThat(with.scores()).hasSizeGreaterThan(1000).isEqualTo(without.scores());
    }

    private static List<String> expectedReasons() {
        var reasons = new ArrayList<String>();
        for (int i = 0; i < HOURS * ShopOrders.PER_HOUR / ONE_IN; i++) {
            Damage damage = damage(i);
            if (damage.reason() != null) {
                reasons.add(damage.reason().name());
            }
        }
        return reasons;
    }

    private static Damage damage(int i) {
        return Damage.values()[i % Damage.values().length];
    }

    private static Found found(Path place, boolean withBad) throws Exception {
        try (var cluster = DevCluster.start(place.resolve("broker"));
                var registry = new RegistryClient(RegistrySettings.of(cluster.registryUrl()))) {
            var shop = new ShopOrders(cluster.bootstrapServers(), cluster.registryUrl());
            shop.createTopics();
            send(cluster.bootstrapServers(), shop, withBad);
            Path config = ShopMonitor.prepare(
                    place, cluster.bootstrapServers(), cluster.registryUrl().toString(), "");
            try (var monitor = Streamgauge.start(place, "run", "--until-end", "--config", config.toString())) {
                assertThat(monitor.exitCode(PATIENCE)).as(monitor.err()).isZero();
                assertThat(monitor.err()).doesNotContain("ERROR");
            }
            String broker = cluster.bootstrapServers();
            return new Found(
                    texts(registry, broker, TOPICS.profiles()).stream()
                            .filter(profile ->
                                    !profile.get("feature").toString().isEmpty())
                            .map(GenericRecord::toString)
                            .sorted()
                            .toList(),
                    texts(registry, broker, TOPICS.scores()).stream()
                            .filter(score -> score.getSchema().getField("metric") == null
                                    || !score.get("metric").toString().contains("rejected"))
                            .map(GenericRecord::toString)
                            .sorted()
                            .toList(),
                    texts(registry, broker, TOPICS.rejected()).stream()
                            .map(rejected -> rejected.get("reason").toString())
                            .toList());
        }
    }

    private static List<GenericRecord> texts(RegistryClient registry, String broker, String topic) {
        return Decoded.records(registry, CommittedRecords.read(broker, List.of(topic)));
    }

    /** Bad records are committed or aborted: either way, those behind them have the same offsets. */
    private static void send(String bootstrapServers, ShopOrders shop, boolean withBad)
            throws ExecutionException, InterruptedException {
        Map<String, Object> plain = Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20);
        Map<String, Object> transactional = Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "damage");
        try (var good = new KafkaProducer<>(plain, new ByteArraySerializer(), new ByteArraySerializer());
                var bad = new KafkaProducer<>(transactional, new ByteArraySerializer(), new ByteArraySerializer());
                var log = CommittedRecords.consumer(
                        bootstrapServers, List.of(ShopOrders.AVRO_TOPIC), "read_uncommitted")) {
            bad.initTransactions();
            int sent = 0;
            long[] ends = new long[ShopOrders.PARTITIONS];
            for (ShopOrders.Order order : ShopOrders.usual(0, HOURS)) {
                int partition = sent % ShopOrders.PARTITIONS;
                var unused = good.send(new ProducerRecord<>(
                        ShopOrders.AVRO_TOPIC, partition, order.atMs(), new byte[] {1}, shop.value(order)));
                ends[partition]++;
                if (++sent % ONE_IN == 0) {
                    good.flush();
                    Damage damage = damage(sent / ONE_IN - 1);
                    byte[] key = damage == Damage.NULL_KEY ? null : new byte[] {1};
                    bad.beginTransaction();
                    bad.send(new ProducerRecord<>(
                                    ShopOrders.AVRO_TOPIC, partition, order.atMs(), key, damage.value(shop, order)))
                            .get();
                    if (withBad || damage.reason() == null) {
                        bad.commitTransaction();
                    } else {
                        bad.abortTransaction();
                    }
                    ends[partition] +=
                            2; // the record, and the mark of the transaction's end, which comes when it comes
                    awaitEnd(log, partition, ends[partition]);
                }
            }
        }
    }

    private static void awaitEnd(KafkaConsumer<byte[], byte[]> log, int partition, long end) {
        var where = new TopicPartition(ShopOrders.AVRO_TOPIC, partition);
        while (log.endOffsets(List.of(where)).get(where) < end) {
            Thread.onSpinWait();
        }
    }
}
