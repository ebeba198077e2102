package io.streamgauge.statistics.change;

/**
 * HDDM with the W-test: is the weighted mean of the values since a cut above that of the values before it, by more than
 * McDiarmid's inequality allows?
 *
 * <p>Means are exponentially weighted with {@code lambda}; the cut is where the mean of all values plus its bound was lowest.
 * {@code after - before > sqrt((b1+b2)/2 * ln(1/confidence))}, with {@code b} the sums of squared weights, is a warning or a
 * drift, by which of the two confidences it holds for. The two-sided form watches for a fall in the same way.
 *
 * <p>Variant: river ({@code drift.binary.HDDM_W}, after MOA), without a warm-up; frouros has one of 30 values.
 *
 * <p>I. Frias-Blanco et al.: Online and non-parametric drift detection methods based on Hoeffding's bounds. IEEE TKDE 27(3),
 * 2015, doi:10.1109/TKDE.2014.2345382.
 */
final class HddmW extends SteppingDetector {
    static final String NAME = "hddm-w";

    private static final DetectorKind KIND = new DetectorKind(NAME, "river", ValueRange.SHARE);

    record Settings(double driftConfidence, double warningConfidence, double lambda, boolean twoSidedTest)
            implements SteppingSettings {
        Settings {
            Confidences.require(NAME, driftConfidence, warningConfidence);
            Parameters.require(lambda > 0 && lambda <= 1, NAME, "lambda-val", "must be in (0, 1]", lambda);
        }

        static Settings of(Parameters parameters) {
            return new Settings(
                    parameters.number("drift-confidence", 0.001),
                    parameters.number("warning-confidence", 0.005),
                    parameters.number("lambda-val", 0.05),
                    parameters.flag("two-sided-test", false));
        }

        @Override
        public DetectorKind kind() {
            return KIND;
        }

        @Override
        public Specification parameters() {
            return Specification.of(NAME)
                    .with("drift-confidence", driftConfidence)
                    .with("warning-confidence", warningConfidence)
                    .with("lambda-val", lambda)
                    .with("two-sided-test", twoSidedTest);
        }

        @Override
        public HddmW start() {
            return new HddmW(this);
        }
    }

    private final Settings settings;
    private final WeightedMean all;
    private final WeightedSplit rise;
    private final WeightedSplit fall;

    private HddmW(Settings settings) {
        super(settings);
        this.settings = settings;
        this.all = new WeightedMean(settings.lambda);
        this.rise = WeightedSplit.ofRise(settings.lambda);
        this.fall = WeightedSplit.ofFall(settings.lambda);
    }

    @Override
    ChangeLevel judge(double value) {
        all.add(value);
        rise.add(value, all, settings.driftConfidence);
        fall.add(value, all, settings.driftConfidence);
        if (moved(settings.driftConfidence)) {
            return ChangeLevel.DRIFT;
        }
        return moved(settings.warningConfidence) ? ChangeLevel.WARNING : ChangeLevel.NONE;
    }

    private boolean moved(double confidence) {
        return rise.isBeyond(confidence) || (settings.twoSidedTest && fall.isBeyond(confidence));
    }

    @Override
    void restart() {
        all.clear();
        rise.clear();
        fall.clear();
    }

    @Override
    void write(StateWriter writer) {
        all.write(writer);
        rise.write(writer);
        fall.write(writer);
    }

    @Override
    void read(StateReader reader) {
        all.read(reader);
        rise.read(reader);
        fall.read(reader);
    }
}
