package io.streamgauge.app.canary;

import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.GrouplessReads;
import io.streamgauge.app.service.InputEnds;
import io.streamgauge.app.service.StartException;
import io.streamgauge.schemas.decode.CanaryEvent;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.decode.Format;
import io.streamgauge.schemas.decode.Rejection;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.UnknownSchemaException;
import io.streamgauge.schemas.serde.WireFormat;
import io.streamgauge.topology.settings.SourceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** In which form does a topic carry its events? Of Avro, by the schema of the newest record that has one. */
final class CanaryForms {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 20;

    private final Connections connections;
    private final Map<String, Integer> schemaIds = new HashMap<>();

    CanaryForms(Connections connections) {
        this.connections = connections;
    }

    /**
     * Finds the form, and makes sure that the monitor will be able to read it.
     *
     * @throws StartException if there is no record yet, or no event can be made by its schema
     */
    void prepare(SourceSettings source) {
        SourceMapping mapping = source.mapping();
        if (mapping.format() == Format.AVRO) {
            schemaIds.computeIfAbsent(mapping.topic(), topic -> newestSchema(topic, source.partitions()));
        }
        byte[] event = event(source, "canary", System.currentTimeMillis());
        Rejection rejection = EventDecoders.of(mapping, connections.registry())
                .decode(event, new EventBuffer(mapping.features().size()));
        if (rejection != null) {
            throw new StartException("no canary can be made for topic '%s': the monitor would reject it, %s: %s"
                    .formatted(mapping.topic(), rejection.reason(), rejection.detail()));
        }
    }

    byte[] event(SourceSettings source, String name, long nowMs) {
        SourceMapping mapping = source.mapping();
        Integer schemaId = schemaIds.get(mapping.topic());
        if (schemaId == null) {
            return CanaryEvent.json(mapping, name, nowMs);
        }
        try {
            Schema schema = connections.registry().byId(schemaId);
            return CanaryEvent.avro(mapping, schema, schemaId, name, nowMs);
        } catch (UnknownSchemaException | IllegalArgumentException e) {
            throw new StartException(
                    "no canary can be made for topic '%s': %s".formatted(mapping.topic(), e.getMessage()), e);
        }
    }

    private int newestSchema(String topic, int count) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < count; partition++) {
            partitions.add(new TopicPartition(topic, partition));
        }
        Map<TopicPartition, Long> last = new HashMap<>(InputEnds.lastOffsets(connections.kafka(), partitions));
        last.values().removeIf(offset -> offset < 0);
        Map<String, Object> properties = GrouplessReads.properties(connections.kafka());
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(last.keySet());
            last.forEach(consumer::seek);
            ConsumerRecord<byte[], byte[]> newest = null;
            for (int i = 0; i < POLLS && newest == null && !last.isEmpty(); i++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    boolean newer = newest == null || record.timestamp() >= newest.timestamp();
                    newest = newer && hasSchema(record.value()) ? record : newest;
                }
            }
            if (newest == null) {
                throw new StartException("topic '" + topic
                        + "' has no record yet whose schema a canary could be written by: send an event first");
            }
            return WireFormat.schemaId(newest.value());
        }
    }

    private static boolean hasSchema(byte[] value) {
        try {
            return value != null && WireFormat.schemaId(value) >= 0;
        } catch (SerializationException e) {
            return false;
        }
    }
}
