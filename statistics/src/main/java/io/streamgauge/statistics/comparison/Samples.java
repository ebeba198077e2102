package io.streamgauge.statistics.comparison;

/** What every metric asks of its samples. */
final class Samples {

    private Samples() {}

    static void requireComparable(Metric metric, Sample reference, Sample current) {
        if (!reference.type().equals(current.type())) {
            throw new IllegalArgumentException(metric.specification().name() + " needs two samples of one type, got a "
                    + reference.type() + " and a " + current.type() + " one");
        }
        String refusal = metric.refusal(reference);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
    }
}
