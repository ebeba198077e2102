package io.streamgauge.app.bench;

import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A loop around {@code poll()}: the least that reading a topic can cost; with decoding, what nearly every consumer of Avro pays. It
 * fetches as the monitor does. Each value becomes a new generic record, as with the usual deserialisers.
 */
final class ConsumerRun implements Run {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Stage stage;
    private final boolean decode;

    ConsumerRun(Stage stage, boolean decode) {
        this.stage = stage;
        this.decode = decode;
    }

    @Override
    public Measurement measure(int repetition) throws Exception {
        Meter meter = stage.newMeter();
        CompletableFuture<@Nullable Void> reading = CompletableFuture.runAsync(() -> read(meter));
        Measurement measurement = meter.await(stage.events(), 1, PATIENCE).with(0);
        reading.get();
        return measurement;
    }

    private void read(Meter meter) {
        try (var consumer =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            for (int i = 0; i < BenchTopics.PARTITIONS; i++) {
                partitions.add(new TopicPartition(BenchTopics.EVENTS, i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Decoding decoding = decode ? new Decoding(stage) : null;
            for (long left = stage.events(); left > 0; ) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (decoding != null && decoding.decode(record.value()).get(0) == null) {
                        throw new IllegalStateException("an event of the benchmark has no id");
                    }
                    meter.count();
                    left--;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("an event of the benchmark cannot be decoded", e);
        }
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<>(MonitorProperties.fetching(stage));
        properties.put("bootstrap.servers", stage.bootstrapServers());
        properties.put("enable.auto.commit", false);
        return properties;
    }

    /** As a deserialiser does it: schema by id, then Avro's generic reader. */
    private static final class Decoding {
        private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();
        private final Stage stage;
        private @Nullable BinaryDecoder decoder;

        Decoding(Stage stage) {
            this.stage = stage;
        }

        GenericRecord decode(byte[] value) throws IOException {
            int id = WireFormat.schemaId(value);
            GenericDatumReader<GenericRecord> reader = readers.get(id);
            if (reader == null) {
                reader = new GenericDatumReader<>(schema(id));
                readers.put(id, reader);
            }
            int start = WireFormat.HEADER_SIZE;
            decoder = DecoderFactory.get().binaryDecoder(value, start, value.length - start, decoder);
            return reader.read(null, decoder);
        }

        private Schema schema(int id) {
            try (var client = new RegistryClient(RegistrySettings.of(stage.registry()))) {
                return client.byId(id);
            }
        }
    }
}
