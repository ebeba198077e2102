package io.streamgauge.schemas.condition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a condition. Its value is a {@code Double}, a {@code String}, a {@code Boolean}, or null for unknown. */
@FunctionalInterface
interface SqlNode {
    @Nullable
    Object of(Map<String, ?> fields);

    /** The same as a truth value; null if it is unknown or none. */
    static @Nullable Boolean truth(SqlNode node, Map<String, ?> fields) {
        return node.of(fields) instanceof Boolean truth ? truth : null;
    }

    /** False decides alone, and so does true in a disjunction. */
    static SqlNode and(SqlNode left, SqlNode right) {
        return fields -> {
            Boolean a = truth(left, fields);
            Boolean b = truth(right, fields);
            if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
                return false;
            }
            boolean unknown = a == null || b == null;
            return unknown ? null : Boolean.TRUE;
        };
    }

    static SqlNode not(SqlNode node) {
        return fields -> {
            Boolean truth = truth(node, fields);
            return truth == null ? null : (Boolean) !truth;
        };
    }

    static SqlNode or(SqlNode left, SqlNode right) {
        return not(and(not(left), not(right)));
    }

    static SqlNode arithmetic(String sign, SqlNode left, SqlNode right) {
        return fields -> {
            if (left.of(fields) instanceof Double a && right.of(fields) instanceof Double b) {
                return switch (sign) {
                    case "+" -> a + b;
                    case "-" -> a - b;
                    case "*" -> a * b;
                    default -> b == 0 ? null : (Double) (a / b);
                };
            }
            return null;
        };
    }

    /** Numbers with numbers, texts with texts; anything else is unknown. */
    static SqlNode comparison(String sign, SqlNode left, SqlNode right) {
        return fields -> {
            Object a = left.of(fields);
            Object b = right.of(fields);
            if (a instanceof Double x && b instanceof Double y) {
                return compares(sign, x, y);
            }
            if (a instanceof String x && b instanceof String y) {
                return compares(sign, x.compareTo(y), 0);
            }
            if (a instanceof Boolean x && b instanceof Boolean y) {
                return compares(sign, x.compareTo(y), 0);
            }
            return null;
        };
    }

    private static boolean compares(String sign, double a, double b) {
        return switch (sign) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "=", "==" -> a == b;
            default -> a != b;
        };
    }
}
