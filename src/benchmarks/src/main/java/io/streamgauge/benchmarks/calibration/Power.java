package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.comparison.Categories;
import io.streamgauge.statistics.comparison.Convention;
import io.streamgauge.statistics.comparison.Measured;
import io.streamgauge.statistics.comparison.Metric;
import io.streamgauge.statistics.comparison.MetricSpecification;
import io.streamgauge.statistics.comparison.Metrics;
import io.streamgauge.statistics.comparison.Numbers;
import io.streamgauge.statistics.comparison.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How likely does a window show a change, by our default and by the statistics of other tools, all at the same realised rate of false
 * alarms? For each stream, window size and change, a line: our default, then the best of the others, then all of them by name. A
 * threshold is the quantile of the statistic's own values over windows in which nothing changed, so calibration plays no part; windows are
 * independent, so the mean delay in windows is one divided by the probability. Means move up in one half of the windows and down in the other,
 * since a test that looks in one direction only sees half of what happens.
 *
 * <p>Arguments: window sizes separated by commas, the rate of false alarms in a window, windows without a change, windows with each change.
 */
public final class Power {
    private static final int REFERENCE_ROWS = 10_000;
    private static final String DEFAULT = "default";
    private static final double MISSING = 0.01;
    private static final Set<String> JUDGED_BY_P = Set.of("welch-t", "mann-whitney");

    private final Stream stream;
    private final SplittableRandom random = new SplittableRandom(20_261_128);
    private final Sample reference;
    private final Map<String, ToDoubleFunction<Sample>> statistics = new LinkedHashMap<>();

    private enum Stream {
        NORMAL,
        LOGNORMAL,
        CATEGORIES_5
    }

    /** What is added in units of the deviation, the share of a new value, and the share of missing rows. */
    private record Change(String name, double shift, double newShare, double missing) {
        Change reversed() {
            return new Change(name, -shift, newShare, missing);
        }
    }

    private static final Change NONE = new Change("none", 0, 0, MISSING);
    private static final List<Change> OF_NUMBERS = List.of(
            new Change("mean +-0.1 sd", 0.1, 0, MISSING),
            new Change("mean +-0.25 sd", 0.25, 0, MISSING),
            new Change("mean +-0.5 sd", 0.5, 0, MISSING),
            new Change("missing +2 %", 0, 0, MISSING + 0.02));
    private static final List<Change> OF_CATEGORIES = List.of(
            new Change("new value 1 %", 0, 0.01, MISSING),
            new Change("new value 5 %", 0, 0.05, MISSING),
            new Change("missing +2 %", 0, 0, MISSING + 0.02));

    private Power(Stream stream) {
        this.stream = stream;
        this.reference = window(REFERENCE_ROWS, NONE);
        statistics.put(DEFAULT, ordered(Metrics.of(Metrics.DEFAULT)));
        for (String tool : Convention.names()) {
            for (String name : Metrics.names()) {
                metric(tool, name).ifPresent(metric -> statistics.put(tool + " " + name, ordered(metric)));
            }
        }
        double usual = share(reference);
        statistics.put("missing-share", sample -> Math.abs(share(sample) - usual)); // NannyML, Evidently, deequ
    }

    private Optional<Metric> metric(String tool, String name) {
        try {
            Metric metric = Convention.named(tool).metric(MetricSpecification.parse(name));
            return Optional.of(metric).filter(any -> any.refusal(reference) == null);
        } catch (IllegalArgumentException notOfThisTool) {
            return Optional.empty();
        }
    }

    private static double share(Sample sample) {
        return sample.missing() / (double) sample.rows();
    }

    /** The larger, the more different. */
    private ToDoubleFunction<Sample> ordered(Metric metric) {
        return sample -> {
            Measured measured = metric.between(reference, sample);
            boolean byP = JUDGED_BY_P.contains(metric.specification().name());
            Double value = byP ? measured.pValue() : measured.value();
            return value == null ? 0 : byP ? -value : value;
        };
    }

    public static void main(String[] arguments) {
        int[] sizes = Arrays.stream(arguments[0].split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        double level = Double.parseDouble(arguments[1]);
        int steady = Integer.parseInt(arguments[2]);
        int changed = Integer.parseInt(arguments[3]);
        for (Stream stream : Stream.values()) {
            for (int n : sizes) {
                new Power(stream).print(n, level, steady, changed);
            }
        }
    }

    private void print(int n, double level, int steady, int changed) {
        Map<String, Double> thresholds = thresholds(n, level, steady);
        for (Change change : stream == Stream.CATEGORIES_5 ? OF_CATEGORIES : OF_NUMBERS) {
            Map<String, Double> powers = powers(n, change, thresholds, changed);
            double ours = Objects.requireNonNull(powers.remove(DEFAULT));
            var best =
                    powers.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %6d  %-15s default %.3f  best %.3f %s  | %s%n",
                    stream.name().toLowerCase(Locale.ROOT),
                    n,
                    change.name(),
                    ours,
                    best.getValue(),
                    best.getKey(),
                    powers.entrySet().stream()
                            .map(each -> "%s %.3f".formatted(each.getKey(), each.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private Map<String, Double> thresholds(int n, double level, int windows) {
        var values = new HashMap<String, double[]>();
        for (int i = 0; i < windows; i++) {
            Sample sample = window(n, NONE);
            int at = i;
            statistics.forEach((name, statistic) ->
                    values.computeIfAbsent(name, any -> new double[windows])[at] = statistic.applyAsDouble(sample));
        }
        int rank = windows - 1 - (int) Math.floor(level * windows);
        values.values().forEach(Arrays::sort);
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()[rank]));
    }

    private Map<String, Double> powers(int n, Change change, Map<String, Double> thresholds, int windows) {
        var powers = new LinkedHashMap<String, Double>();
        for (int i = 0; i < windows; i++) {
            Sample sample = window(n, i % 2 == 0 ? change : change.reversed());
            statistics.forEach((name, statistic) -> powers.merge(
                    name,
                    statistic.applyAsDouble(sample) > Objects.requireNonNull(thresholds.get(name)) ? 1.0 / windows : 0,
                    Double::sum));
        }
        return powers;
    }

    private Sample window(int rows, Change change) {
        int missing = (int) IntStream.range(0, rows)
                .filter(i -> random.nextDouble() < change.missing())
                .count();
        if (stream == Stream.CATEGORIES_5) {
            Map<String, Long> counts = IntStream.range(0, rows - missing)
                    .mapToObj(i -> random.nextDouble() < change.newShare() ? "new" : category())
                    .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
            return Categories.of(counts, missing, 0);
        }
        double[] values = IntStream.range(0, rows - missing)
                .mapToDouble(i -> number() + change.shift() * deviation())
                .toArray();
        return Numbers.of(values, missing, 0);
    }

    private double number() {
        double z = random.nextGaussian();
        return stream == Stream.LOGNORMAL ? Math.exp(z) : z;
    }

    private double deviation() {
        return stream == Stream.LOGNORMAL ? Math.sqrt((Math.E - 1) * Math.E) : 1;
    }

    private String category() {
        double u = random.nextDouble() * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0);
        int i = 1;
        while (i < 5 && u > 1.0 / i) {
            u -= 1.0 / i;
            i++;
        }
        return "v" + i;
    }
}
