package io.streamgauge.schemas.predicate;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what is wrong with one predicate, in the words of this project rather than those of the parser. */
final class Problems {
    private static final Pattern NO_OVERLOAD = Pattern.compile(
            "found no matching overload for '(.*?)' applied to '(.*?)' \\(candidates.*", Pattern.DOTALL);
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.*?)' .*", Pattern.DOTALL);
    private static final int MOST_CHARACTERS = 200;

    private final List<PredicateProblem> found = new ArrayList<>();
    private CelSource source = CelSource.newBuilder("").build();

    void in(CelSource text) {
        source = text;
    }

    void add(long expressionId, String message) {
        int offset = source.getPositionsMap().getOrDefault(expressionId, 0);
        add(source.getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0)), message);
    }

    void addSyntax(Iterable<CelIssue> issues) {
        issues.forEach(issue -> add(issue.getSourceLocation(), reworded(issue.getMessage())));
    }

    /** Of the tree whose features were resolved: that lost its places, so that they come from the ids of its parts. */
    void addTypes(Iterable<CelIssue> issues) {
        issues.forEach(issue -> add(issue.getExprId(), reworded(issue.getMessage())));
    }

    /** @throws InvalidPredicateException if there is any problem so far */
    void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(PredicateProblem::line).thenComparingInt(PredicateProblem::column));
            throw new InvalidPredicateException(found);
        }
    }

    private void add(CelSourceLocation where, String message) {
        found.add(new PredicateProblem(Math.max(1, where.getLine()), Math.max(0, where.getColumn()) + 1, message));
    }

    private static String reworded(String message) {
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return "'%s' does not take %s".formatted(operator(overload.group(1)), types(overload.group(2)));
        }
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return "no function '%s'".formatted(undeclared.group(1));
        }
        return message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS) + "...";
    }

    private static String operator(String function) {
        return function.replace("@", "").replace("_", "");
    }

    private static String types(String celTypes) {
        return celTypes.replace("double", "number").replace("string", "text");
    }
}
