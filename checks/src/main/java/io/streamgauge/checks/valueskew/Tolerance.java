package io.streamgauge.checks.valueskew;

/**
 * How far may two numbers lie apart and still count as the same? {@code |test - base| <= max(absolute, relative * |base|)},
 * and a few units in the last place more, so that 1.1 is within 0.1 of 1.
 *
 * @param relative 0.01 is one percent of the training value
 */
public record Tolerance(double absolute, double relative) {
    public static final Tolerance NONE = new Tolerance(0, 0);

    private static final int UNITS_IN_THE_LAST_PLACE = 4;

    public Tolerance {
        if (!(absolute >= 0 && relative >= 0) || Double.isInfinite(absolute) || Double.isInfinite(relative)) {
            throw new IllegalArgumentException(
                    "a tolerance must be a finite number >= 0, got %s and %s".formatted(absolute, relative));
        }
    }

    /**
     * Reads {@code 0.01} (absolute) or {@code 1%} (of the training value).
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Tolerance parse(String text) {
        boolean percent = text.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            return percent ? new Tolerance(0, number / 100) : new Tolerance(number, 0);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a tolerance is written as 0.01 or 1%%, got '%s'".formatted(text), e);
        }
    }

    boolean covers(double base, double test) {
        double allowed = Math.max(absolute, relative * Math.abs(base));
        if (allowed == 0 || !Double.isFinite(base) || !Double.isFinite(test)) {
            return false;
        }
        double slack = UNITS_IN_THE_LAST_PLACE * Math.ulp(Math.max(Math.abs(base), Math.abs(test)));
        return Math.abs(test - base) <= allowed + slack;
    }
}
