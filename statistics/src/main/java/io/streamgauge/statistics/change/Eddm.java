package io.streamgauge.statistics.change;

/**
 * EDDM, the early drift detection method: do errors come at shorter distances than they used to?
 *
 * <p>With {@code p} the mean and {@code s} the sample standard deviation of the distances between errors since the last
 * drift, the largest {@code p+2s} is kept. {@code (p+2s)/max < alpha} is a warning, {@code < beta} a drift. Judged only at
 * errors, and after more than {@code warmStart} of them; in between the last warning stays.
 *
 * <p>Variant: river ({@code drift.binary.EDDM}), in which also the distance of the first error from the start counts, the
 * maximum is not raised before value {@code warmStart + 1}, and the standard deviation has {@code n-1} in the denominator
 * ({@code n} in frouros). Known for many false alarms at its default limits: they are a rule, not a level.
 *
 * <p>M. Baena-Garcia et al.: Early drift detection method. 4th International Workshop on Knowledge Discovery from Data
 * Streams, 2006.
 */
final class Eddm extends SteppingDetector {
    static final String NAME = "eddm";

    private static final DetectorKind KIND = new DetectorKind(NAME, "river", ValueRange.BIT);

    record Settings(int warmStart, double alpha, double beta) implements SteppingSettings {
        Settings {
            Parameters.require(alpha > 0 && alpha <= 1, NAME, "alpha", "must be in (0, 1]", alpha);
            Parameters.require(beta > 0 && beta <= alpha, NAME, "beta", "must be in (0, alpha]", beta);
        }

        static Settings of(Parameters parameters) {
            return new Settings(
                    parameters.count("warm-start", 30),
                    parameters.number("alpha", 0.95),
                    parameters.number("beta", 0.9));
        }

        @Override
        public DetectorKind kind() {
            return KIND;
        }

        @Override
        public Specification parameters() {
            return Specification.of(NAME)
                    .with("warm-start", warmStart)
                    .with("alpha", alpha)
                    .with("beta", beta);
        }

        @Override
        public Eddm start() {
            return new Eddm(this);
        }
    }

    private final Settings settings;
    private final RunningMean distances = new RunningMean();
    private double variance;
    private long count;
    private long lastError;
    private double max;
    private boolean warning;

    private Eddm(Settings settings) {
        super(settings);
        this.settings = settings;
    }

    @Override
    ChangeLevel judge(double value) {
        count++;
        if (value == 1) {
            add((double) (count - lastError));
            lastError = count;
            if (count > settings.warmStart && atError()) {
                return ChangeLevel.DRIFT;
            }
        }
        return warning ? ChangeLevel.WARNING : ChangeLevel.NONE;
    }

    private void add(double distance) {
        double before = distances.mean();
        distances.add(distance);
        if (distances.count() > 1) {
            // Welford, for the variance itself instead of the sum of squares.
            variance += ((distance - before) * (distance - distances.mean()) - variance) / (distances.count() - 1);
        }
    }

    private boolean atError() {
        double reach = distances.mean() + 2 * Math.sqrt(variance);
        if (reach > max) {
            max = reach; // the warning, if there is one, stays
            return false;
        }
        if (distances.count() <= settings.warmStart) {
            return false;
        }
        double level = reach / max;
        warning = level < settings.alpha;
        return level < settings.beta;
    }

    @Override
    void restart() {
        distances.clear();
        variance = 0;
        count = 0;
        lastError = 0;
        max = 0;
        warning = false;
    }

    @Override
    void write(StateWriter writer) {
        distances.write(writer);
        writer.number(variance).count(count).count(lastError).number(max).flag(warning);
    }

    @Override
    void read(StateReader reader) {
        distances.read(reader, 0, Long.MAX_VALUE);
        variance = reader.number(0, Double.MAX_VALUE);
        count = reader.count(0, Long.MAX_VALUE);
        lastError = reader.count(0, count);
        max = reader.number(0, Double.MAX_VALUE);
        warning = reader.flag();
    }
}
