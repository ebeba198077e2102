package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** What goes wrong with a plug-in; that it works is shown with Confluent's classes in {@link ConfluentInteropTest}. */
class ExternalSerdeTest {
    private static final String WRITER = ByteArraySerializer.class.getName();
    private static final String READER = ByteArrayDeserializer.class.getName();

    @Test
    void aMissingClassIsNamed() {
        assertThatThrownBy(() -> ExternalSerde.of("com.example.Missing", READER, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class com.example.Missing is not on the class path");
    }

    @Test
    void aClassOfAnotherKindIsNamed() {
        assertThatThrownBy(() -> ExternalSerde.of(READER, WRITER, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(READER)
                .hasMessageContaining("Serializer");
    }

    @Test
    void aClassThatCannotBeMadeOrConfiguredIsNamed() {
        assertThatThrownBy(() -> ExternalSerde.of(NeedsArgument.class.getName(), READER, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NeedsArgument");
        assertThatThrownBy(() -> ExternalSerde.of(Picky.class.getName(), READER, Map.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Picky")
                .hasMessageContaining("not this");
    }

    @Test
    void aDeserializerOfOtherObjectsFailsWhereItIsCalled() {
        try (var serde = ExternalSerde.of(WRITER, READER, Map.of())) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[1]))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("not GenericRecord");
        }
    }

    @Test
    void eachThreadHasAnInstanceOfItsOwnAndAllAreClosed() throws Exception {
        Counted.MADE.clear();
        Counted.closed.set(0);
        var others = Executors.newSingleThreadExecutor();
        try (var serde = ExternalSerde.of(Counted.class.getName(), READER, Map.of())) {
            others.submit(() -> serde.serializer().serialize("t", null)).get();
            serde.serializer().serialize("t", null);
            serde.serializer().serialize("t", null);
        } finally {
            others.shutdown();
        }

        assertThat(Counted.MADE)
                .hasSize(2)
                .allSatisfy((made, calls) -> assertThat(calls).isPositive());
        assertThat(Counted.closed).hasValue(2);
    }

    public static final class Counted implements Serializer<Object> {
        static final Map<Counted, Integer> MADE = new ConcurrentHashMap<>();
        static final AtomicInteger closed = new AtomicInteger();

        @Override
        public byte[] serialize(String topic, Object data) {
            MADE.merge(this, 1, Integer::sum);
            return new byte[0];
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    public record NeedsArgument(String argument) implements Serializer<Object> {
        @Override
        public byte[] serialize(String topic, Object data) {
            return new byte[0];
        }
    }

    public static final class Picky implements Serializer<Object> {
        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            throw new IllegalArgumentException("not this");
        }

        @Override
        public byte[] serialize(String topic, Object data) {
            return new byte[0];
        }
    }
}
