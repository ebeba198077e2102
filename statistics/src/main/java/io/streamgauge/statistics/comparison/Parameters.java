package io.streamgauge.statistics.comparison;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads the parameters of one specification; what nobody asked for is an error at the end. Collects what each came to, which
 * is the convention that results print.
 */
final class Parameters {

    private final MetricSpecification specification;
    private final Map<String, String> preset;
    private final Map<String, String> settled = new LinkedHashMap<>();

    /** @param preset defaults of a convention, weaker than what the user gave */
    Parameters(MetricSpecification specification, Map<String, String> preset) {
        this.specification = specification;
        this.preset = preset;
    }

    /** Whether anything but the name is given, by the user or a convention. */
    boolean explicit() {
        return !specification.parameters().isEmpty() || !preset.isEmpty();
    }

    boolean isGiven(String key) {
        return specification.parameters().containsKey(key) || preset.containsKey(key);
    }

    String text(String key, String otherwise) {
        String value = specification.parameters().getOrDefault(key, preset.getOrDefault(key, otherwise));
        settled.put(key, value);
        return value;
    }

    String word(String key, String otherwise, String... allowed) {
        String value = text(key, otherwise);
        if (!Arrays.asList(allowed).contains(value)) {
            throw invalid(key, value, "one of " + String.join(", ", allowed));
        }
        return value;
    }

    boolean flag(String key, boolean otherwise) {
        return word(key, Boolean.toString(otherwise), "true", "false").equals("true");
    }

    int whole(String key, int otherwise, int least, int most) {
        String value = text(key, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(key, value, "a whole number");
        }
        throw invalid(key, value, "a whole number from " + least + " to " + most);
    }

    double number(String key, double otherwise, double least, double most) {
        return number(key, text(key, Double.toString(otherwise)), least, most);
    }

    double number(String key, String value, double least, double most) {
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(key, value, "a number");
        }
        throw invalid(key, value, "a number from " + least + " to " + most);
    }

    /**
     * All that was asked for, as {@code key=value,key=value}.
     *
     * @throws IllegalArgumentException if the user gave more than that
     */
    String convention() {
        var unknown = new TreeSet<>(specification.parameters().keySet());
        unknown.removeAll(settled.keySet());
        if (!unknown.isEmpty()) {
            String known = settled.isEmpty() ? "it has none" : "it has " + String.join(", ", settled.keySet());
            throw new IllegalArgumentException("metric '%s': %s has no parameter '%s'; %s"
                    .formatted(specification.text(), specification.name(), unknown.first(), known));
        }
        List<String> pairs = settled.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
        return String.join(",", pairs);
    }

    IllegalArgumentException invalid(String key, String value, String expected) {
        return new IllegalArgumentException(
                "metric '%s': %s must be %s, got '%s'".formatted(specification.text(), key, expected, value));
    }
}
