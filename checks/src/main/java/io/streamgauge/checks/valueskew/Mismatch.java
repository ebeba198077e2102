package io.streamgauge.checks.valueskew;

import java.util.List;

/**
 * One pair that differs, and what else of the rows around it could explain it.
 *
 * @param base the value in training, perhaps absent
 * @param test the value at serving, perhaps absent
 * @param known how many pairs before this one {@code lags} looks back to: fewer at the beginning of what is looked at
 * @param lags bit {@code k - 1} is set if {@code test} is the training value of the pair k pairs before
 * @param twins features whose training value in the same row is {@code test}
 * @param swaps those of the twins whose value at serving is {@code base}
 */
public record Mismatch(Value base, Value test, int known, long lags, List<String> twins, List<String> swaps) {
    /** How many pairs back {@code lags} looks. */
    public static final int MOST_LAG = Long.SIZE;

    public Mismatch {
        twins = List.copyOf(twins);
        swaps = List.copyOf(swaps);
    }

    /** A pair of which nothing but the values is known. */
    public static Mismatch of(Value base, Value test) {
        return new Mismatch(base, test, 0, 0, List.of(), List.of());
    }

    /** Whether there is a value on both sides. */
    public boolean hasBoth() {
        return !base.isEmpty() && !test.isEmpty();
    }
}
