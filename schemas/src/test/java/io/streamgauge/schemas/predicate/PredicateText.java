package io.streamgauge.schemas.predicate;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes random, well-typed predicates over {@link Rows#FEATURES}. */
final class PredicateText {
    private final Random random;

    PredicateText(Random random) {
        this.random = random;
    }

    String truth(int depth) {
        if (depth == 0) {
            return oneOf("vip", "true", "false", "vip == true");
        }
        int below = depth - 1;
        return switch (random.nextInt(9)) {
            case 0 -> truth(0);
            case 1, 2 -> joined(number(below), comparison(), number(below));
            case 3 -> joined(text(below), comparison(), text(below));
            case 4 -> joined(truth(below), oneOf("&&", "||", "==", "!="), truth(below));
            case 5 -> "!(" + truth(below) + ")";
            case 6 ->
                random.nextBoolean()
                        ? joined(number(below), "in", list(numbersOfAKind()))
                        : joined(text(below), "in", list(() -> text(0)));
            case 7 ->
                text(below) + "." + oneOf("startsWith", "endsWith", "contains", "matches") + "(" + literal() + ")";
            default -> choice(truth(below), truth(below), truth(below));
        };
    }

    private String number(int depth) {
        if (depth == 0) {
            return random.nextBoolean()
                    ? oneOf("age", "fare", "prediction.score", "features['trip miles']")
                    : oneOf("0", "1", "2", "-3", "0.0", "1.5", "2.0", "-0.25");
        }
        int below = depth - 1;
        return switch (random.nextInt(5)) {
            case 0 -> number(0);
            case 1 -> joined(number(below), oneOf("+", "-", "*", "/"), number(below));
            case 2 -> "-(" + number(below) + ")";
            case 3 -> joined(whole(below), oneOf("+", "-", "*", "/", "%"), whole(below));
            // the interpreter, unlike the closures, does not turn an integer into the double that the choice was typed
            // as
            default -> choice(truth(below), "double(" + number(below) + ")", "double(" + number(below) + ")");
        };
    }

    private String whole(int depth) {
        return random.nextBoolean() ? "int(" + number(depth) + ")" : "size(" + text(depth) + ")";
    }

    private String text(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return choice(truth(depth - 1), text(0), text(0));
        }
        return random.nextBoolean() ? oneOf("country", "note") : literal();
    }

    /**
     * The interpreter finds no overload for a list of integers and doubles, and in a list of doubles NaN equals NaN and 0.0 does not
     * equal -0.0.
     */
    private Supplier<String> numbersOfAKind() {
        return random.nextBoolean() ? () -> oneOf("0", "1", "2", "-3") : () -> oneOf("1.5", "2.0", "-0.25", "1e300");
    }

    private String list(Supplier<String> elements) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> elements.get())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String literal() {
        return oneOf("''", "'a'", "'ab'", "'ba'", "'DE'", "'aab'", "'ä'");
    }

    private String comparison() {
        return oneOf("<", "<=", ">", ">=", "==", "!=");
    }

    private static String choice(String when, String yes, String no) {
        return "(" + when + " ? " + yes + " : " + no + ")";
    }

    private static String joined(String left, String operator, String right) {
        return "(" + left + " " + operator + " " + right + ")";
    }

    private String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
