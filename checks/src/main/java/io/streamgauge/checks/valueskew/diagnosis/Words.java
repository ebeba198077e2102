package io.streamgauge.checks.valueskew.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers and values are put in a diagnosis. */
final class Words {
    private static final MathContext SEVEN_DIGITS = new MathContext(7);
    private static final int LONGEST_VALUE = 40;

    private Words() {}

    static String number(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value).round(SEVEN_DIGITS).stripTrailingZeros().toPlainString();
    }

    static String signed(double value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    static String value(String text) {
        return "'" + (text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...") + "'";
    }

    /** The words, and how many of the pairs they are true of unless of all. */
    static String inShare(String words, double share) {
        return share >= 1
                ? words
                : String.format(Locale.ROOT, "%s (%.0f%% of the differing pairs)", words, 100 * share);
    }
}
