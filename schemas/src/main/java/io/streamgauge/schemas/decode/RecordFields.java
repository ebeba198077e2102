package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.event.EventBuffer;

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
        for (int i = 0; i < steps.length; i++) {
            int step = steps[i];
            int slot = step >>> SLOT_BITS;
            if ((step & NULLABLE) != 0 && (in.readIndex(2) == 0) == ((step & NULL_LAST) == 0)) {
                out.missing(slot);
                continue;
            }
            switch (step & CODE_MASK) {
                case DOUBLE -> out.number(slot, in.readDouble());
                case FLOAT -> out.number(slot, in.readFloat());
                case INT -> out.number(slot, in.readInt());
                case LONG -> out.number(slot, (double) in.readLong());
                case TEXT -> {
                    int length = in.readLength();
                    out.text(slot, in.bytes(), in.skip(length), length);
                }
                default -> readers[i].read(in, out);
            }
        }
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
