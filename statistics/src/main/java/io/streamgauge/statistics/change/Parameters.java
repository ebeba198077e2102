package io.streamgauge.statistics.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a specification such as {@code ddm:warm-start=100,drift-threshold=4.0}, each read at most once. */
final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final String detector;
    private final Map<String, String> rest;
    private final List<String> known = new ArrayList<>();

    private Parameters(String detector, Map<String, String> values) {
        this.detector = detector;
        this.rest = new LinkedHashMap<>(values);
    }

    /** @param text what follows the colon, null if there is none */
    static Parameters of(String detector, @Nullable String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text == null ? new String[0] : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "%s: parameters are written name=value,name=value, found '%s'".formatted(detector, pair));
            }
            String name = pair.substring(0, equals).strip();
            if (values.put(name, pair.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("%s: %s is given twice".formatted(detector, name));
            }
        }
        return new Parameters(detector, values);
    }

    double number(String name, double otherwise) {
        return take(name).map(text -> number(name, text)).orElse(otherwise);
    }

    private double number(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw invalid(detector, name, "must be a number", text);
        }
        return Double.parseDouble(text);
    }

    int count(String name, int otherwise) {
        return take(name).map(text -> count(name, text)).orElse(otherwise);
    }

    private int count(String name, String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw invalid(detector, name, "must be a whole number", text);
        }
        return Integer.parseInt(text);
    }

    boolean flag(String name, boolean otherwise) {
        return take(name).map(text -> flag(name, text)).orElse(otherwise);
    }

    private boolean flag(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(detector, name, "must be true or false", text);
        }
        return text.equals("true");
    }

    Direction direction(String name, Direction otherwise) {
        return take(name).map(text -> direction(name, text)).orElse(otherwise);
    }

    private Direction direction(String name, String text) {
        return Arrays.stream(Direction.values())
                .filter(direction -> direction.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> invalid(detector, name, "must be one of " + Direction.words(), text));
    }

    String word(String name, String otherwise, String... allowed) {
        String text = take(name).orElse(otherwise);
        require(
                Arrays.asList(allowed).contains(text),
                detector,
                name,
                "must be one of " + String.join(", ", allowed),
                text);
        return text;
    }

    private Optional<String> take(String name) {
        known.add(name);
        return Optional.ofNullable(rest.remove(name));
    }

    /** Refuses what nobody has asked for. */
    void end() {
        rest.keySet().stream().findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "%s has no parameter '%s', it has: %s".formatted(detector, name, String.join(", ", known)));
        });
    }

    /** Refuses a value that breaks a rule: {@code "adwin: delta must be in (0, 1), found 2.0"}. */
    static void require(boolean holds, String detector, String name, String rule, Object value) {
        if (!holds) {
            throw invalid(detector, name, rule, value);
        }
    }

    private static IllegalArgumentException invalid(String detector, String name, String rule, Object value) {
        return new IllegalArgumentException("%s: %s %s, found %s".formatted(detector, name, rule, value));
    }
}
