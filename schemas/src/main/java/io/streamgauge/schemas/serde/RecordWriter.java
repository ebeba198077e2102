package io.streamgauge.schemas.serde;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The writing half of {@link RegistrySerde}. Holds no state per record, so that threads may share it. */
final class RecordWriter implements Serializer<GenericRecord> {
    private static final int TYPICAL_SIZE = 512;

    private final SchemaRegistry registry;
    private final SerdeSettings settings;
    // Which header and writer a (topic, schema) has. Subjects are put together only on a miss.
    private final Cache<Target, Plan> plans =
            Caffeine.newBuilder().maximumSize(SchemaLimits.CACHED).build();
    private volatile boolean isKey;

    private record Target(String topic, Schema schema) {}

    private record Plan(int schemaId, GenericDatumWriter<GenericRecord> writer) {}

    RecordWriter(SchemaRegistry registry, SerdeSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        this.isKey = isKey;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable GenericRecord data) {
        if (data == null) {
            return null;
        }
        Plan plan = plan(new Target(topic, data.getSchema()));
        var out = new ByteArrayOutputStream(TYPICAL_SIZE);
        out.writeBytes(WireFormat.header(plan.schemaId));
        try {
            // Direct: the stream is memory already, and a buffering encoder would allocate its buffer for each record.
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            plan.writer.write(data, encoder);
            encoder.flush();
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            // Avro reports a value that does not fit its field by any of these.
            throw new SerializationException(
                    "cannot write a record of " + data.getSchema().getFullName() + " to " + topic + ": "
                            + e.getMessage(),
                    e);
        }
        return out.toByteArray();
    }

    private Plan plan(Target target) {
        Plan plan = plans.getIfPresent(target);
        if (plan == null) {
            // Not inside the cache's loader: that would hold a lock over a call to the registry.
            plan = new Plan(schemaId(target), new GenericDatumWriter<>(target.schema));
            plans.put(target, plan);
        }
        return plan;
    }

    private int schemaId(Target target) {
        String subject = settings.subjects().subject(target.topic, isKey, target.schema);
        return settings.autoRegister()
                ? registry.register(subject, target.schema)
                : registry.idOf(subject, target.schema);
    }
}
