package io.streamgauge.topology.join;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Where the groups of an identifier are. The only thing of the join that must be in memory: some sixty bytes for each group, whatever its
 * rows hold. Derived from the chunks. A hash table whose entries are its own lists, as an object more for each group would be felt.
 */
final class GroupIndex {
    private static final int FIRST_SIZE = 1024;

    /** A power of two of them. */
    private @Nullable Place[] buckets = new Place[FIRST_SIZE];

    private int size;

    /** A slot of a chunk that holds a group of an identifier. */
    static final class Place {
        private final long high;
        private final long low;
        private final Bytes chunk;
        private final int slot;
        private @Nullable Place next;

        Place(long high, long low, Bytes chunk, int slot) {
            this.high = high;
            this.low = low;
            this.chunk = chunk;
            this.slot = slot;
        }

        Bytes chunk() {
            return chunk;
        }

        int slot() {
            return slot;
        }

        private boolean isOf(long otherHigh, long otherLow) {
            return low == otherLow && high == otherHigh;
        }

        private boolean is(long otherHigh, long otherLow, Bytes otherChunk, int otherSlot) {
            return isOf(otherHigh, otherLow) && slot == otherSlot && chunk.equals(otherChunk);
        }
    }

    void clear() {
        buckets = new Place[FIRST_SIZE];
        size = 0;
    }

    /** The first place of the identifier, null if there is none. */
    @Nullable
    Place first(long high, long low) {
        return among(buckets[bucket(low)], high, low);
    }

    /** The next place of the same identifier, null if there is none. */
    @Nullable
    Place after(Place place) {
        return among(place.next, place.high, place.low);
    }

    private static @Nullable Place among(@Nullable Place from, long high, long low) {
        Place place = from;
        while (place != null && !place.isOf(high, low)) {
            place = place.next;
        }
        return place;
    }

    void add(Place place) {
        if (2 * size >= buckets.length) {
            grow(); // each entry of a chain is a miss of the cache
        }
        size++;
        link(place);
    }

    void remove(Place place) {
        remove(place.high, place.low, place.chunk, place.slot);
    }

    /** Forgets that a slot of a chunk holds a group of the identifier; does nothing if it is not known to. */
    void remove(long high, long low, Bytes chunk, int slot) {
        int bucket = bucket(low);
        Place before = null;
        Place at = buckets[bucket];
        while (at != null && !at.is(high, low, chunk, slot)) {
            before = at;
            at = at.next;
        }
        if (at == null) {
            return;
        }
        size--;
        if (before == null) {
            buckets[bucket] = at.next;
        } else {
            before.next = at.next;
        }
    }

    private void grow() {
        @Nullable Place[] all = buckets;
        buckets = new Place[2 * all.length];
        for (Place head : all) {
            Place place = head;
            while (place != null) {
                Place next = place.next;
                link(place);
                place = next;
            }
        }
    }

    private void link(Place place) {
        int bucket = bucket(place.low);
        place.next = buckets[bucket];
        buckets[bucket] = place;
    }

    /** Half of a hash is a hash. */
    private int bucket(long low) {
        return (int) low & (buckets.length - 1);
    }
}
