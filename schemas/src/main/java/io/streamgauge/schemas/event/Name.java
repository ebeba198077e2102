package io.streamgauge.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A name given as UTF-8 that becomes a string when it is asked for, and the same string as long as it stays the same: most ids are
 * never asked for, and most events are of one version.
 */
final class Name {
    private static final byte[] NO_BYTES = {};

    private boolean given;
    private byte[] utf8 = NO_BYTES;
    private int offset;
    private int length;
    private String text = "";
    private byte[] textUtf8 = NO_BYTES;

    void clear() {
        given = false;
        utf8 = NO_BYTES; // so that an old record is not held on to
        offset = 0;
        length = 0;
    }

    void set(@Nullable String name) {
        if (name == null) {
            clear();
        } else {
            byte[] bytes = name.getBytes(UTF_8);
            set(bytes, 0, bytes.length);
        }
    }

    /** Keeps a reference to the bytes. */
    void set(byte[] bytes, int start, int size) {
        given = true;
        utf8 = bytes;
        offset = start;
        length = size;
    }

    @Nullable
    String get() {
        if (!given) {
            return null;
        }
        if (!Arrays.equals(textUtf8, 0, textUtf8.length, utf8, offset, offset + length)) {
            textUtf8 = Arrays.copyOfRange(utf8, offset, offset + length);
            text = new String(textUtf8, UTF_8);
        }
        return text;
    }
}
