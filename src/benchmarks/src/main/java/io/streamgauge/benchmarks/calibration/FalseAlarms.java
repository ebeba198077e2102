package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.comparison.ProfileDistances;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How often does a calibrated threshold fire when nothing changes? For each kind of stream, window size, baseline and metric a
 * line ({@link Rate}) with the alarms at level 0.01 and 0.001, as soon as it is known; {@link RateTable} makes a table of them.
 *
 * <p>Arguments: kinds of streams and window sizes, separated by commas; reference windows; the first baseline and the one behind the last, as in
 * {@code 0-40}; live windows of each baseline; optionally metrics, or all. Each baseline is the beginning of a stream of its own, whose live windows follow.
 */
public final class FalseAlarms {
    private static final int MOST_ROWS_OF_LAYOUT = 1_000_000;

    private FalseAlarms() {}

    public static void main(String[] arguments) {
        int windows = Integer.parseInt(arguments[2]);
        String[] baselines = arguments[3].split("-", -1);
        int live = Integer.parseInt(arguments[4]);
        List<Distance> metrics = arguments.length == 5
                ? Trial.METRICS
                : Arrays.stream(arguments[5].split(",", -1))
                        .map(ProfileDistances::of)
                        .toList();
        for (String name : arguments[0].split(",", -1)) {
            var kind = SteadyStream.Kind.valueOf(name);
            for (String size : arguments[1].split(",", -1)) {
                int n = Integer.parseInt(size);
                for (int i = Integer.parseInt(baselines[0]); i < Integer.parseInt(baselines[1]); i++) {
                    trial(kind, n, windows, live, 1_000_003L * i + n)
                            .rates(metrics, kind.name().toLowerCase(Locale.ROOT), n, i)
                            .forEach(rate -> System.out.println(rate.line()));
                }
            }
        }
    }

    static Trial trial(SteadyStream.Kind kind, int n, int windows, int live, long seed) {
        Layout layout = new SteadyStream(kind, seed).layoutOf(Math.min(MOST_ROWS_OF_LAYOUT, windows * n));
        var stream = new SteadyStream(kind, seed); // the same rows again, now counted
        var profiles = new Profile[windows + live];
        Arrays.setAll(profiles, i -> stream.window(layout, n));
        List<Profile> all = new ArrayList<>(Arrays.asList(profiles));
        Profile total = layout.newProfile();
        all.subList(0, windows).forEach(total::mergeFrom);
        return new Trial(total, all.subList(0, windows), all.subList(windows, all.size()));
    }
}
