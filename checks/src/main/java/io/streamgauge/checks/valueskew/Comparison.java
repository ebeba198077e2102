package io.streamgauge.checks.valueskew;

import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When do two values of a feature count as the same? Numbers by their size, whatever their type, NaN with NaN; texts by
 * their characters; lists element by element. A number and a text are different, but for a number from a format without
 * types, which is the text that it was written as.
 *
 * @param tolerance for numbers, also those in lists
 * @param digits numbers are also the same if they are after rounding to so many decimals, half to even; null for not
 * @param listsAsSets whether order and repetition in lists count for nothing
 */
public record Comparison(Tolerance tolerance, @Nullable Integer digits, boolean listsAsSets) {
    public static final Comparison EXACT = new Comparison(Tolerance.NONE, null, false);

    private static final int MOST_DIGITS = 15;
    /** Below it doubles tell whole numbers apart. */
    private static final double WHOLE_NUMBER_LIMIT = 1L << 53;

    public Comparison {
        if (digits != null && (digits < 0 || digits > MOST_DIGITS)) {
            throw new IllegalArgumentException("decimals must be in [0, %d], got %d".formatted(MOST_DIGITS, digits));
        }
    }

    public boolean same(Value base, Value test) {
        if (base instanceof Items || test instanceof Items) {
            List<Value> left = elements(base);
            List<Value> right = elements(test);
            return listsAsSets ? contains(left, right) && contains(right, left) : sameInOrder(left, right);
        }
        if (base instanceof Numeric left) {
            return test instanceof Numeric right ? sameNumber(left, right) : sameText(left, test);
        }
        return test instanceof Numeric right ? sameText(right, base) : base.equals(test);
    }

    private static List<Value> elements(Value value) {
        return value instanceof Items items ? items.values() : value.isEmpty() ? List.of() : List.of(value);
    }

    private boolean sameInOrder(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(List<Value> all, List<Value> some) {
        return some.stream().allMatch(each -> all.stream().anyMatch(other -> same(other, each)));
    }

    private boolean sameNumber(Numeric left, Numeric right) {
        double base = left.value();
        double test = right.value();
        return isExactlySame(left, right)
                || tolerance.covers(base, test)
                || (digits != null && rounded(base, digits) == rounded(test, digits));
    }

    private static boolean isExactlySame(Numeric left, Numeric right) {
        String base = left.written();
        String test = right.written();
        if (base != null && test != null) {
            if (base.equals(test)) {
                return true;
            }
            if (isCode(base) || isCode(test)) {
                return false;
            }
        }
        if (left.value() != right.value()) {
            return Double.isNaN(left.value()) && Double.isNaN(right.value());
        }
        return Math.abs(left.value()) < WHOLE_NUMBER_LIMIT
                || Double.isInfinite(left.value())
                || decimal(left).compareTo(decimal(right)) == 0;
    }

    private static BigDecimal decimal(Numeric number) {
        String written = number.written();
        return written == null ? BigDecimal.valueOf(number.value()) : new BigDecimal(written.strip());
    }

    /** A leading zero that is no zero before the point: a postal code or the like, where 01234 and 1234 differ. */
    private static boolean isCode(String written) {
        return written.length() > 1 && written.charAt(0) == '0' && Character.isDigit(written.charAt(1));
    }

    private static boolean sameText(Numeric number, Value other) {
        return other instanceof Text text && text.text().equals(number.written());
    }

    /** As numpy rounds: scaled, rounded half to even, scaled back. */
    private static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        double scaled = value * scale;
        return Double.isInfinite(scaled) ? value : Math.rint(scaled) / scale;
    }
}
