package io.streamgauge.app.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The size bounds of what one row may hold: rows come from topics, so nothing about their size can be taken on trust. */
final class Cut {
    private static final int NAME_LENGTH = 256;
    private static final int TEXT_LENGTH = 2_048;
    private static final int ITEMS = 64;

    private Cut() {}

    static String name(String value) {
        return cut(value, NAME_LENGTH);
    }

    static @Nullable String nameOrNull(@Nullable String value) {
        return value == null ? null : name(value);
    }

    static String text(String value) {
        return cut(value, TEXT_LENGTH);
    }

    static @Nullable String textOrNull(@Nullable String value) {
        return value == null ? null : text(value);
    }

    /** The last items, since histories are written oldest first and the newest entries matter. */
    static <T> List<T> last(List<T> items) {
        return List.copyOf(items.subList(Math.max(0, items.size() - ITEMS), items.size()));
    }

    static <T> List<T> first(List<T> items) {
        return List.copyOf(items.subList(0, Math.min(ITEMS, items.size())));
    }

    private static String cut(String value, int limit) {
        if (value.length() <= limit) {
            return value;
        }
        // Half a surrogate pair is not valid UTF-8 and would break the JSON it ends up in.
        var end = Character.isHighSurrogate(value.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return value.substring(0, end) + "…";
    }
}
