package io.streamgauge.statistics.change;

/**
 * DDM, the drift detection method: has the rate of errors risen above the lowest that it ever was?
 *
 * <p>With {@code p} the error rate of the {@code n} values since the last drift and {@code s = sqrt(p(1-p)/n)}, the lowest
 * {@code p+s} is kept as {@code pMin+sMin}. {@code p+s > pMin + warningThreshold*sMin} is a warning, the same with
 * {@code driftThreshold} a drift. Nothing is judged before more than {@code warmStart} values.
 *
 * <p>Variant: river ({@code drift.binary.DDM}), which judges from value {@code warmStart + 1} on; frouros judges one
 * value earlier, which is {@code warm-start=29}. A stream without any error has {@code s = 0} and so drifts at its first error.
 *
 * <p>J. Gama, P. Medas, G. Castillo, P. Rodrigues: Learning with drift detection. SBIA 2004, doi:10.1007/978-3-540-28645-5_29.
 */
final class Ddm extends SteppingDetector {
    static final String NAME = "ddm";

    private static final DetectorKind KIND = new DetectorKind(NAME, "river", ValueRange.BIT);

    record Settings(int warmStart, double warningThreshold, double driftThreshold) implements SteppingSettings {
        Settings {
            Parameters.require(
                    warningThreshold >= 0 && warningThreshold <= 1000,
                    NAME,
                    "warning-threshold",
                    "must be in [0, 1000]",
                    warningThreshold);
            Parameters.require(
                    driftThreshold >= warningThreshold && driftThreshold <= 1000,
                    NAME,
                    "drift-threshold",
                    "must be in [warning-threshold, 1000]",
                    driftThreshold);
        }

        static Settings of(Parameters parameters) {
            return new Settings(
                    parameters.count("warm-start", 30),
                    parameters.number("warning-threshold", 2),
                    parameters.number("drift-threshold", 3));
        }

        @Override
        public DetectorKind kind() {
            return KIND;
        }

        @Override
        public Specification parameters() {
            return Specification.of(NAME)
                    .with("warm-start", warmStart)
                    .with("warning-threshold", warningThreshold)
                    .with("drift-threshold", driftThreshold);
        }

        @Override
        public Ddm start() {
            return new Ddm(this);
        }
    }

    private final Settings settings;
    private final RunningMean errors = new RunningMean();
    private double pMin = Double.POSITIVE_INFINITY;
    private double sMin = Double.POSITIVE_INFINITY;

    private Ddm(Settings settings) {
        super(settings);
        this.settings = settings;
    }

    @Override
    ChangeLevel judge(double value) {
        errors.add(value);
        if (errors.count() <= settings.warmStart) {
            return ChangeLevel.NONE;
        }
        double p = errors.mean();
        double s = Math.sqrt(p * (1 - p) / errors.count());
        if (p + s <= pMin + sMin) {
            pMin = p;
            sMin = s;
        }
        if (p + s > pMin + settings.driftThreshold * sMin) {
            return ChangeLevel.DRIFT;
        }
        return p + s > pMin + settings.warningThreshold * sMin ? ChangeLevel.WARNING : ChangeLevel.NONE;
    }

    @Override
    void restart() {
        errors.clear();
        pMin = Double.POSITIVE_INFINITY;
        sMin = Double.POSITIVE_INFINITY;
    }

    @Override
    void write(StateWriter writer) {
        errors.write(writer);
        writer.number(pMin).number(sMin);
    }

    @Override
    void read(StateReader reader) {
        errors.read(reader, 0, 1);
        pMin = reader.number(0, Double.POSITIVE_INFINITY);
        sMin = reader.number(0, Double.POSITIVE_INFINITY);
    }
}
