package io.streamgauge.schemas.condition;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a condition, from {@code OR} down to single values. Not thread-safe. */
final class SqlParser {
    private static final Set<String> COMPARISONS = Set.of("=", "==", "!=", "<>", "<", "<=", ">", ">=");
    private static final int MAX_DEPTH = 100;

    private final SqlTokens tokens;
    private final Set<String> fields = new TreeSet<>();
    private int depth;

    SqlParser(SqlTokens tokens) {
        this.tokens = tokens;
    }

    /** The fields that have been named so far. */
    Set<String> fields() {
        return fields;
    }

    SqlNode whole() throws BrokenMessageException {
        SqlNode node = disjunction();
        if (!tokens.token().isEmpty()) {
            throw tokens.broken("expected the end, found '%s'".formatted(tokens.token()));
        }
        return node;
    }

    private SqlNode disjunction() throws BrokenMessageException {
        SqlNode node = conjunction();
        while (tokens.skip("OR")) {
            node = SqlNode.or(node, conjunction());
        }
        return node;
    }

    private SqlNode conjunction() throws BrokenMessageException {
        SqlNode node = negation();
        while (tokens.skip("AND")) {
            node = SqlNode.and(node, negation());
        }
        return node;
    }

    private SqlNode negation() throws BrokenMessageException {
        boolean negative = false;
        while (tokens.skip("NOT")) {
            negative = !negative;
        }
        SqlNode node = comparison();
        return negative ? SqlNode.not(node) : node;
    }

    private SqlNode comparison() throws BrokenMessageException {
        SqlNode left = sum();
        if (COMPARISONS.contains(tokens.token())) {
            return SqlNode.comparison(tokens.next(), left, sum());
        }
        if (tokens.skip("IS")) {
            boolean negative = tokens.skip("NOT");
            tokens.expect("NULL");
            return values -> (left.of(values) == null) != negative;
        }
        boolean negative = tokens.skip("NOT");
        SqlNode node = left;
        if (tokens.skip("BETWEEN")) {
            SqlNode least = SqlNode.comparison(">=", left, sum());
            tokens.expect("AND");
            node = SqlNode.and(least, SqlNode.comparison("<=", left, sum()));
        } else if (tokens.skip("IN")) {
            node = oneOf(left);
        } else if (negative) {
            throw tokens.broken("expected BETWEEN or IN, found '%s'".formatted(tokens.token()));
        }
        return negative ? SqlNode.not(node) : node;
    }

    private SqlNode oneOf(SqlNode left) throws BrokenMessageException {
        tokens.expect("(");
        SqlNode node = SqlNode.comparison("=", left, sum());
        while (tokens.skip(",")) {
            node = SqlNode.or(node, SqlNode.comparison("=", left, sum()));
        }
        tokens.expect(")");
        return node;
    }

    private SqlNode sum() throws BrokenMessageException {
        SqlNode node = product();
        while (tokens.is("+") || tokens.is("-")) {
            node = SqlNode.arithmetic(tokens.next(), node, product());
        }
        return node;
    }

    private SqlNode product() throws BrokenMessageException {
        SqlNode node = value();
        while (tokens.is("*") || tokens.is("/")) {
            node = SqlNode.arithmetic(tokens.next(), node, value());
        }
        return node;
    }

    private SqlNode value() throws BrokenMessageException {
        boolean negative = false;
        while (tokens.skip("-")) {
            negative = !negative;
        }
        SqlNode node = positive();
        return negative ? SqlNode.arithmetic("-", values -> 0.0, node) : node;
    }

    private SqlNode positive() throws BrokenMessageException {
        if (tokens.skip("(")) {
            return inside();
        }
        String token = tokens.next();
        if (token.isEmpty()) {
            throw tokens.broken("ends where a value is expected");
        }
        char first = token.charAt(0);
        if (Character.isDigit(first) || first == '.') {
            Double number = Double.valueOf(token);
            return values -> number;
        }
        if (first == '\'' || first == '"') {
            String text = token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
            return values -> text;
        }
        if (!Character.isLetter(first) && first != '_') {
            throw tokens.broken("expected a value, found '%s'".formatted(token));
        }
        return named(token);
    }

    private SqlNode inside() throws BrokenMessageException {
        if (++depth > MAX_DEPTH) {
            throw tokens.broken("is nested more than %d deep".formatted(MAX_DEPTH));
        }
        SqlNode node = disjunction();
        tokens.expect(")");
        depth--;
        return node;
    }

    private SqlNode named(String word) throws BrokenMessageException {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "TRUE" -> values -> true;
            case "FALSE" -> values -> false;
            case "NULL" -> values -> null;
            case "ABS" -> absolute();
            default -> field(word);
        };
    }

    private SqlNode absolute() throws BrokenMessageException {
        tokens.expect("(");
        SqlNode argument = inside();
        return values -> argument.of(values) instanceof Double number ? (Double) Math.abs(number) : null;
    }

    private SqlNode field(String name) throws BrokenMessageException {
        if (tokens.is("(")) {
            throw tokens.broken("the function %s is not known".formatted(name));
        }
        fields.add(name);
        return values -> valueOf(values, name);
    }

    private static @Nullable Object valueOf(Map<String, ?> values, String name) {
        return values.get(name);
    }
}
