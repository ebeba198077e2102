package io.streamgauge.schemas.serde;

import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Generic Avro records in Confluent's wire format: byte for byte what Confluent's own serializer writes. Null stands for null.
 *
 * <p>Reading throws {@code SerializationException} for bytes that are no such record ({@link UnknownSchemaException} when only the
 * schema is missing) and {@link RegistryUnavailableException} when that could not be found out. One instance may be shared by all
 * threads; it starts out for values, {@link #configure} with {@code isKey} makes it one for keys. Closing it leaves the registry
 * open: whoever made the registry closes it.
 */
public final class RegistrySerde implements Serde<GenericRecord> {
    private final RecordWriter writer;
    private final RecordReader reader;

    private RegistrySerde(SchemaRegistry registry, SerdeSettings settings) {
        this.writer = new RecordWriter(registry, settings);
        this.reader = new RecordReader(registry, settings.reader());
    }

    public static RegistrySerde of(SchemaRegistry registry, SerdeSettings settings) {
        return new RegistrySerde(registry, settings);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        writer.configure(configs, isKey);
    }

    @Override
    public Serializer<GenericRecord> serializer() {
        return writer;
    }

    @Override
    public Deserializer<GenericRecord> deserializer() {
        return reader;
    }
}
