package io.streamgauge.statistics.comparison;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Evidently's bins: by Sturges' rule over the rows of both sides together; for a reference with at most
 * {@value #FEW} distinct values, one bin for each value of either side.
 */
record DistinctOrSturges() implements Binning {

    private static final int FEW = 20;

    @Override
    public Masses count(Numbers reference, Numbers current) {
        if (reference.distinct() > FEW) {
            EdgeBinning.Edges sturges = (r, c) ->
                    Edges.sturges(Math.min(r.min(), c.min()), Math.max(r.max(), c.max()), r.compared() + c.compared());
            return new EdgeBinning(sturges, EdgeBinning.Outside.IMPOSSIBLE, true, false).count(reference, current);
        }
        double[] values = DoubleStream.concat(values(reference), values(current))
                .sorted()
                .distinct()
                .toArray();
        return new Masses(counts(reference, values), counts(current, values));
    }

    private static DoubleStream values(Numbers sample) {
        return IntStream.range(0, sample.distinct()).mapToDouble(sample::value);
    }

    private static double[] counts(Numbers sample, double[] values) {
        return DoubleStream.of(values)
                .map(value -> sample.atMost(value) - sample.lessThan(value))
                .toArray();
    }

    @Override
    public boolean isFixedByReference() {
        return false;
    }
}
