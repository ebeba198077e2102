package io.streamgauge.statistics.comparison;

import java.util.Arrays;

/**
 * Bins between edges, {@code [e(i), e(i+1))}.
 *
 * @param edges chooses them; ascending, at least two unless values outside have bins
 * @param lastClosed the last bin includes its upper edge, as in numpy.histogram
 */
record EdgeBinning(Edges edges, Outside outside, boolean lastClosed, boolean isFixedByReference) implements Binning {

    /** Chooses the edges. */
    @FunctionalInterface
    interface Edges {
        double[] of(Numbers reference, Numbers current);
    }

    /** What happens to values beyond the edges. */
    enum Outside {
        /** One bin below, one above. */
        TWO_BINS,
        /** One bin for both sides. */
        ONE_BIN,
        /** There are none. */
        IMPOSSIBLE
    }

    @Override
    public Masses count(Numbers reference, Numbers current) {
        double[] chosen = edges.of(reference, current);
        return new Masses(counts(reference, chosen), counts(current, chosen));
    }

    private double[] counts(Numbers sample, double[] chosen) {
        int inner = chosen.length - 1;
        var counts = new double[inner + 2];
        long before = sample.lessThan(chosen[0]);
        long first = before;
        for (int i = 1; i <= inner; i++) {
            long below = i == inner && lastClosed ? sample.atMost(chosen[i]) : sample.lessThan(chosen[i]);
            counts[i] = below - before;
            before = below;
        }
        counts[0] = first;
        counts[inner + 1] = sample.compared() - before;
        return switch (outside) {
            case TWO_BINS -> counts;
            case ONE_BIN -> {
                counts[0] += counts[inner + 1];
                yield Arrays.copyOf(counts, inner + 1);
            }
            case IMPOSSIBLE -> Arrays.copyOfRange(counts, 1, inner + 1);
        };
    }
}
