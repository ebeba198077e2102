package io.streamgauge.statistics.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which movements of the mean count as a change. */
enum Direction {
    UP,
    DOWN,
    BOTH;

    boolean up() {
        return this != DOWN;
    }

    boolean down() {
        return this != UP;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(Direction::word).collect(Collectors.joining(", "));
    }
}
