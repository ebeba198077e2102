package io.streamgauge.schemas.predicate;

/**
 * What is wrong with the text of a predicate, and where.
 *
 * @param line from 1
 * @param column from 1
 */
public record PredicateProblem(int line, int column, String message) {
    @Override
    public String toString() {
        return line + ":" + column + ": " + message;
    }
}
