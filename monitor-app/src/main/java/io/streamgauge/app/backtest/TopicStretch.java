package io.streamgauge.app.backtest;

import io.streamgauge.app.service.Connections;
import io.streamgauge.checks.Window;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Which offsets are to be read for a stretch of the log, by time or by offsets? */
final class TopicStretch {
    private final Connections connections;
    private final BoundedInput ends;
    private final TimeRange range;
    private final List<OffsetSpan> spans;

    /**
     * @param ends nothing is read behind them
     * @param spans by offsets; empty for all that the time range asks for
     */
    TopicStretch(Connections connections, BoundedInput ends, TimeRange range, List<OffsetSpan> spans) {
        this.connections = connections;
        this.ends = ends;
        this.range = range;
        this.spans = spans;
    }

    /** The part of the log that a window is of, whatever was asked for. */
    TopicStretch of(Window window) {
        var times = new TimeRange(Instant.ofEpochMilli(window.startMs()), Instant.ofEpochMilli(window.endMs()));
        return new TopicStretch(connections, ends, times, List.of());
    }

    /** Whether anything of a topic is to be read. */
    boolean asksFor(String topic) {
        return spans.isEmpty()
                || spans.stream().anyMatch(span -> span.partition().topic().equals(topic));
    }

    /** Whether there may be something before it. */
    boolean hasBeginning() {
        return range.from() != null;
    }

    /** Windows that end in the range. */
    boolean covers(long endMs) {
        return endMs > fromMs() && endMs <= toMs();
    }

    long fromMs() {
        Instant from = range.from();
        return from == null ? Long.MIN_VALUE : from.toEpochMilli();
    }

    private long toMs() {
        Instant to = range.to();
        return to == null ? Long.MAX_VALUE : to.toEpochMilli();
    }

    /**
     * What each partition of a source has to be read for it.
     *
     * @param beyond how much more of the log matters, before the range and behind it
     */
    List<TopicInput.Range> ranges(ModelSettings model, SourceSettings source, LiveMarks marks, Duration beyond) {
        String topic = source.mapping().topic();
        List<TopicPartition> partitions = new ArrayList<>();
        for (int i = 0; i < source.partitions(); i++) {
            partitions.add(new TopicPartition(topic, i));
        }
        Long fromMs = range.from() == null
                ? null
                : range.from()
                        .minus(TopicRanges.warmUp(model, source))
                        .minus(beyond)
                        .toEpochMilli();
        Map<TopicPartition, Long> begin = TopicRanges.begin(connections, partitions, fromMs);
        long untilMs = range.to() == null
                ? Long.MAX_VALUE
                : range.to().plus(source.lateness()).plus(beyond).toEpochMilli();
        List<TopicInput.Range> all = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long first = begin.getOrDefault(partition, 0L);
            long last = ends.lastOffset(topic, partition.partition());
            var from = new SourcePartition(model.model(), source.source(), topic, partition.partition());
            var whole = new TopicInput.Range(
                    partition,
                    first,
                    last,
                    untilMs,
                    source.maxAhead().toMillis(),
                    marks.idleAfter(from),
                    marks.silentAfter(from));
            all.add(spans.isEmpty() ? whole : within(whole));
        }
        return all;
    }

    /** The part that was asked for by offsets; of partitions that were not asked for, nothing. */
    private TopicInput.Range within(TopicInput.Range whole) {
        return spans.stream()
                .filter(span -> span.partition().equals(whole.partition()))
                .findFirst()
                .map(span -> whole.between(Math.max(whole.first(), span.first()), Math.min(whole.last(), span.last())))
                .orElse(whole.between(0, -1));
    }
}
