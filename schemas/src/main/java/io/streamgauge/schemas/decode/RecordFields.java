package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.event.EventBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the fields of a record one after the other. Nearly all fields of nearly all events are a number, a text or a null that goes
 * straight into a feature's slot; for these a code says what to do, so that a record of fifty features is one loop that the compiler
 * sees through, and not hundreds of calls that it cannot.
 */
final class RecordFields {
    private static final int SLOT_BITS = 8;
    private static final int CODE_MASK = 0xf;
    private static final int NULLABLE = 0x10;
    private static final int NULL_LAST = 0x20;

    private static final int OTHER = 0;
    private static final int DOUBLE = 1;
    private static final int FLOAT = 2;
    private static final int INT = 3;
    private static final int LONG = 4;
    private static final int TEXT = 5;

    /** As zigzag has them. */
    private static final int FIRST_BRANCH = 0;

    private static final int SECOND_BRANCH = 2;
    private static final int NOT_DIRECTLY = -1;
    private static final int MOST_BITS = 28;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final AvroReader[] readers;
    private final int[] steps;

    /** @param readers of the fields; all known, as a record that contains itself is complete by now */
    RecordFields(AvroReader[] readers) {
        this.readers = readers;
        this.steps = new int[readers.length];
        for (int i = 0; i < readers.length; i++) {
            steps[i] = step(readers[i]);
        }
    }

    void read(AvroCursor in, EventBuffer out) {
        byte[] bytes = in.bytes();
        int at = in.position();
        for (int i = 0; i < steps.length; i++) {
            int next = readDirectly(steps[i], bytes, at, out);
            if (next == NOT_DIRECTLY) {
                in.moveTo(at);
                readers[i].read(in, out);
                next = in.position();
            }
            at = next;
        }
        in.moveTo(at);
    }

    /**
     * Reads a field without the cursor: its position is a variable that stays in a register, where each read of the cursor waits for the one
     * before to be stored. Gives up at whatever is long, unusual or near the end, and leaves it to the reader of the field.
     *
     * @return the position behind the field
     */
    private static int readDirectly(int step, byte[] bytes, int position, EventBuffer out) {
        if (bytes.length - position <= Long.BYTES) {
            return NOT_DIRECTLY;
        }
        int at = position;
        int slot = step >>> SLOT_BITS;
        if ((step & NULLABLE) != 0) {
            int branch = bytes[at++];
            int ofNull = (step & NULL_LAST) == 0 ? FIRST_BRANCH : SECOND_BRANCH;
            if (branch == ofNull) {
                out.missing(slot);
                return at;
            }
            if (branch != FIRST_BRANCH + SECOND_BRANCH - ofNull) {
                return NOT_DIRECTLY;
            }
        }
        return switch (step & CODE_MASK) {
            case DOUBLE -> {
                out.number(slot, Double.longBitsToDouble((long) LONGS.get(bytes, at)));
                yield at + Long.BYTES;
            }
            case FLOAT -> {
                out.number(slot, Float.intBitsToFloat((int) INTS.get(bytes, at)));
                yield at + Float.BYTES;
            }
            case INT, LONG -> readInteger(slot, bytes, at, out);
            case TEXT -> readText(slot, bytes, at, out);
            default -> NOT_DIRECTLY;
        };
    }

    /** A number that is an int, in at most four bytes. */
    private static int readInteger(int slot, byte[] bytes, int position, EventBuffer out) {
        int at = position;
        int zigzag = 0;
        for (int shift = 0; shift < MOST_BITS; shift += 7) {
            int next = bytes[at++];
            zigzag |= (next & 0x7f) << shift;
            if (next >= 0) {
                out.number(slot, (zigzag >>> 1) ^ -(zigzag & 1));
                return at;
            }
        }
        return NOT_DIRECTLY;
    }

    /** A text whose length has one byte. */
    private static int readText(int slot, byte[] bytes, int at, EventBuffer out) {
        int zigzag = bytes[at];
        int length = zigzag >>> 1;
        if (zigzag < 0 || (zigzag & 1) != 0 || length > bytes.length - at - 1) {
            return NOT_DIRECTLY;
        }
        out.text(slot, bytes, at + 1, length);
        return at + 1 + length;
    }

    private static int step(AvroReader reader) {
        if (reader instanceof AvroReader.IntoSlot direct) {
            return code(direct);
        }
        if (reader instanceof AvroReader.OfUnion union && union.branches().length == 2) {
            AvroReader first = union.branches()[0];
            AvroReader last = union.branches()[1];
            if (first instanceof AvroReader.MissingSlot && last instanceof AvroReader.IntoSlot value) {
                return code(value) | NULLABLE;
            }
            if (last instanceof AvroReader.MissingSlot && first instanceof AvroReader.IntoSlot value) {
                return code(value) | NULLABLE | NULL_LAST;
            }
        }
        return OTHER;
    }

    private static int code(AvroReader.IntoSlot direct) {
        int code = switch (direct.kind()) {
            case DOUBLE -> DOUBLE;
            case FLOAT -> FLOAT;
            case INT -> INT;
            case LONG -> LONG;
            case TEXT -> TEXT;
        };
        return direct.slot() << SLOT_BITS | code;
    }
}
