package io.streamgauge.statistics.comparison;

/** Which p-value a rank test gives: that of all orders of its rows, that of the limit law, or one of the two by sample size. */
enum PValueForm {
    AUTO,
    EXACT,
    ASYMPTOTIC;

    static PValueForm of(Parameters parameters) {
        return switch (parameters.word("p-value", "auto", "auto", "exact", "asymptotic")) {
            case "exact" -> EXACT;
            case "asymptotic" -> ASYMPTOTIC;
            default -> AUTO;
        };
    }

    /**
     * Whether orders are to be counted.
     *
     * @param mostByItself up to so many rows a side without being asked
     * @param most up to so many rows a side at all
     * @throws IllegalArgumentException if it was asked for and there are more rows
     */
    boolean isExact(Sample reference, Sample current, long mostByItself, long most) {
        long rows = Math.max(reference.compared(), current.compared());
        if (this == EXACT && rows > most) {
            throw new IllegalArgumentException(
                    "p-value=exact counts the orders of at most %,d rows a side, there are %,d; p-value=auto takes the limit law"
                            .formatted(most, rows));
        }
        return this == EXACT || (this == AUTO && rows <= mostByItself);
    }
}
