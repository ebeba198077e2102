package io.streamgauge.topology.join;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the groups of an identifier. Derived from the chunks; lives in memory. */
final class GroupIndex {
    private final Map<Key, Group> first = new HashMap<>();

    private record Key(long high, long low) {
        @Override
        public int hashCode() {
            return (int) high; // a hash already
        }
    }

    void clear() {
        first.clear();
    }

    /** The first group of the identifier; the others follow it. */
    @Nullable
    Group groupsOf(long high, long low) {
        return first.get(new Key(high, low));
    }

    void add(Group group) {
        group.next = first.put(new Key(group.high, group.low), group);
    }

    void remove(Group group) {
        var key = new Key(group.high, group.low);
        Group head = first.get(key);
        if (head == group) {
            if (group.next == null) {
                first.remove(key);
            } else {
                first.put(key, group.next);
            }
            return;
        }
        while (head != null && head.next != group) {
            head = head.next;
        }
        if (head != null) {
            head.next = group.next;
        }
    }
}
