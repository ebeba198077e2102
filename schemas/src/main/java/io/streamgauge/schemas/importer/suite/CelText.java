package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How features and values are written in a row predicate. */
final class CelText {
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "has",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "matches",
            "namespace",
            "null",
            "package",
            "return",
            "size",
            "true",
            "var",
            "void",
            "while",
            "features",
            "int",
            "double");

    private CelText() {}

    static String feature(String name) {
        boolean identifier = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(name);
        return identifier ? name : "features[" + text(name) + "]";
    }

    static String text(String text) {
        // The escapes of JSON are escapes of CEL.
        return TextNode.valueOf(text).toString();
    }

    static String list(JsonNode values) {
        List<String> literals = new ArrayList<>();
        values.forEach(value -> literals.add(value.toString()));
        return "[" + String.join(", ", literals) + "]";
    }

    /** True of values that are not between the two, as a disjunction; empty if there is no limit. */
    static String outside(String value, JsonNode arguments) {
        List<String> parts = new ArrayList<>();
        if (arguments.hasNonNull("min_value")) {
            String sign = arguments.path("strict_min").asBoolean() ? " <= " : " < ";
            parts.add(value + sign + arguments.path("min_value"));
        }
        if (arguments.hasNonNull("max_value")) {
            String sign = arguments.path("strict_max").asBoolean() ? " >= " : " > ";
            parts.add(value + sign + arguments.path("max_value"));
        }
        return String.join(" || ", parts);
    }

    /** The regular expression that a LIKE pattern stands for; {@code %} and {@code _} are its wildcards. */
    static String like(String pattern) {
        var regex = new StringBuilder("^(?s:");
        pattern.codePoints().forEach(c -> {
            if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                boolean plain = Character.isLetterOrDigit(c) || c == ' ' || c > 127;
                regex.append(plain ? "" : "\\").appendCodePoint(c);
            }
        });
        return regex.append(")$").toString();
    }
}
