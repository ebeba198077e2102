package io.streamgauge.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pins what Kafka Streams does with a {@link LiveStore} around a commit. If an upgrade breaks this test, the store loses data at
 * every crash: do not adapt the test, find the new hook.
 */
class CommitOrderTest {
    @TempDir
    private Path state;

    /** Appends each record's value to the text under its key. */
    private static final class Appender implements Processor<String, String, Void, Void> {
        private LiveStore<StringBuilder> store;

        @SuppressWarnings("NullAway.Init")
        Appender() {}

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore("texts");
        }

        @Override
        public void process(Record<String, String> message) {
            var key = LiveStoreTest.key(message.key());
            StringBuilder text = store.get(key);
            if (text == null) {
                store.put(key, new StringBuilder(message.value()));
            } else {
                text.append(message.value());
                store.changed(key);
            }
        }
    }

    private record Appending(StoreBuilder<?> store) implements ProcessorSupplier<String, String, Void, Void> {
        @Override
        public Processor<String, String, Void, Void> get() {
            return new Appender();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store);
        }
    }

    @Test
    void valuesAreWrittenBackBeforeTheCommitOfEachRecord() {
        var inner = new RecordedStore("texts");
        try (var driver = driver(new Prepared(inner))) {
            var input = driver.createInputTopic("input", new StringSerializer(), new StringSerializer());
            input.pipeInput("a", "1");
            input.pipeInput("a", "2");
        }

        assertThat(inner.diary.subList(0, 4)).containsExactly("put a", "commit", "put a", "commit");
    }

    @Test
    void whatIsDirtyStandsInTheChangelogAfterTheCommit() {
        try (var driver = driver(new LiveStoreBuilder<>("texts", new LiveStoreTest.TextFormat()))) {
            var input = driver.createInputTopic("input", new StringSerializer(), new StringSerializer());
            input.pipeInput("a", "1");
            input.pipeInput("a", "2");
            input.pipeInput("b", "1");

            var changelog = driver.createOutputTopic(
                    "commit-order-texts-changelog", new StringDeserializer(), new StringDeserializer());
            assertThat(changelog.readKeyValuesToMap()).isEqualTo(Map.of("a", "12", "b", "1"));
        }
    }

    private TopologyTestDriver driver(StoreBuilder<?> store) {
        var builder = new StreamsBuilder();
        builder.stream("input", Consumed.with(Serdes.String(), Serdes.String()))
                .process(new Appending(store), Named.as("append"));
        Topology topology = builder.build();
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "commit-order");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return new TopologyTestDriver(topology, properties);
    }

    /** Gives out a live store over a store that was made before. */
    private record Prepared(RecordedStore inner) implements StoreBuilder<LiveStore<StringBuilder>> {
        @Override
        public LiveStore<StringBuilder> build() {
            return new LiveStore<>(inner, new LiveStoreTest.TextFormat(), Long.MAX_VALUE);
        }

        @Override
        public StoreBuilder<LiveStore<StringBuilder>> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<LiveStore<StringBuilder>> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<LiveStore<StringBuilder>> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<LiveStore<StringBuilder>> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return inner.name();
        }
    }
}
