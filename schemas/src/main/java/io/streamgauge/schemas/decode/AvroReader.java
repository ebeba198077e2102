package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the value of one writer's schema at the cursor and puts what is mapped into the buffer. */
interface AvroReader {
    void read(AvroCursor in, EventBuffer out);

    /** The fields of a record, one after the other. Filled after construction, as a record may contain itself. */
    final class OfRecord implements AvroReader {
        final AvroReader[] fields;
        private @Nullable RecordFields compiled;

        OfRecord(int size) {
            fields = new AvroReader[size];
        }

        @Override
        public void read(AvroCursor in, EventBuffer out) {
            if (compiled == null) {
                compiled = new RecordFields(fields);
            }
            in.enter();
            compiled.read(in, out);
            in.leave();
        }
    }

    /** A value that is of its feature's type. */
    record IntoSlot(Kind kind, int slot) implements AvroReader {
        enum Kind {
            DOUBLE,
            FLOAT,
            INT,
            LONG,
            TEXT
        }

        @Override
        public void read(AvroCursor in, EventBuffer out) {
            switch (kind) {
                case DOUBLE -> out.number(slot, in.readDouble());
                case FLOAT -> out.number(slot, in.readFloat());
                case INT -> out.number(slot, in.readInt());
                case LONG -> out.number(slot, (double) in.readLong());
                case TEXT -> {
                    int length = in.readLength();
                    out.text(slot, in.bytes(), in.skip(length), length);
                }
            }
        }
    }

    /** A null where a feature's value is wanted. */
    record MissingSlot(int slot) implements AvroReader {
        @Override
        public void read(AvroCursor in, EventBuffer out) {
            out.missing(slot);
        }
    }

    /** The branch that the datum names. */
    final class OfUnion implements AvroReader {
        private final AvroReader[] branches;

        OfUnion(AvroReader[] branches) {
            this.branches = branches;
        }

        AvroReader[] branches() {
            return branches;
        }

        @Override
        public void read(AvroCursor in, EventBuffer out) {
            branches[in.readIndex(branches.length)].read(in, out);
        }
    }

    /** Every item by the same reader. */
    record OfArray(AvroReader item) implements AvroReader {
        @Override
        public void read(AvroCursor in, EventBuffer out) {
            read(item, in, out);
        }

        /** Reads a list; how many items it has. */
        static int read(AvroReader item, AvroCursor in, EventBuffer out) {
            in.enter();
            int items = 0;
            for (int count = in.readBlock(); count > 0; count = in.readBlock()) {
                for (int i = 0; i < count; i++) {
                    item.read(in, out);
                }
                items += count;
            }
            in.leave();
            return items;
        }
    }

    /** A list whose values are kept. */
    final class OfKeptList implements AvroReader {
        private final AvroReader item;
        private final FeatureType kind;
        private final Target target;
        private final EventBuffer one = new EventBuffer(1);

        OfKeptList(AvroReader item, FeatureType kind, Target target) {
            this.item = item;
            this.kind = kind;
            this.target = target;
        }

        @Override
        public void read(AvroCursor in, EventBuffer out) {
            List<@Nullable Object> items = new ArrayList<>();
            int length = OfArray.read(
                    (cursor, unused) -> {
                        one.clear();
                        item.read(cursor, one);
                        items.add(
                                one.isNumber(0)
                                        ? Double.valueOf(one.number(0))
                                        : one.isBoolean(0) ? Boolean.valueOf(one.bool(0)) : one.text(0));
                    },
                    in,
                    out);
            target.list(out, kind, length);
            target.items(out, items);
        }
    }

    /** Entries by their key, the others skipped. */
    final class OfMap implements AvroReader {
        private final KeyIndex keys;
        private final AvroReader[] values;
        private final AvroReader skip;

        OfMap(Map<String, AvroReader> wanted, AvroReader skip) {
            this.keys = new KeyIndex(wanted.keySet().toArray(String[]::new));
            this.values = wanted.values().toArray(AvroReader[]::new);
            this.skip = skip;
        }

        @Override
        public void read(AvroCursor in, EventBuffer out) {
            in.enter();
            int expected = 0;
            for (int count = in.readBlock(); count > 0; count = in.readBlock()) {
                for (int i = 0; i < count; i++) {
                    int length = in.readLength();
                    int key = keys.indexOf(in.bytes(), in.skip(length), length, expected);
                    if (key >= 0) {
                        values[key].read(in, out);
                        expected = key + 1;
                    } else {
                        skip.read(in, out);
                    }
                }
            }
            in.leave();
        }
    }
}
