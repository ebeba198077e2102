package io.streamgauge.schemas.yaml;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The list of value types that configurations are made of. */
public final class Values {
    public static final ValueType<String> TEXT = new ValueType<>("a text", "-", Values::text);
    public static final ValueType<Boolean> FLAG = new ValueType<>("true or false", false, Values::flag);
    public static final ValueType<Secret> SECRET = new ValueType<>("a text", new Secret("-"), Secret::new);
    public static final ValueType<URI> URL =
            new ValueType<>("a URL such as http://localhost:8081", URI.create("http://localhost"), Values::url);
    public static final ValueType<Instant> INSTANT =
            new ValueType<>("a time such as 1980-01-01T00:00:00Z", Instant.EPOCH, Values::instant);
    public static final ValueType<Path> PATH = new ValueType<>("a path", Path.of("-"), Path::of);
    public static final ValueType<String> TOPIC = matching(
            "a topic name (letters, digits, '.', '_' and '-', at most 249)", "(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

    /** Any text: even an empty one may mean something. */
    public static final ValueType<String> PROPERTY = new ValueType<>("a single value", "-", Function.identity());

    private Values() {}

    /** A text that matches as a whole. */
    public static ValueType<String> matching(String expected, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return new ValueType<>(expected, "-", text -> {
            require(compiled.matcher(text).matches());
            return text;
        });
    }

    /** One of the given words. */
    public static ValueType<String> word(List<String> words) {
        return new ValueType<>("one of " + String.join(", ", words), words.get(0), text -> {
            require(words.contains(text));
            return text;
        });
    }

    /** A constant of {@code type}, written in lower case with dashes. */
    public static <E extends Enum<E>> ValueType<E> constant(Class<E> type) {
        E[] constants = type.getEnumConstants();
        List<String> words = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return new ValueType<>("one of " + String.join(", ", words), constants[0], text -> {
            require(words.contains(text));
            return constants[words.indexOf(text)];
        });
    }

    /** A whole number between {@code min} and {@code max}, both included. */
    public static ValueType<Integer> wholeNumber(int min, int max) {
        String limits = max == Integer.MAX_VALUE ? "of at least " + min : "between " + min + " and " + max;
        return new ValueType<>("a whole number " + limits, Math.max(min, 1), text -> {
            int value = Integer.parseInt(text);
            require(value >= min && value <= max);
            return value;
        });
    }

    /** A whole number of 64 bits. */
    public static ValueType<Long> count() {
        return new ValueType<>("a whole number", 0L, Long::valueOf);
    }

    /** A number between {@code min} and {@code max}, both included. */
    public static ValueType<Double> number(double min, double max) {
        String limits = max == Double.MAX_VALUE ? "of at least " + min : "between " + min + " and " + max;
        return new ValueType<>("a number " + limits, min, text -> {
            require(text.matches("[-+.0-9eE]+"));
            double value = Double.parseDouble(text);
            require(value >= min && value <= max);
            return value;
        });
    }

    /** A duration of at least {@code min}. */
    public static ValueType<Duration> duration(Duration min) {
        String limit = min.isZero() ? "" : " of at least " + Durations.format(min);
        return new ValueType<>("a duration" + limit + " such as 90s, 5m, 1h or 1d", Duration.ofHours(1), text -> {
            Duration value = Durations.parse(text);
            require(value.compareTo(min) >= 0);
            return value;
        });
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not of this type");
        }
    }

    private static String text(String text) {
        require(!text.isBlank());
        return text;
    }

    private static boolean flag(String text) {
        require(text.equals("true") || text.equals("false"));
        return text.equals("true");
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        require(url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())));
        return url;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an instant", e);
        }
    }
}
