package io.streamgauge.statistics.change;

/**
 * ADWIN, adaptive windowing: do an older and a newer part of the longest window that looks like one distribution have
 * different means?
 *
 * <p>The window of {@code W} values is kept as exponentially growing buckets (at most {@code maxBuckets} of each size). At
 * every bucket border it is cut into {@code n0} older and {@code n1} newer values; with {@code v} the variance of the window,
 * {@code 1/m = 1/(n0-minWindowLength+1) + 1/(n1-minWindowLength+1)} and {@code L = ln(2 ln(W)/delta)}, the cut is a drift if
 * {@code |mean0 - mean1| > sqrt(2 v L / m) + 2/3 L / m}. Looked at every {@code clock} values, once there are more than
 * {@code gracePeriod}. No warnings. Memory grows with the logarithm of the window.
 *
 * <p>Variant: river ({@code drift.ADWIN}), not MOA: the newest bucket of each size counts with the newer part at every cut.
 * After a drift the window is emptied; with {@code reset=false} (river 0.7 and earlier, MOA) only the old part is dropped.
 *
 * <p>A. Bifet, R. Gavalda: Learning from time-changing data with adaptive windowing. SDM 2007,
 * doi:10.1137/1.9781611972771.42.
 */
final class Adwin extends SteppingDetector {
    static final String NAME = "adwin";

    private static final DetectorKind KIND = new DetectorKind(NAME, "river", ValueRange.NUMBER);

    record Settings(double delta, int clock, int maxBuckets, int minWindowLength, int gracePeriod, boolean reset)
            implements SteppingSettings {
        Settings {
            Parameters.require(delta > 0 && delta < 1, NAME, "delta", "must be in (0, 1)", delta);
            Parameters.require(clock >= 1, NAME, "clock", "must be at least 1", clock);
            // With one bucket a size, a merge would leave a size without any.
            Parameters.require(
                    maxBuckets >= 2 && maxBuckets <= 1000, NAME, "max-buckets", "must be in [2, 1000]", maxBuckets);
            Parameters.require(minWindowLength >= 1, NAME, "min-window-length", "must be at least 1", minWindowLength);
            Parameters.require(gracePeriod >= 1, NAME, "grace-period", "must be at least 1", gracePeriod);
        }

        static Settings of(Parameters parameters) {
            return new Settings(
                    parameters.number("delta", 0.002),
                    parameters.count("clock", 32),
                    parameters.count("max-buckets", 5),
                    parameters.count("min-window-length", 5),
                    parameters.count("grace-period", 10),
                    parameters.flag("reset", true));
        }

        @Override
        public DetectorKind kind() {
            return KIND;
        }

        @Override
        public Specification parameters() {
            return Specification.of(NAME)
                    .with("delta", delta)
                    .with("clock", clock)
                    .with("max-buckets", maxBuckets)
                    .with("min-window-length", minWindowLength)
                    .with("grace-period", gracePeriod)
                    .with("reset", reset);
        }

        @Override
        public Adwin start() {
            return new Adwin(this);
        }
    }

    private final Settings settings;
    private final BucketWindow window;
    private int sinceLook;

    private Adwin(Settings settings) {
        super(settings);
        this.settings = settings;
        this.window = new BucketWindow(settings.maxBuckets);
    }

    @Override
    ChangeLevel judge(double value) {
        window.add(value);
        sinceLook = (sinceLook + 1) % settings.clock;
        if (sinceLook != 0 || window.width() <= settings.gracePeriod) {
            return ChangeLevel.NONE;
        }
        ChangeLevel level = ChangeLevel.NONE;
        while (window.anyCut(this::differ)) {
            level = ChangeLevel.DRIFT;
            window.dropOldest();
        }
        return level;
    }

    private boolean differ(double n0, double sum0, double n1, double sum1) {
        if (n0 < settings.minWindowLength || n1 < settings.minWindowLength) {
            return false;
        }
        double l = StrictMath.log(2 * StrictMath.log(window.width()) / settings.delta);
        double shares = 1.0 / (n0 - settings.minWindowLength + 1) + 1.0 / (n1 - settings.minWindowLength + 1);
        double limit = Math.sqrt(2 * shares * window.variance() * l) + 2.0 / 3 * l * shares;
        return Math.abs(sum0 / n0 - sum1 / n1) > limit;
    }

    @Override
    void restart() {
        if (settings.reset) {
            window.clear();
            sinceLook = 0;
        }
    }

    @Override
    void write(StateWriter writer) {
        writer.count(sinceLook);
        window.write(writer);
    }

    @Override
    void read(StateReader reader) {
        sinceLook = (int) reader.count(0, settings.clock - 1L);
        window.read(reader);
    }
}
