package io.streamgauge.statistics.profile;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;

/**
 * In which slots of an interval did anything happen? One bit for each slot, so that two of the same interval are merged by "or": the
 * result depends neither on the order of events nor on how they were partitioned.
 *
 * <p>A slot is a minute, where the interval is made of whole minutes and of {@value #MOST_SLOTS} at most; of longer ones the least number of minutes
 * that divides it into so many; of an interval that is not made of minutes all of it. Immutable.
 */
public final class Occupancy {
    /** Nothing is known to have happened. */
    public static final Occupancy NONE = new Occupancy(new byte[0]);

    private static final int MOST_SLOTS = 1440;
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    /** Least significant bit first, without zero bytes at the end. */
    private final byte[] bits;

    private Occupancy(byte[] bits) {
        this.bits = bits;
    }

    /** Length of the slots of an interval so long; it divides the interval. */
    public static long slotMs(long intervalMs) {
        if (intervalMs % MINUTE_MS != 0) {
            return intervalMs;
        }
        long minutes = intervalMs / MINUTE_MS;
        long length = 1;
        while (minutes % length != 0 || minutes / length > MOST_SLOTS) {
            length++;
        }
        return length * MINUTE_MS;
    }

    /** The slots whose bits are set. */
    public static Occupancy of(BitSet busy) {
        return busy.isEmpty() ? NONE : new Occupancy(busy.toByteArray());
    }

    /** What {@link #toBytes} gave. */
    public static Occupancy of(byte[] bytes) {
        return of(BitSet.valueOf(bytes));
    }

    /** Both together. */
    public Occupancy or(Occupancy other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        BitSet both = slots();
        both.or(other.slots());
        return of(both);
    }

    /**
     * The same in a larger interval that begins so much earlier, with slots of its own.
     *
     * @param startMs where this interval begins in the larger one
     * @param slotMs length of the slots here
     * @param largerSlotMs length of the slots there; a slot goes where it begins
     */
    public Occupancy within(long startMs, long slotMs, long largerSlotMs) {
        var moved = new BitSet();
        slots().stream().forEach(slot -> moved.set((int) ((startMs + slot * slotMs) / largerSlotMs)));
        return of(moved);
    }

    public boolean isEmpty() {
        return bits.length == 0;
    }

    /** The busy slots, the first one is 0; a copy. */
    public BitSet slots() {
        return BitSet.valueOf(bits);
    }

    /** As many bytes as it takes to hold the last busy slot; none if there is none. */
    public byte[] toBytes() {
        return bits.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Occupancy that && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return "busy " + slots();
    }
}
