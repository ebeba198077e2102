package io.streamgauge.statistics.change;

/**
 * HDDM with the A-test: is the mean of all values above the lowest that the mean of the first few ever was, by more than
 * Hoeffding's inequality allows?
 *
 * <p>The cut with the lowest upper bound {@code mean + sqrt(ln(1/driftConfidence)/(2n))} is kept. The mean {@code z} of all
 * {@code n} values against {@code x}, that of the {@code c} values before the cut:
 * {@code z - x >= sqrt((n-c)/(c n)/2 * ln(2/confidence))} is a warning or a drift, by which of the two confidences it holds
 * for. The two-sided form watches for a fall in the same way.
 *
 * <p>Variant: river ({@code drift.binary.HDDM_A}, after MOA); it has {@code ln(2/confidence)} in the test also when one-sided,
 * where the paper and frouros have {@code ln(1/confidence)}, and no warm-up.
 *
 * <p>I. Frias-Blanco et al.: Online and non-parametric drift detection methods based on Hoeffding's bounds. IEEE TKDE 27(3),
 * 2015, doi:10.1109/TKDE.2014.2345382.
 */
final class HddmA extends SteppingDetector {
    static final String NAME = "hddm-a";

    private static final DetectorKind KIND = new DetectorKind(NAME, "river", ValueRange.SHARE);

    record Settings(double driftConfidence, double warningConfidence, boolean twoSidedTest)
            implements SteppingSettings {
        Settings {
            Confidences.require(NAME, driftConfidence, warningConfidence);
        }

        static Settings of(Parameters parameters) {
            return new Settings(
                    parameters.number("drift-confidence", 0.001),
                    parameters.number("warning-confidence", 0.005),
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
                    .with("two-sided-test", twoSidedTest);
        }

        @Override
        public HddmA start() {
            return new HddmA(this);
        }
    }

    private final Settings settings;
    private final RunningMean all = new RunningMean();
    private final RunningMean lowest = new RunningMean();
    private final RunningMean highest = new RunningMean();

    private HddmA(Settings settings) {
        super(settings);
        this.settings = settings;
    }

    @Override
    ChangeLevel judge(double value) {
        all.add(value);
        double bound = bound(all);
        if (lowest.count() == 0 || lowest.mean() + bound(lowest) >= all.mean() + bound) {
            lowest.become(all);
        }
        if (highest.count() == 0 || highest.mean() - bound(highest) <= all.mean() - bound) {
            highest.become(all);
        }
        double rise = all.mean() - lowest.mean();
        double fall = highest.mean() - all.mean();
        if (beyond(rise, lowest, settings.driftConfidence)
                || (settings.twoSidedTest && beyond(fall, highest, settings.driftConfidence))) {
            return ChangeLevel.DRIFT;
        }
        boolean warning = beyond(rise, lowest, settings.warningConfidence)
                || (settings.twoSidedTest && beyond(fall, highest, settings.warningConfidence));
        return warning ? ChangeLevel.WARNING : ChangeLevel.NONE;
    }

    private double bound(RunningMean mean) {
        return Math.sqrt(1.0 / (2.0 * mean.count()) * StrictMath.log(1.0 / settings.driftConfidence));
    }

    private boolean beyond(double difference, RunningMean cut, double confidence) {
        if (cut.count() == all.count()) {
            return false;
        }
        double m = (double) (all.count() - cut.count()) / cut.count() * (1.0 / all.count());
        return difference >= Math.sqrt(m / 2 * StrictMath.log(2.0 / confidence));
    }

    @Override
    void restart() {
        all.clear();
        lowest.clear();
        highest.clear();
    }

    @Override
    void write(StateWriter writer) {
        all.write(writer);
        lowest.write(writer);
        highest.write(writer);
    }

    @Override
    void read(StateReader reader) {
        all.read(reader, 0, 1);
        lowest.read(reader, 0, 1);
        highest.read(reader, 0, 1);
        boolean fits = (lowest.count() == 0) == (all.count() == 0) && (highest.count() == 0) == (all.count() == 0);
        if (!fits || Math.max(lowest.count(), highest.count()) > all.count()) {
            throw reader.invalid("the cuts do not lie among the values");
        }
    }
}
