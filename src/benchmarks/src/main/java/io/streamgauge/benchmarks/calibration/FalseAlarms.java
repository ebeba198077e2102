package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How often does a calibrated threshold fire when nothing changes, relative to its level? For each kind of stream and window size, a
 * line with a pair {@code a/b} for each metric: the rate of alarms at level 0.01, divided by 0.01, and at 0.001, divided by 0.001.
 *
 * <p>Arguments: kinds of streams and window sizes, separated by commas, reference windows, baselines, live windows of each baseline. Each baseline is the
 * beginning of a stream of its own, whose live windows follow; the rates are means over the baselines.
 */
public final class FalseAlarms {
    private static final double[] LEVELS = {0.01, 0.001};

    private FalseAlarms() {}

    public static void main(String[] arguments) {
        int[] sizes = Arrays.stream(arguments[1].split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        int windows = Integer.parseInt(arguments[2]);
        int baselines = Integer.parseInt(arguments[3]);
        int live = Integer.parseInt(arguments[4]);
        for (String name : arguments[0].split(",", -1)) {
            var kind = SteadyStream.Kind.valueOf(name);
            for (int n : sizes) {
                var line = new StringBuilder("%-16s %6d".formatted(kind, n));
                rates(kind, n, windows, baselines, live)
                        .forEach((metric, rate) -> line.append(String.format(
                                Locale.ROOT, "  %s %.2f/%.2f", metric, rate[0] / LEVELS[0], rate[1] / LEVELS[1])));
                System.out.println(line);
            }
        }
    }

    private static Map<String, double[]> rates(SteadyStream.Kind kind, int n, int windows, int baselines, int live) {
        var rates = new LinkedHashMap<String, double[]>();
        for (int baseline = 0; baseline < baselines; baseline++) {
            long seed = 1_000_003L * baseline + n;
            Layout layout = new SteadyStream(kind, seed).layoutOf(windows * n);
            var stream = new SteadyStream(kind, seed); // the same rows again, now counted
            List<Profile> reference = new ArrayList<>();
            Profile total = layout.newProfile();
            for (int i = 0; i < windows; i++) {
                reference.add(stream.window(layout, n));
                total.mergeFrom(reference.get(i));
            }
            List<Profile> current = new ArrayList<>();
            for (int i = 0; i < live; i++) {
                current.add(stream.window(layout, n));
            }
            for (String name : Distances.names()) {
                Distance distance = Distances.named(name);
                if (distance.appliesTo(layout)) {
                    add(
                            rates.computeIfAbsent(name, any -> new double[2]),
                            distance,
                            total,
                            reference,
                            current,
                            baselines);
                }
            }
        }
        return rates;
    }

    private static void add(
            double[] rate,
            Distance distance,
            Profile total,
            List<Profile> reference,
            List<Profile> current,
            int baselines) {
        var nothingChanged = Calibration.fit(distance, total, reference);
        for (int level = 0; level < LEVELS.length; level++) {
            double threshold =
                    nothingChanged.quantile(LEVELS[level], current.get(0).count());
            long alarms = current.stream()
                    .filter(window -> distance.between(total, window) > threshold)
                    .count();
            rate[level] += alarms / (double) current.size() / baselines;
        }
    }
}
