package io.streamgauge.statistics.comparison;

/**
 * {@code l-infinity}: the largest change of the share of one category, {@code max |p - q|}, in {@code [0, 1]} (TensorFlow
 * Data Validation, NannyML, deequ). {@code robust=c} takes off what chance can do, {@code max(0, L - c sqrt((n+m)/(nm)))}, as
 * deequ does with c = 1.8.
 *
 * <p>Zeros are natural. A new category is a bin. Missing: dropped, or one more category with {@code missing=bin}. A number has
 * no shares before somebody chooses bins, so numeric features need an explicit {@code binning}: a plain {@code l-infinity} on
 * one is refused (TensorFlow Data Validation silently answers 0).
 */
record LargestChange(double robust) implements BinFormula {

    @Override
    public double of(Masses masses) {
        double n = Masses.sum(masses.reference());
        double m = Masses.sum(masses.current());
        double largest = 0;
        for (int i = 0; i < masses.reference().length; i++) {
            largest = Math.max(largest, Math.abs(masses.reference()[i] / n - masses.current()[i] / m));
        }
        return Math.max(0, largest - robust * Math.sqrt((n + m) / n / m));
    }
}
