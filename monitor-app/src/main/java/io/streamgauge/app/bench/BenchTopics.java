package io.streamgauge.app.bench;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The input topics: one for all, a short one for the naive topology, which must read its topic to the end. */
final class BenchTopics {
    static final String EVENTS = "bench.events";
    static final String FEW_EVENTS = "bench.few-events";
    static final int PARTITIONS = 2;

    private final String bootstrapServers;
    private final URI registry;

    BenchTopics(String bootstrapServers, URI registry) {
        this.bootstrapServers = bootstrapServers;
        this.registry = registry;
    }

    static String of(Contender contender) {
        return contender.kind() == Contender.Kind.NAIVE ? FEW_EVENTS : EVENTS;
    }

    void load(BenchEvents events, long many, long few) throws IOException, ExecutionException, InterruptedException {
        create(List.of(EVENTS, FEW_EVENTS), PARTITIONS);
        int schemaId;
        try (var client = new RegistryClient(RegistrySettings.of(registry))) {
            schemaId = client.register(EVENTS + "-value", events.schema());
        }
        load(EVENTS, events, schemaId, many);
        load(FEW_EVENTS, events, schemaId, few);
    }

    void create(List<String> names, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private void load(String topic, BenchEvents events, int schemaId, long count) throws IOException {
        var failure = new AtomicReference<@Nullable Exception>();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "linger.ms",
                        20,
                        "batch.size",
                        256 * 1024,
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var row = new EventBuffer(events.features().size());
            for (long event = 0; event < count; event++) {
                byte[] value = WireFormat.encode(schemaId, events.body(event, row));
                var record = new ProducerRecord<byte[], byte[]>(
                        topic, (int) (event % PARTITIONS), events.timeMs(event), null, value);
                Future<?> unused = producer.send(record, (sent, refused) -> failure.compareAndSet(null, refused));
            }
        }
        if (failure.get() != null) {
            throw new IOException("the events of the benchmark could not be written", failure.get());
        }
    }
}
