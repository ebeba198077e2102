package io.streamgauge.schemas.predicate;

import java.util.List;
import java.util.stream.Collectors;

/** The text of a predicate cannot be used. All that is wrong with it at once, each with its place. */
public final class InvalidPredicateException extends IllegalArgumentException {
    private final transient List<PredicateProblem> problems;

    InvalidPredicateException(List<PredicateProblem> problems) {
        super(problems.stream().map(PredicateProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<PredicateProblem> problems() {
        return problems;
    }
}
