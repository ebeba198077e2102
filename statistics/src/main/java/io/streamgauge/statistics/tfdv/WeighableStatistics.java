package io.streamgauge.statistics.tfdv;

/**
 * The same dataset counted by examples and by their weights.
 *
 * @param weighted whether all weights are there; if not, {@code byWeight} means nothing
 */
public record WeighableStatistics(DatasetStatistics byCount, DatasetStatistics byWeight, boolean weighted) {
    /** A dataset without weights. */
    public static WeighableStatistics of(DatasetStatistics byCount) {
        return new WeighableStatistics(byCount, byCount, false);
    }

    public DatasetStatistics counted(boolean byWeights) {
        return byWeights ? byWeight : byCount;
    }
}
