package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.EProcess;
import io.streamgauge.statistics.inference.EProcessState;
import io.streamgauge.statistics.inference.NullDistribution;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How many windows does the e-process take to a false alarm, and to find a drift that lasts; and how many do tests of single windows, at the same
 * false-alarm rate stated? For each kind of stream and window size a line with {@code alarms in windows} (their quotient is the average run length) if
 * the shift is 0, else with the mean delay in windows. A run that has not alarmed after {@code most} windows is broken off there.
 *
 * <p>Arguments: kinds of streams and window sizes, separated by commas; reference windows; baselines (each is the beginning of a stream of its own, with one
 * run); the average run length stated; {@code most}; the shift in standard deviations, from the first live window on; the floor; {@code all} for the
 * other tests, too.
 */
public final class RunLengths {
    private final SteadyStream.Kind kind;
    private final int n;
    private final int windows;
    private final double averageRunLength;
    private final int most;
    private final double shift;
    private final double floor;
    private final List<String> metrics;

    private RunLengths(SteadyStream.Kind kind, int n, String[] arguments) {
        this.kind = kind;
        this.n = n;
        this.windows = Integer.parseInt(arguments[2]);
        this.averageRunLength = Double.parseDouble(arguments[4]);
        this.most = Integer.parseInt(arguments[5]);
        this.shift = Double.parseDouble(arguments[6]);
        this.floor = Double.parseDouble(arguments[7]);
        this.metrics = arguments.length > 8 ? Distances.names() : List.of();
    }

    public static void main(String[] arguments) {
        int baselines = Integer.parseInt(arguments[3]);
        for (String kind : arguments[0].split(",", -1)) {
            for (String size : arguments[1].split(",", -1)) {
                int n = Integer.parseInt(size);
                var program = new RunLengths(SteadyStream.Kind.valueOf(kind), n, arguments);
                System.out.println("%-16s %6d".formatted(kind, n) + program.line(baselines));
            }
        }
    }

    private String line(int baselines) {
        var lengths = new LinkedHashMap<String, List<Integer>>();
        IntStream.range(0, baselines)
                .mapToObj(this::run)
                .forEach(
                        run -> run.forEach((metric, length) -> lengths.computeIfAbsent(metric, any -> new ArrayList<>())
                                .add(length)));
        var line = new StringBuilder();
        lengths.forEach((metric, all) -> {
            int[] found = all.stream().mapToInt(Math::abs).toArray();
            int observed = Arrays.stream(found).sum();
            long alarms = all.stream().filter(length -> length > 0).count();
            line.append(
                    shift == 0
                            ? "  %s %d/%d".formatted(metric, alarms, observed)
                            : String.format(
                                    Locale.ROOT,
                                    "  %s %.1f (%d of %d)",
                                    metric,
                                    observed / (double) found.length,
                                    alarms,
                                    found.length));
        });
        return line.toString();
    }

    /** Windows to the alarm by metric; negative if there was none. */
    private Map<String, Integer> run(int baseline) {
        long seed = 1_000_003L * baseline + n;
        Layout layout = new SteadyStream(kind, seed).layoutOf(windows * n);
        var stream = new SteadyStream(kind, seed); // the same rows again, now counted
        List<Profile> reference = new ArrayList<>();
        Profile total = layout.newProfile();
        for (int i = 0; i < windows; i++) {
            reference.add(stream.window(layout, n));
            total.mergeFrom(reference.get(i));
        }
        var detectors = new LinkedHashMap<String, Predicate<Profile>>();
        detectors.put(EProcess.NAME, sequential(total, reference));
        for (String name : metrics) {
            Distance distance = Distances.named(name);
            if (distance.appliesTo(layout)) {
                NullDistribution nothingMoved = Calibration.fit(distance, total, reference);
                double threshold = nothingMoved.quantile(1 / averageRunLength, n);
                detectors.put(name, window -> distance.between(total, window) > threshold);
            }
        }
        stream.shift(shift);
        var lengths = new LinkedHashMap<String, Integer>();
        for (int window = 1; window <= most && lengths.size() < detectors.size(); window++) {
            Profile current = stream.window(layout, n);
            int length = window;
            detectors.forEach((name, detector) -> {
                if (!lengths.containsKey(name) && detector.test(current)) {
                    lengths.put(name, length);
                }
            });
        }
        var inOrder = new LinkedHashMap<String, Integer>();
        detectors.keySet().forEach(name -> inOrder.put(name, lengths.getOrDefault(name, -most)));
        return inOrder;
    }

    private Predicate<Profile> sequential(Profile total, List<Profile> reference) {
        var detector = EProcess.fit(total, reference, new EProcess.Settings(averageRunLength, floor));
        var state = new EProcessState[] {detector.start()};
        return window -> {
            EProcess.Step step = detector.step(state[0], window.binCounts());
            state[0] = step.state();
            return step.alarm();
        };
    }
}
