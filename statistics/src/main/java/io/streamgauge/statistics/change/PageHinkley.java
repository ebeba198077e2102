package io.streamgauge.statistics.change;

/**
 * The Page-Hinkley test: has the sum of deviations from the running mean moved away from its extreme?
 *
 * <p>With {@code d = x - mean} (the mean includes {@code x}): {@code up = alpha*up + d - delta}, and
 * {@code up - min(up) > threshold} is a drift; likewise {@code down = alpha*down + d + delta} and
 * {@code max(down) - down > threshold}. Nothing is judged before {@code minInstances} values. {@code threshold} is in units
 * of the values times a number of values. No warnings.
 *
 * <p>Variant: river 0.15 and later ({@code drift.PageHinkley}), two-sided by default. river 0.14 and earlier kept one sum that
 * cannot fall below 0: that is {@code cusum:alpha=0.9999,min-instances=29}.
 *
 * <p>E. S. Page: Continuous inspection schemes. Biometrika 41, 1954, doi:10.1093/biomet/41.1-2.100.
 */
final class PageHinkley extends SteppingDetector {
    static final DetectorKind KIND = new DetectorKind("page-hinkley", "river 0.15+", ValueRange.NUMBER);

    static DetectorSettings settings(Parameters parameters) {
        return SumSettings.of(KIND, parameters, 1 - 0.0001, Direction.BOTH);
    }

    private final SumSettings settings;
    private final RunningMean values = new RunningMean();
    private double up;
    private double lowest = Double.POSITIVE_INFINITY;
    private double down;
    private double highest = Double.NEGATIVE_INFINITY;

    PageHinkley(SumSettings settings) {
        super(settings);
        this.settings = settings;
    }

    @Override
    ChangeLevel judge(double value) {
        values.add(value);
        double deviation = value - values.mean();
        up = settings.alpha() * up + deviation - settings.delta();
        lowest = Math.min(lowest, up);
        down = settings.alpha() * down + deviation + settings.delta();
        highest = Math.max(highest, down);
        boolean risen = settings.mode().up() && up - lowest > settings.threshold();
        boolean fallen = settings.mode().down() && highest - down > settings.threshold();
        return values.count() >= settings.minInstances() && (risen || fallen) ? ChangeLevel.DRIFT : ChangeLevel.NONE;
    }

    @Override
    void restart() {
        values.clear();
        up = 0;
        lowest = Double.POSITIVE_INFINITY;
        down = 0;
        highest = Double.NEGATIVE_INFINITY;
    }

    @Override
    void write(StateWriter writer) {
        values.write(writer);
        writer.number(up).number(lowest).number(down).number(highest);
    }

    @Override
    void read(StateReader reader) {
        values.read(reader, -1e100, 1e100);
        up = reader.finite();
        lowest = reader.number(-Double.MAX_VALUE, Double.POSITIVE_INFINITY);
        down = reader.finite();
        highest = reader.number(Double.NEGATIVE_INFINITY, Double.MAX_VALUE);
    }
}
