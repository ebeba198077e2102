package io.streamgauge.statistics.change;

/**
 * KSWIN, Kolmogorov-Smirnov windowing: have the latest values another distribution than the ones before them?
 *
 * <p>Over a sliding window of {@code windowSize} values, the {@code statSize} latest are compared with all older ones by the
 * two-sample Kolmogorov-Smirnov test after every value: {@code p <= alpha} and a distance above 0.1 is a drift. The p-value
 * is exact while the product of both sizes is at most 10 000, otherwise asymptotic; with ties it is conservative. After a
 * drift the latest {@code statSize} values stay. {@code alpha} is the level of one test, and there is a test at every value:
 * take it small. No warnings.
 *
 * <p>Variant: our own, without random numbers. The paper and river compare with a random sample of {@code statSize} of the
 * older values; comparing with all of them draws nothing, so that a replay says the same, and loses no power. river also
 * forgets the latest values at the value behind a drift.
 *
 * <p>C. Raab, M. Heusinger, F.-M. Schleif: Reactive soft prototype computing for concept drift streams. Neurocomputing 416,
 * 2020, doi:10.1016/j.neucom.2019.11.111.
 */
final class Kswin extends SteppingDetector {
    static final String NAME = "kswin";

    private static final DetectorKind KIND = new DetectorKind(NAME, "deterministic, after river", ValueRange.NUMBER);

    /** Below this distance a change does not matter, however sure it is. */
    private static final double LEAST_DISTANCE = 0.1;

    record Settings(double alpha, int windowSize, int statSize) implements SteppingSettings {
        Settings {
            Parameters.require(alpha >= 1e-9 && alpha < 1, NAME, "alpha", "must be in [1e-9, 1)", alpha);
            Parameters.require(statSize >= 2, NAME, "stat-size", "must be at least 2", statSize);
            Parameters.require(
                    windowSize >= 2L * statSize && windowSize <= 20_000,
                    NAME,
                    "window-size",
                    "must be in [2*stat-size, 20000]",
                    windowSize);
        }

        static Settings of(Parameters parameters) {
            return new Settings(
                    parameters.number("alpha", 0.005),
                    parameters.count("window-size", 100),
                    parameters.count("stat-size", 30));
        }

        @Override
        public DetectorKind kind() {
            return KIND;
        }

        @Override
        public Specification parameters() {
            return Specification.of(NAME)
                    .with("alpha", alpha)
                    .with("window-size", windowSize)
                    .with("stat-size", statSize);
        }

        @Override
        public Kswin start() {
            return new Kswin(this);
        }

        private int olderSize() {
            return windowSize - statSize;
        }
    }

    private final Settings settings;
    private final long criticalGap;
    /** In order of arrival, the oldest at {@code first}; {@code count} of them. */
    private final double[] window;

    private final SortedValues older;
    private final SortedValues latest;
    private int first;
    private int count;

    private Kswin(Settings settings) {
        super(settings);
        this.settings = settings;
        this.window = new double[settings.windowSize];
        this.older = new SortedValues(settings.olderSize());
        this.latest = new SortedValues(settings.statSize);
        long least = (long) (LEAST_DISTANCE * settings.olderSize() * settings.statSize) + 1;
        this.criticalGap =
                Math.max(least, TwoSampleGap.critical(settings.alpha, settings.olderSize(), settings.statSize));
    }

    @Override
    ChangeLevel judge(double value) {
        push(value);
        if (count < settings.windowSize) {
            return ChangeLevel.NONE;
        }
        return TwoSampleGap.between(older, latest) >= criticalGap ? ChangeLevel.DRIFT : ChangeLevel.NONE;
    }

    private void push(double value) {
        if (count == settings.windowSize) {
            older.remove(window[first]);
            first = (first + 1) % settings.windowSize;
            count--;
        }
        if (count >= settings.statSize) {
            double turnsOld = window[at(count - settings.statSize)];
            latest.remove(turnsOld);
            older.add(turnsOld);
        }
        window[at(count)] = value;
        latest.add(value);
        count++;
    }

    private int at(int index) {
        return (first + index) % settings.windowSize;
    }

    @Override
    void restart() {
        older.clear();
        first = at(count - settings.statSize);
        count = settings.statSize;
    }

    @Override
    void write(StateWriter writer) {
        writer.count(count);
        for (int i = 0; i < count; i++) {
            writer.number(window[at(i)]);
        }
    }

    @Override
    void read(StateReader reader) {
        long values = reader.count(0, settings.windowSize);
        for (long i = 0; i < values; i++) {
            push(reader.number(-1e100, 1e100));
        }
    }
}
