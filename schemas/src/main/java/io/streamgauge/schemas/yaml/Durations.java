package io.streamgauge.schemas.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes durations as people do: {@code 90s}, {@code 5m}, {@code 1h30m}, {@code 1d}, {@code 2w}, or ISO. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d{1,13})(ms|s|m|h|d|w)");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,13}(ms|s|m|h|d|w))+");
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Durations() {}

    /**
     * The duration that {@code text} says; never negative, at most a century.
     *
     * @throws IllegalArgumentException if it says none
     */
    public static Duration parse(String text) {
        Duration duration = text.startsWith("P") ? iso(text) : parts(text);
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }

    /** The shortest text that {@link #parse} reads as {@code duration}, such as {@code 90m}. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            if (millis % millisOf(unit) == 0) {
                return millis / millisOf(unit) + unit;
            }
        }
        return millis + "ms";
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an ISO duration", e);
        }
    }

    private static Duration parts(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a duration");
        }
        long millis = 0;
        Matcher part = PART.matcher(text);
        try {
            while (part.find()) {
                long partMillis = Math.multiplyExact(Long.parseLong(part.group(1)), millisOf(part.group(2)));
                millis = Math.addExact(millis, partMillis);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("out of range", e);
        }
        return Duration.ofMillis(millis);
    }

    private static long millisOf(String unit) {
        return switch (unit) {
            case "ms" -> 1L;
            case "s" -> 1_000L;
            case "m" -> 60_000L;
            case "h" -> 3_600_000L;
            case "d" -> 86_400_000L;
            case "w" -> 604_800_000L;
            default -> throw new IllegalStateException("no such unit: " + unit);
        };
    }
}
