package io.streamgauge.statistics.comparison;

/** Goes through the distinct values of two samples together, in ascending order. */
final class Merge {

    /** One distinct value. */
    @FunctionalInterface
    interface Step {
        /** @param reference how many rows of the reference hold the value; {@code current}, of the other side */
        void at(double value, long reference, long current);
    }

    private Merge() {}

    static void walk(Numbers reference, Numbers current, Step step) {
        int i = 0;
        int j = 0;
        while (i < reference.distinct() || j < current.distinct()) {
            double a = i < reference.distinct() ? reference.value(i) : Double.POSITIVE_INFINITY;
            double b = j < current.distinct() ? current.value(j) : Double.POSITIVE_INFINITY;
            step.at(Math.min(a, b), a <= b ? reference.count(i) : 0, b <= a ? current.count(j) : 0);
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
    }
}
