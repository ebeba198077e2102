package io.streamgauge.app.backtest;

import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.GrouplessReads;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Where must reading begin, so that the windows of a range are whole and what was late is known to be late? */
final class TopicRanges {
    private TopicRanges() {}

    /** How long before the range reading begins: the longest window and, twice, how far event and record time may be apart. */
    static Duration warmUp(ModelSettings model, SourceSettings source) {
        Duration longest = model.windows().stream()
                .map(WindowSpec::size)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return longest.plus(source.lateness().multipliedBy(2)).plus(source.maxAhead());
    }

    /** How far rows before a range, and behind it, can have to do with a pair in it. */
    static Duration pairsBeyond(ValueSkewSettings skew) {
        return skew.timeToLive().multipliedBy(2);
    }

    /**
     * First offset of each partition at or after a time of the records; of all there is where {@code fromMs} is null. Event times
     * are at most {@code maxAhead} ahead of record times, so that no event of the range lies before it.
     */
    static Map<TopicPartition, Long> begin(
            Connections connections, Collection<TopicPartition> partitions, @Nullable Long fromMs) {
        Map<String, Object> properties = GrouplessReads.properties(connections.kafka());
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> begin = new HashMap<>(consumer.beginningOffsets(partitions));
            if (fromMs != null) {
                Map<TopicPartition, Long> times = new HashMap<>();
                List.copyOf(partitions).forEach(partition -> times.put(partition, Math.max(0, fromMs)));
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                consumer.offsetsForTimes(times)
                        .forEach((partition, found) -> begin.put(partition, offset(found, ends.get(partition))));
            }
            return begin;
        }
    }

    /** Nothing was written since: reading begins behind the end. */
    private static long offset(@Nullable OffsetAndTimestamp found, @Nullable Long end) {
        if (found != null) {
            return found.offset();
        }
        return end == null ? 0 : end;
    }
}
