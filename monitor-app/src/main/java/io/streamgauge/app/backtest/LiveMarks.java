package io.streamgauge.app.backtest;

import io.streamgauge.topology.local.LogOrder;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.Silence;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the partials topic of the live service says about its partitions: where each was idle, and in which order they were heard. A
 * wall clock decided that once; a replay repeats it.
 */
final class LiveMarks implements LogOrder {
    private final Map<Key, Long> places = new HashMap<>();
    private final Map<SourcePartition, NavigableSet<Long>> idleAfter = new HashMap<>();
    private final Map<SourcePartition, NavigableMap<Long, NavigableSet<Long>>> silentAfter = new HashMap<>();
    private long records;

    /** @param untilMs of a silence; of a mark 0 */
    private record Key(SourcePartition from, String kind, long lastOffset, long untilMs) {}

    static LiveMarks of(LiveLog log, String partialsTopic) {
        var marks = new LiveMarks();
        log.forEach(partialsTopic, ShuffledFormat.serde().deserializer(), marks::take);
        return marks;
    }

    private void take(Shuffled record) {
        records++;
        if (record instanceof Mark mark) {
            places.putIfAbsent(key(mark), records);
            if (mark.kind() == Mark.Kind.IDLE) {
                idleAfter
                        .computeIfAbsent(mark.from(), absent -> new TreeSet<>())
                        .add(mark.accounting().lastOffset());
            }
        } else if (record instanceof Silence silence) {
            places.putIfAbsent(key(silence), records);
            silentAfter
                    .computeIfAbsent(silence.from(), absent -> new TreeMap<>())
                    .computeIfAbsent(silence.lastOffset(), absent -> new TreeSet<>())
                    .add(silence.untilMs());
        }
    }

    /** Up to which event times it was said that nothing came, by the offset of the record before; -1 before the first. */
    NavigableMap<Long, NavigableSet<Long>> silentAfter(SourcePartition partition) {
        return silentAfter.getOrDefault(partition, new TreeMap<>());
    }

    /** Offsets of the records behind which a partition was idle; -1 before its first. */
    NavigableSet<Long> idleAfter(SourcePartition partition) {
        return idleAfter.getOrDefault(partition, new TreeSet<>());
    }

    /** The order matters only where someone was idle; without, event time is as good and needs no whole log. */
    @Override
    public long placeOf(Shuffled said) {
        return idleAfter.isEmpty() ? Long.MIN_VALUE : places.getOrDefault(key(said), Long.MIN_VALUE);
    }

    private static Key key(Shuffled said) {
        if (said instanceof Mark mark) {
            return new Key(mark.from(), mark.kind().name(), mark.accounting().lastOffset(), 0);
        }
        return said instanceof Silence silence
                ? new Key(silence.from(), "SILENCE", silence.lastOffset(), silence.untilMs())
                : new Key(said.from(), "", -1, 0);
    }
}
