package io.streamgauge.topology.join;

import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.state.LiveState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The groups of one task of the join: found by identifier, kept in chunks by the time of their last row. */
final class Groups {
    private final LiveState<JoinValue> state;
    private final long stepMs;
    private final long timeToLiveMs;
    private final GroupIndex index = new GroupIndex();
    /** The state may let objects go and read others in their place; the groups of these are those of the index. */
    private final Map<Bytes, GroupChunk> chunks = new HashMap<>();
    /** The chunk of each step that has room. */
    private final Map<Long, GroupChunk> open = new HashMap<>();

    private final Map<Long, Integer> nextNumber = new HashMap<>();

    Groups(LiveState<JoinValue> state, long stepMs, long timeToLiveMs) {
        this.state = state;
        this.stepMs = stepMs;
        this.timeToLiveMs = timeToLiveMs;
    }

    /** Finds all groups again in the state. */
    void reload() {
        index.clear();
        chunks.clear();
        open.clear();
        nextNumber.clear();
        for (Bytes key : state.keysOf(JoinKeys.allOf(JoinKeys.CHUNK))) {
            var chunk = (GroupChunk) state.get(key);
            if (chunk == null) {
                throw new IllegalStateException("store " + state.name() + " listed a key that it does not hold");
            }
            chunks.put(key, chunk);
            chunk.announced = -1;
            chunk.groups.forEach(index::add);
            nextNumber.merge(JoinKeys.number(key), JoinKeys.chunkNumber(key) + 1, Math::max);
        }
    }

    /** A group that the row belongs to, null if there is none. */
    @Nullable
    Group touchedBy(Row row) {
        Group group = index.groupsOf(row.high(), row.low());
        while (group != null && !group.touches(row.timeMs(), timeToLiveMs)) {
            group = group.next;
        }
        return group;
    }

    void start(Row row) {
        var group = new Group(row.high(), row.low(), row.timeMs(), row.timeMs());
        group.serving = row.from().serving() ? 1 : 0;
        group.training = 1 - group.serving;
        group.waiting = row;
        index.add(group);
        place(group);
    }

    /**
     * Takes a row into a group, and with it every other group that the row touches.
     *
     * @param before told of each of the others before it is gone
     */
    void widen(Group group, Row row, Consumer<Group> before) {
        boolean serving = row.from().serving();
        group.widen(row.timeMs(), row.timeMs(), serving ? 1 : 0, serving ? 0 : 1);
        for (Group other : others(group, row)) {
            before.accept(other);
            group.widen(other.firstMs, other.lastMs, other.serving, other.training);
            index.remove(other);
            unplace(other);
        }
        changed(group);
    }

    private List<Group> others(Group group, Row row) {
        List<Group> others = new ArrayList<>();
        for (Group other = index.groupsOf(row.high(), row.low()); other != null; other = other.next) {
            if (other != group && other.touches(row.timeMs(), timeToLiveMs)) {
                others.add(other);
            }
        }
        return others;
    }

    /** Lets go of the groups that no row before the watermark can touch. */
    void expire(long watermarkMs, Consumer<Group> last) {
        Bytes behind = JoinKeys.allOf(JoinKeys.CHUNK + 1);
        for (Bytes key = state.firstKey(JoinKeys.allOf(JoinKeys.CHUNK), behind);
                key != null;
                key = state.firstKey(key, behind)) {
            long step = JoinKeys.number(key);
            if (watermarkMs != Long.MAX_VALUE && (step + 1) * stepMs + timeToLiveMs > watermarkMs) {
                break;
            }
            GroupChunk chunk = Objects.requireNonNull(chunks.remove(key));
            state.remove(key);
            open.remove(step, chunk);
            for (Group group : chunk.groups) {
                if (watermarkMs == Long.MAX_VALUE || group.lastMs + timeToLiveMs < watermarkMs) {
                    last.accept(group);
                    index.remove(group);
                } else {
                    place(group); // it grew since it was placed
                }
            }
            nextNumber.remove(step);
        }
    }

    private void place(Group group) {
        long step = Math.floorDiv(group.lastMs, stepMs);
        GroupChunk chunk = open.get(step);
        if (chunk == null || chunk.groups.size() >= GroupChunk.MOST_GROUPS) {
            int number = nextNumber.merge(step, 1, Integer::sum) - 1;
            chunk = new GroupChunk(JoinKeys.chunk(step, number));
            chunks.put(chunk.key, chunk);
            open.put(step, chunk);
        }
        chunk.add(group);
        changed(group);
    }

    private void unplace(Group group) {
        GroupChunk chunk = group.chunk;
        if (chunk != null) {
            chunk.groups.remove(group);
            announce(chunk);
        }
    }

    private void changed(Group group) {
        GroupChunk chunk = group.chunk;
        if (chunk != null) {
            announce(chunk);
        }
    }

    private void announce(GroupChunk chunk) {
        if (chunk.announced != state.generation()) {
            state.put(chunk.key, chunk);
            chunk.announced = state.generation();
        }
    }
}
