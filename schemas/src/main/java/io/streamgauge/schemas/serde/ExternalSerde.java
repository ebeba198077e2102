package io.streamgauge.schemas.serde;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Which serializer does a user want instead of ours? The plug-in point for Confluent's own classes and for registries with another
 * wire format: names of a Kafka {@code Serializer} and {@code Deserializer} on the class path, that write and read Avro's
 * {@code GenericRecord}, and the properties that they are configured with (credentials among them: never log these).
 *
 * <p>Unlike {@link RegistrySerde}, such classes need not be thread-safe (Confluent's are not promised to be): make one for each
 * thread.
 */
public final class ExternalSerde implements Serde<GenericRecord> {
    private final Serializer<GenericRecord> serializer;
    private final Deserializer<GenericRecord> deserializer;

    private ExternalSerde(Serializer<GenericRecord> serializer, Deserializer<GenericRecord> deserializer) {
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
    public static ExternalSerde of(
            String serializer, String deserializer, Map<String, ?> properties, ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Kafka's configuration looks classes that are named in properties up there.
        thread.setContextClassLoader(loader);
        try {
            // What a plug-in makes of GenericRecord is its own affair: the type argument cannot be checked.
            @SuppressWarnings("unchecked")
            Serializer<GenericRecord> writing = create(serializer, Serializer.class, loader);
            Deserializer<?> reading = create(deserializer, Deserializer.class, loader);
            configure(serializer, () -> writing.configure(properties, false));
            configure(deserializer, () -> reading.configure(properties, false));
            return new ExternalSerde(writing, new RecordsOnly(reading));
        } finally {
            thread.setContextClassLoader(before);
        }
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

    private static <T> T create(String name, Class<T> kind, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            if (!kind.isAssignableFrom(type)) {
                throw new IllegalArgumentException(name + " is no " + kind.getName());
            }
            return kind.cast(type.getConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("class " + name + " is not on the class path", e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("cannot create " + name + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException("cannot create " + name + ": " + e, e);
        }
    }

    private static void configure(String name, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalArgumentException("cannot configure " + name + ": " + e, e);
        }
    }

    /** Makes a deserializer that yields other objects fail where it is called, not somewhere behind. */
    private record RecordsOnly(Deserializer<?> inner) implements Deserializer<GenericRecord> {
        @Override
        public @Nullable GenericRecord deserialize(String topic, byte @Nullable [] data) {
            Object value = inner.deserialize(topic, data);
            if (value == null || value instanceof GenericRecord) {
                return (GenericRecord) value;
            }
            throw new SerializationException(
                    inner.getClass().getName() + " yields " + value.getClass().getName() + ", not GenericRecord");
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
