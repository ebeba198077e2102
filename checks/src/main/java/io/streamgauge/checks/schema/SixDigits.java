package io.streamgauge.checks.schema;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers with six significant digits, as C's {@code %g} does: {@code 0.503759}, {@code 1e+06}, {@code inf}. */
final class SixDigits {
    private static final MathContext DIGITS = new MathContext(6);

    private SixDigits() {}

    static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
