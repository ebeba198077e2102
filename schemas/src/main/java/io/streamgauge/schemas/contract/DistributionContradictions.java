package io.streamgauge.schemas.contract;

/** Looks for limits of all values together that no data can keep. */
final class DistributionContradictions {
    private DistributionContradictions() {}

    static void in(Distribution distribution, String path, Faults faults) {
        distribution.limits().forEach((statistic, limits) -> {
            String key = path + "." + statistic.word();
            interval(limits, key, faults);
            if (statistic == Statistic.STANDARD_DEVIATION || statistic == Statistic.DISTINCT) {
                faults.notNegative(key, limits.max());
            }
        });
        int index = 0;
        for (var quantile : distribution.quantiles().entrySet()) {
            String key = path + ".quantiles[%d]".formatted(index++);
            faults.share(key + ".at", quantile.getKey());
            interval(quantile.getValue(), key, faults);
        }
        faults.twice(path + ".most-common", distribution.mostCommon());
        faults.twice(path + ".holds", distribution.holds());
    }

    private static void interval(Interval limits, String path, Faults faults) {
        faults.range(path, limits.min(), limits.max());
        boolean point = limits.min() != null && limits.min().equals(limits.max());
        if (point && !(limits.minIncluded() && limits.maxIncluded())) {
            faults.add(path, "nothing is %s".formatted(limits));
        }
    }
}
