package io.streamgauge.schemas.predicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.event.EventBuffer;
import org.jspecify.annotations.Nullable;

/** A part of a predicate that is a text: which of its {@link Source}s holds it, null if it is unknown. */
@FunctionalInterface
interface TextNode {
    @Nullable
    Source pick(EventBuffer event);

    /** Where the UTF-8 bytes of a text lie. */
    interface Source {
        byte[] bytes(EventBuffer event);

        int offset(EventBuffer event);

        int length(EventBuffer event);
    }

    static TextNode feature(int slot) {
        var source = new Slot(slot);
        return event -> event.isText(slot) ? source : null;
    }

    static TextNode literal(String text) {
        var source = new Literal(text.getBytes(UTF_8));
        return event -> source;
    }

    /** The text in the slot of a feature. */
    record Slot(int index) implements Source {
        @Override
        public byte[] bytes(EventBuffer event) {
            return event.textBytes(index);
        }

        @Override
        public int offset(EventBuffer event) {
            return event.textOffset(index);
        }

        @Override
        public int length(EventBuffer event) {
            return event.textLength(index);
        }
    }

    /** A text that stands in the predicate. */
    final class Literal implements Source {
        private final byte[] utf8;

        Literal(byte[] utf8) {
            this.utf8 = utf8;
        }

        @Override
        public byte[] bytes(EventBuffer event) {
            return utf8;
        }

        @Override
        public int offset(EventBuffer event) {
            return 0;
        }

        @Override
        public int length(EventBuffer event) {
            return utf8.length;
        }
    }
}
