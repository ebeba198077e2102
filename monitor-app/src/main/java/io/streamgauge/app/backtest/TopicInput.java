package io.streamgauge.app.backtest;

import io.streamgauge.app.service.GrouplessReads;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.decode.Rejection;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.topology.local.LocalInput;
import io.streamgauge.topology.local.LocalReader;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A range of offsets of one partition, read by a consumer without a group: nothing is committed, no other reader notices. Where the
 * live service said that the partition was idle, the replay says so, too.
 */
final class TopicInput implements LocalInput {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FETCH_BYTES = 4 << 20;

    private final String model;
    private final Source source;
    private final Range range;
    private final Map<String, Object> kafka;
    private final SchemaRegistry registry;
    private final Pace pace;
    private long recordMs;
    private boolean done;

    /**
     * What is read of a partition.
     *
     * @param first offset to begin with
     * @param last offset of the last record, below {@code first} if there is none
     * @param untilMs the partition is done with the first event at or after this time
     * @param maxAheadMs event times further ahead of their record's are no times
     * @param idleAfter offsets of the records behind which the partition was idle; -1 before the first
     * @param silentAfter by the same offsets, up to which event times it was said that nothing came
     */
    record Range(
            TopicPartition partition,
            long first,
            long last,
            long untilMs,
            long maxAheadMs,
            NavigableSet<Long> idleAfter,
            NavigableMap<Long, NavigableSet<Long>> silentAfter) {
        Range {
            idleAfter = new TreeSet<>(idleAfter);
            silentAfter = new TreeMap<>(silentAfter);
        }

        Range between(long from, long to) {
            return new Range(partition, from, to, untilMs, maxAheadMs, idleAfter, silentAfter);
        }
    }

    /** How fast, and who is told. */
    record Pace(RateLimit limit, Progress progress) {}

    TopicInput(
            String model, Source source, Range range, Map<String, Object> kafka, SchemaRegistry registry, Pace pace) {
        this.model = model;
        this.source = source;
        this.range = range;
        this.kafka = kafka;
        this.registry = registry;
        this.pace = pace;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public int partition() {
        return range.partition().partition();
    }

    @Override
    public EventDecoder decoder(SourceMapping mapping) {
        EventDecoder decoder = EventDecoders.of(mapping, registry);
        return new EventDecoder() {
            @Override
            public @Nullable Rejection decode(byte @Nullable [] value, EventBuffer out) {
                Rejection rejection = decoder.decode(value, out);
                if (rejection == null && out.eventTimeMs() >= range.untilMs()) {
                    done |= recordMs < 0 || out.eventTimeMs() <= recordMs + range.maxAheadMs();
                }
                return rejection;
            }

            @Override
            public String change(int schemaBefore, int schema) {
                return decoder.change(schemaBefore, schema);
            }
        };
    }

    @Override
    public void feed(LocalReader into) throws InterruptedException {
        idleBefore(range.first(), into);
        if (range.last() < range.first()) {
            return;
        }
        try (var consumer =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(range.partition()));
            consumer.seek(range.partition(), range.first());
            while (!done && consumer.position(range.partition()) <= range.last()) {
                List<ConsumerRecord<byte[], byte[]>> messages =
                        consumer.poll(POLL).records(range.partition());
                messages.forEach(message -> take(message, into));
                pace.limit().take(messages.size());
                pace.progress().add(messages.size());
                if (Thread.interrupted()) {
                    throw new InterruptedException("the run was given up");
                }
            }
        } catch (InterruptException e) {
            Thread.interrupted();
            throw new InterruptedException("the run was given up");
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> message, LocalReader into) {
        if (!done && message.offset() <= range.last()) {
            recordMs = message.timestamp();
            into.process(message.offset(), message.timestamp(), message.key(), message.value(), message.headers());
            sayNothingCame(message.offset(), into);
        }
    }

    private void sayNothingCame(long afterOffset, LocalReader into) {
        if (range.idleAfter().contains(afterOffset)) {
            into.idle();
        }
        range.silentAfter()
                .getOrDefault(afterOffset, Collections.emptyNavigableSet())
                .forEach(into::silent);
    }

    /** It was idle before what is read begins, and had not awoken. */
    private void idleBefore(long offset, LocalReader into) {
        Long before = range.idleAfter().lower(offset);
        if (before != null && before == offset - 1) {
            sayNothingCame(before, into);
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = GrouplessReads.properties(kafka);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        return properties;
    }
}
