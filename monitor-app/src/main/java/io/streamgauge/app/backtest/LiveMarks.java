package io.streamgauge.app.backtest;

import io.streamgauge.topology.local.LogOrder;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What the partials topic of the live service says about its partitions: where each was idle, and in which order they were heard. A
 * wall clock decided that once; a replay repeats it.
 */
final class LiveMarks implements LogOrder {
    private final Map<Key, Long> places = new HashMap<>();
    private final Map<SourcePartition, NavigableSet<Long>> idleAfter = new HashMap<>();
    private long records;

    private record Key(SourcePartition from, Mark.Kind kind, long lastOffset) {}

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
        }
    }

    /** Offsets of the records behind which a partition was idle; -1 before its first. */
    NavigableSet<Long> idleAfter(SourcePartition partition) {
        return idleAfter.getOrDefault(partition, new TreeSet<>());
    }

    /** The order matters only where someone was idle; without, event time is as good and needs no whole log. */
    @Override
    public long placeOf(Mark mark) {
        return idleAfter.isEmpty() ? Long.MIN_VALUE : places.getOrDefault(key(mark), Long.MIN_VALUE);
    }

    private static Key key(Mark mark) {
        return new Key(mark.from(), mark.kind(), mark.accounting().lastOffset());
    }
}
