package io.streamgauge.topology.join;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Some groups whose last row falls into the same step of event time, kept under one key: a key for each row would cost a write for each.
 * Mutable.
 */
final class GroupChunk implements JoinValue {
    /** With small chunks that change together little is written twice. */
    static final int MOST_GROUPS = 256;

    final Bytes key;
    /** A group keeps its slot; null in that of one that is gone. */
    final List<@Nullable Group> groups = new ArrayList<>();
    /** The generation of the state in which this chunk was last announced as changed. */
    long announced = -1;

    GroupChunk(Bytes key) {
        this.key = key;
    }

    /** Takes in a group, or, of null, the slot of one that is gone. */
    void add(@Nullable Group group) {
        groups.add(group);
        if (group != null) {
            group.chunk = this;
        }
    }

    boolean isFull() {
        return groups.size() >= MOST_GROUPS;
    }
}
