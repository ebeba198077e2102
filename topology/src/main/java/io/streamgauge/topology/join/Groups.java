package io.streamgauge.topology.join;

import io.streamgauge.topology.join.GroupIndex.Place;
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

/**
 * The groups of one task of the join: kept in chunks by the time of their last row, found by identifier. Between two calls only the index
 * is held on to, so that the state can let go of chunks that nobody asks for.
 */
final class Groups {
    private final LiveState<JoinValue> state;
    private final long stepMs;
    private final long timeToLiveMs;
    private final GroupIndex index = new GroupIndex();
    /** The chunk of each step that has room. */
    private final Map<Long, Bytes> open = new HashMap<>();

    private final Map<Long, Integer> nextNumber = new HashMap<>();

    Groups(LiveState<JoinValue> state, long stepMs, long timeToLiveMs) {
        this.state = state;
        this.stepMs = stepMs;
        this.timeToLiveMs = timeToLiveMs;
    }

    /** Finds all groups again in the state. */
    void reload() {
        index.clear();
        open.clear();
        nextNumber.clear();
        for (Bytes key : state.keysOf(JoinKeys.allOf(JoinKeys.CHUNK))) {
            List<@Nullable Group> groups = listed(state.peek(key)).groups;
            for (int slot = 0; slot < groups.size(); slot++) {
                Group group = groups.get(slot);
                if (group != null) {
                    index.add(new Place(group.high, group.low, key, slot));
                }
            }
            nextNumber.merge(JoinKeys.number(key), JoinKeys.chunkNumber(key) + 1, Math::max);
        }
    }

    private GroupChunk listed(@Nullable JoinValue value) {
        if (value == null) {
            throw new IllegalStateException("store " + state.name() + " listed a key that it does not hold");
        }
        return (GroupChunk) value;
    }

    /** A group that the row belongs to, null if there is none. */
    @Nullable
    Group touchedBy(Row row) {
        for (Place place = index.first(row.high(), row.low()); place != null; place = index.after(place)) {
            Group group = at(place);
            if (group.touches(row.timeMs(), timeToLiveMs)) {
                return group;
            }
        }
        return null;
    }

    private Group at(Place place) {
        Group group =
                Objects.requireNonNull(listed(state.get(place.chunk())).groups.get(place.slot()));
        group.place = place;
        return group;
    }

    void start(Row row) {
        add(Group.of(row));
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
            remove(other);
        }
        announce(Objects.requireNonNull(group.chunk));
    }

    private List<Group> others(Group group, Row row) {
        List<Group> others = List.of();
        for (Place place = index.first(row.high(), row.low()); place != null; place = index.after(place)) {
            if (place == group.place) {
                continue;
            }
            Group other = at(place);
            if (other.touches(row.timeMs(), timeToLiveMs)) {
                others = others.isEmpty() ? new ArrayList<>() : others;
                others.add(other);
            }
        }
        return others;
    }

    private void remove(Group group) {
        Place place = Objects.requireNonNull(group.place);
        GroupChunk chunk = Objects.requireNonNull(group.chunk);
        index.remove(place);
        chunk.groups.set(place.slot(), null);
        announce(chunk);
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
            List<@Nullable Group> groups = listed(state.peek(key)).groups;
            state.remove(key);
            open.remove(step, key);
            for (int slot = 0; slot < groups.size(); slot++) {
                Group group = groups.get(slot);
                if (group != null) {
                    index.remove(group.high, group.low, key, slot);
                    if (watermarkMs == Long.MAX_VALUE || group.lastMs + timeToLiveMs < watermarkMs) {
                        last.accept(group);
                    } else {
                        add(group); // it grew since it was placed
                    }
                }
            }
            nextNumber.remove(step);
        }
    }

    /** Puts a group at the end of a chunk of its step. */
    private void add(Group group) {
        long step = Math.floorDiv(group.lastMs, stepMs);
        Bytes key = open.get(step);
        GroupChunk chunk = key == null ? null : listed(state.get(key));
        if (chunk == null || chunk.isFull()) {
            int number = nextNumber.merge(step, 1, Integer::sum) - 1;
            chunk = new GroupChunk(JoinKeys.chunk(step, number));
            open.put(step, chunk.key);
        }
        index.add(new Place(group.high, group.low, chunk.key, chunk.groups.size()));
        chunk.add(group);
        announce(chunk);
    }

    private void announce(GroupChunk chunk) {
        if (chunk.announced != state.generation()) {
            state.put(chunk.key, chunk);
            chunk.announced = state.generation();
        }
    }
}
