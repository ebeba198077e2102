package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.Fixtures;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A stream of standard normal values, each correlated with the one before, that is first the reference and then goes on
 * unchanged: whatever is found in it is a false alarm.
 *
 * @param phi autocorrelation; 0 for independent values
 * @param rows rows of a window
 * @param referenceWindows how many windows the reference has
 * @param seed of the stream
 */
record Simulation(double phi, int rows, int referenceWindows, long seed) {

    static final List<Distance> NUMERIC = Distances.names().stream()
            .map(Distances::named)
            .filter(distance -> distance.appliesTo(Grid.of(0)))
            .toList();

    /** For each numeric distance, the share of live windows beyond its quantile. */
    Map<String, Double> falseAlarmRates(double level, int liveWindows, int liveRows) {
        var stream = new Stream(phi, seed);
        double[] values = stream.next(rows * referenceWindows);
        Grid grid = Grid.fromSample(values, Grid.DEFAULT_BINS);
        var windows = new ArrayList<Profile>();
        Profile total = grid.newProfile();
        for (int i = 0; i < referenceWindows; i++) {
            windows.add(Fixtures.profileOf(grid, Arrays.copyOfRange(values, i * rows, (i + 1) * rows)));
            total.mergeFrom(windows.get(i));
        }
        double[] thresholds = NUMERIC.stream()
                .mapToDouble(
                        distance -> Calibration.fit(distance, total, windows).quantile(level, liveRows))
                .toArray();
        var alarms = new int[thresholds.length];
        for (int i = 0; i < liveWindows; i++) {
            Profile live = Fixtures.profileOf(grid, stream.next(liveRows));
            for (int d = 0; d < thresholds.length; d++) {
                alarms[d] += NUMERIC.get(d).between(total, live) > thresholds[d] ? 1 : 0;
            }
        }
        var rates = new LinkedHashMap<String, Double>();
        for (int d = 0; d < thresholds.length; d++) {
            rates.put(NUMERIC.get(d).name(), alarms[d] / (double) liveWindows);
        }
        return rates;
    }

    /** {@code x' = phi x + sqrt(1 - phi^2) e}. */
    static final class Stream {

        private final double phi;
        private final SplittableRandom random;
        private double x;

        Stream(double phi, long seed) {
            this.phi = phi;
            this.random = new SplittableRandom(seed);
            this.x = gaussian();
        }

        double[] next(int n) {
            var values = new double[n];
            for (int i = 0; i < n; i++) {
                x = phi * x + Math.sqrt(1 - phi * phi) * gaussian();
                values[i] = x;
            }
            return values;
        }

        /** The generator's own nextGaussian may differ between Java versions. */
        private double gaussian() {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            return radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }
}
