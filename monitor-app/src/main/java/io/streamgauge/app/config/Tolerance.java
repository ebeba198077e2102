package io.streamgauge.app.config;

/**
 * How far may two values differ and still be the same?
 *
 * @param amount at least 0; a fraction of the training value if {@code relative}, else in units of the feature
 */
public record Tolerance(double amount, boolean relative) {
    /** Reads {@code 0.01} or {@code 1%}. */
    static Tolerance parse(String text) {
        boolean relative = text.endsWith("%");
        String number = relative ? text.substring(0, text.length() - 1) : text;
        double amount = Double.parseDouble(number);
        if (!number.matches("[0-9.eE+-]+") || !Double.isFinite(amount) || amount < 0) {
            throw new IllegalArgumentException("not a tolerance");
        }
        return new Tolerance(relative ? amount / 100 : amount, relative);
    }
}
