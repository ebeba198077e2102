package io.streamgauge.schemas.serde;

import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Which serializer does a user want instead of ours? The plug-in point for Confluent's own classes and for registries with another
 * wire format: names of a Kafka {@code Serializer} and {@code Deserializer} on the class path, that write and read Avro's
 * {@code GenericRecord}, and the properties that they are configured with (credentials among them: never log these).
 *
 * <p>Such classes need not be thread-safe (Confluent's are not promised to be), while Kafka Streams shares a serde between its
 * threads: so each thread gets a serializer and a deserializer of its own. Thread-safe.
 */
public final class ExternalSerde implements Serde<GenericRecord> {
    private final Writing serializer;
    private final Reading deserializer;

    private ExternalSerde(Writing serializer, Reading deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /**
     * Creates and configures both for record values.
     *
     * @throws IllegalArgumentException naming the class, if it is missing, of another kind, or refuses the properties
     */
    public static ExternalSerde of(String serializer, String deserializer, Map<String, ?> properties) {
        return of(serializer, deserializer, properties, contextLoader());
    }

    /** As {@link #of(String, String, Map)}, with the classes from {@code loader}. */
    // What a plug-in makes of GenericRecord is its own affair: the type argument cannot be checked.
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static ExternalSerde of(
            String serializer, String deserializer, Map<String, ?> properties, ClassLoader loader) {
        var writing = new PluginClass<Serializer>(
                serializer, Serializer.class, loader, properties, (made, given) -> made.configure(given, false));
        var reading = new PluginClass<Deserializer>(
                deserializer, Deserializer.class, loader, properties, (made, given) -> made.configure(given, false));
        return new ExternalSerde(
                new Writing(new PerThread<>(() -> (Serializer<GenericRecord>) writing.instance())),
                new Reading(new PerThread<>(() -> (Deserializer<?>) reading.instance())));
    }

    @Override
    public Serializer<GenericRecord> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<GenericRecord> deserializer() {
        return deserializer;
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }

    private static ClassLoader contextLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader != null ? loader : ClassLoader.getSystemClassLoader();
    }

    private record Writing(PerThread<Serializer<GenericRecord>> own) implements Serializer<GenericRecord> {
        @Override
        public byte @Nullable [] serialize(String topic, @Nullable GenericRecord data) {
            return own.get().serialize(topic, data);
        }

        @Override
        public byte @Nullable [] serialize(String topic, Headers headers, @Nullable GenericRecord data) {
            return own.get().serialize(topic, headers, data);
        }

        @Override
        public void close() {
            own.closeAll(Serializer::close);
        }
    }

    /** Makes a deserializer that yields other objects fail where it is called, not somewhere behind. */
    private record Reading(PerThread<Deserializer<?>> own) implements Deserializer<GenericRecord> {
        @Override
        public @Nullable GenericRecord deserialize(String topic, byte @Nullable [] data) {
            return checked(own.get().deserialize(topic, data));
        }

        @Override
        public @Nullable GenericRecord deserialize(String topic, Headers headers, byte @Nullable [] data) {
            return checked(own.get().deserialize(topic, headers, data));
        }

        @Override
        public void close() {
            own.closeAll(Deserializer::close);
        }

        private @Nullable GenericRecord checked(@Nullable Object value) {
            if (value == null || value instanceof GenericRecord) {
                return (GenericRecord) value;
            }
            throw new SerializationException(own.get().getClass().getName() + " yields "
                    + value.getClass().getName() + ", not GenericRecord");
        }
    }
}
