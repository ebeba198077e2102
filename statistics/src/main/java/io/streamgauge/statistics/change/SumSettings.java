package io.streamgauge.statistics.change;

/**
 * Settings of a detector that sums up deviations from the running mean.
 *
 * @param minInstances values before anything is judged
 * @param delta deviation that is let pass
 * @param threshold of the sum, in units of the values
 * @param alpha what is left of the sum one value later
 * @param mode which side is looked at
 */
record SumSettings(DetectorKind kind, int minInstances, double delta, double threshold, double alpha, Direction mode)
        implements SteppingSettings {

    SumSettings {
        Parameters.require(delta >= 0 && delta <= 1e100, kind.name(), "delta", "must be in [0, 1e100]", delta);
        Parameters.require(
                threshold >= 0 && threshold <= 1e100, kind.name(), "threshold", "must be in [0, 1e100]", threshold);
        Parameters.require(alpha >= 0 && alpha <= 1, kind.name(), "alpha", "must be in [0, 1]", alpha);
    }

    static SumSettings of(DetectorKind kind, Parameters parameters, double alpha, Direction mode) {
        return new SumSettings(
                kind,
                parameters.count("min-instances", 30),
                parameters.number("delta", 0.005),
                parameters.number("threshold", 50),
                parameters.number("alpha", alpha),
                parameters.direction("mode", mode));
    }

    @Override
    public Specification parameters() {
        return Specification.of(name())
                .with("min-instances", minInstances)
                .with("delta", delta)
                .with("threshold", threshold)
                .with("alpha", alpha)
                .with("mode", mode);
    }

    @Override
    public SteppingDetector start() {
        return kind.equals(Cusum.KIND) ? new Cusum(this) : new PageHinkley(this);
    }
}
