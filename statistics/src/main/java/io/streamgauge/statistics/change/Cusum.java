package io.streamgauge.statistics.change;

/**
 * CUSUM, the cumulative sum chart: has the sum of deviations from the running mean, which cannot fall below 0, grown too
 * large?
 *
 * <p>{@code up = max(0, alpha*up + x - mean - delta)} (the mean includes {@code x}), and {@code up > threshold} is a drift;
 * {@code down = max(0, alpha*down - x + mean - delta)} likewise. Nothing is judged before {@code minInstances} values.
 * {@code threshold} is in units of the values times a number of values. No warnings.
 *
 * <p>Variant: frouros ({@code CUSUM}), whose {@code lambda_} is {@code threshold} and {@code min_num_instances} is
 * {@code min-instances} here; {@code alpha} (1: no forgetting) and the downward side are additions. The mean runs on, it is
 * not frozen after a warm-up, so slow drifts are followed rather than found.
 *
 * <p>E. S. Page: Continuous inspection schemes. Biometrika 41, 1954, doi:10.1093/biomet/41.1-2.100.
 */
final class Cusum extends SteppingDetector {
    static final DetectorKind KIND = new DetectorKind("cusum", "frouros", ValueRange.NUMBER);

    static DetectorSettings settings(Parameters parameters) {
        return SumSettings.of(KIND, parameters, 1, Direction.UP);
    }

    private final SumSettings settings;
    private final RunningMean values = new RunningMean();
    private double up;
    private double down;

    Cusum(SumSettings settings) {
        super(settings);
        this.settings = settings;
    }

    @Override
    ChangeLevel judge(double value) {
        values.add(value);
        double mean = values.mean();
        up = Math.max(0, settings.alpha() * up + value - mean - settings.delta());
        down = Math.max(0, settings.alpha() * down - value + mean - settings.delta());
        boolean risen = settings.mode().up() && up > settings.threshold();
        boolean fallen = settings.mode().down() && down > settings.threshold();
        return values.count() >= settings.minInstances() && (risen || fallen) ? ChangeLevel.DRIFT : ChangeLevel.NONE;
    }

    @Override
    void restart() {
        values.clear();
        up = 0;
        down = 0;
    }

    @Override
    void write(StateWriter writer) {
        values.write(writer);
        writer.number(up).number(down);
    }

    @Override
    void read(StateReader reader) {
        values.read(reader, -1e100, 1e100);
        up = reader.number(0, Double.MAX_VALUE);
        down = reader.number(0, Double.MAX_VALUE);
    }
}
