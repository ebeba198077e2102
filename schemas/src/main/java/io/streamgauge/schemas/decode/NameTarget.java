package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.FeatureSlot;

/** The value names something: the id of the event or the version of the model. Numbers are taken by their text. */
enum NameTarget implements Target {
    ID {
        @Override
        void put(EventBuffer out, String name) {
            out.id(name);
        }

        @Override
        void put(EventBuffer out, byte[] utf8, int offset, int length) {
            out.id(utf8, offset, length);
        }
    },
    VERSION {
        @Override
        void put(EventBuffer out, String name) {
            out.version(name);
        }

        @Override
        void put(EventBuffer out, byte[] utf8, int offset, int length) {
            out.version(utf8, offset, length);
        }
    };

    /** What is longer is no name; a cut name could be another's. */
    private static final int MAX_BYTES = 4096;

    abstract void put(EventBuffer out, String name);

    abstract void put(EventBuffer out, byte[] utf8, int offset, int length);

    @Override
    public void nothing(EventBuffer out) {}

    @Override
    public void integer(EventBuffer out, long value) {
        put(out, Long.toString(value));
    }

    @Override
    public void number(EventBuffer out, double value) {
        put(out, FeatureSlot.textOf(value));
    }

    @Override
    public void bool(EventBuffer out, boolean value) {
        put(out, Boolean.toString(value));
    }

    @Override
    public void text(EventBuffer out, byte[] utf8, int offset, int length) {
        if (length <= MAX_BYTES) {
            put(out, utf8, offset, length);
        }
    }

    @Override
    public void instant(EventBuffer out, long millis) {
        put(out, Long.toString(millis));
    }

    @Override
    public void other(EventBuffer out) {}
}
