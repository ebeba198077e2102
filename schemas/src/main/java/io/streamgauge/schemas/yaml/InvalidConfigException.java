package io.streamgauge.schemas.yaml;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says everything that is wrong with a configuration, in the order of the file. The message is all of it. */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Takes the name of the file, for the message, and at least one problem.
     */
    public InvalidConfigException(String file, List<Problem> problems) {
        this(inOrder(problems), file);
    }

    private InvalidConfigException(List<Problem> ordered, String file) {
        super(ordered.stream().map(problem -> problem.in(file)).collect(Collectors.joining("\n")));
        this.problems = ordered;
    }

    /** Ordered by line and column. */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
