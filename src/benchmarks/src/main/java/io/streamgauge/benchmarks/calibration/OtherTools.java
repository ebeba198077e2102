package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.comparison.Categories;
import io.streamgauge.statistics.comparison.Convention;
import io.streamgauge.statistics.comparison.Measured;
import io.streamgauge.statistics.comparison.Metric;
import io.streamgauge.statistics.comparison.MetricSpecification;
import io.streamgauge.statistics.comparison.Numbers;
import io.streamgauge.statistics.comparison.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How often do the default limits of other tools fire on the streams of {@link FalseAlarms}, in which nothing changes? Their metrics are
 * computed from raw values in their conventions. Lines and arguments are those of {@link FalseAlarms}; {@code RateTable percent} makes a table of them.
 *
 * <p>Evidently fires at psi, js-distance and normalised Wasserstein of 0.1 and at a Kolmogorov-Smirnov p-value of 0.05; NannyML beyond mean and three
 * standard deviations of the chunks of the reference; of TFDV's and Vertex AI's measure for the type (Jensen-Shannon divergence, l-infinity), limits of 0.1 and 0.3
 * are taken, and of deequ's (largest gap, without and with its correction for small samples) 0.1, since these tools leave them to the user.
 */
public final class OtherTools {

    /** The limit of a tool, from which on it speaks of drift. */
    private record Rule(String name, Metric metric, Limit limit) {
        Rule(String name, String convention, String metric, Limit limit) {
            this(name, Convention.named(convention).metric(MetricSpecification.parse(metric)), limit);
        }
    }

    private interface Limit {
        boolean isReached(Measured measured, double ofChunks);

        static Limit value(double limit) {
            return (measured, ofChunks) -> measured.value() != null && measured.value() >= limit;
        }

        static Limit pValue(double limit) {
            return (measured, ofChunks) -> measured.pValue() != null && measured.pValue() <= limit;
        }

        static Limit chunks() {
            return (measured, ofChunks) -> measured.value() != null && measured.value() > ofChunks;
        }
    }

    private static final List<Rule> OF_NUMBERS = List.of(
            new Rule("Evidently psi", "evidently", "psi", Limit.value(0.1)),
            new Rule("Evidently js-distance", "evidently", "js-distance", Limit.value(0.1)),
            new Rule("Evidently wasserstein", "evidently", "wasserstein-normalized", Limit.value(0.1)),
            new Rule("Evidently ks", "evidently", "ks", Limit.pValue(0.05)),
            new Rule("NannyML", "nannyml", "js-distance", Limit.chunks()),
            new Rule("TFDV 0.1", "tfdv", "js-divergence", Limit.value(0.1)),
            new Rule("Vertex 0.3", "tfdv", "js-divergence", Limit.value(0.3)),
            new Rule("deequ simple", "deequ", "ks:robust=0", Limit.value(0.1)),
            new Rule("deequ robust", "deequ", "ks", Limit.value(0.1)));

    private static final List<Rule> OF_CATEGORIES = List.of(
            new Rule("Evidently psi", "evidently", "psi", Limit.value(0.1)),
            new Rule("Evidently js-distance", "evidently", "js-distance", Limit.value(0.1)),
            new Rule("NannyML", "nannyml", "js-distance", Limit.chunks()),
            new Rule("TFDV 0.1", "tfdv", "l-infinity", Limit.value(0.1)),
            new Rule("Vertex 0.3", "tfdv", "l-infinity", Limit.value(0.3)),
            new Rule("deequ simple", "deequ", "l-infinity:robust=0", Limit.value(0.1)),
            new Rule("deequ robust", "deequ", "l-infinity", Limit.value(0.1)));

    private OtherTools() {}

    public static void main(String[] arguments) {
        int windows = Integer.parseInt(arguments[2]);
        String[] baselines = arguments[3].split("-", -1);
        int live = Integer.parseInt(arguments[4]);
        for (String name : arguments[0].split(",", -1)) {
            var kind = SteadyStream.Kind.valueOf(name);
            for (String size : arguments[1].split(",", -1)) {
                for (int i = Integer.parseInt(baselines[0]); i < Integer.parseInt(baselines[1]); i++) {
                    rates(kind, Integer.parseInt(size), windows, i, live)
                            .forEach(rate -> System.out.println(rate.line()));
                }
            }
        }
    }

    private static List<Rate> rates(SteadyStream.Kind kind, int n, int windows, int baseline, int live) {
        var stream = new SteadyStream(kind, 1_000_003L * baseline + n);
        List<Sample> chunks = new ArrayList<>();
        Sample reference =
                kind.isNumeric() ? numbers(stream, n, windows, chunks) : categories(stream, n, windows, chunks);
        List<Sample> current = IntStream.range(0, live)
                .mapToObj(i -> kind.isNumeric() ? Numbers.of(stream.numbers(n)) : sample(stream.categories(n)))
                .toList();
        return (kind.isNumeric() ? OF_NUMBERS : OF_CATEGORIES)
                .stream()
                        .map(rule -> new Rate(
                                kind.name().toLowerCase(Locale.ROOT),
                                n,
                                baseline,
                                rule.name(),
                                live,
                                alarms(rule, reference, chunks, current),
                                0))
                        .toList();
    }

    private static int alarms(Rule rule, Sample reference, List<Sample> chunks, List<Sample> current) {
        double ofChunks = rule.name().equals("NannyML") ? ofChunks(rule.metric(), reference, chunks) : 0;
        return (int) current.stream()
                .filter(window -> rule.limit().isReached(rule.metric().between(reference, window), ofChunks))
                .count();
    }

    /** Mean and three population standard deviations. */
    private static double ofChunks(Metric metric, Sample reference, List<Sample> chunks) {
        double[] values = chunks.stream()
                .map(chunk -> metric.between(reference, chunk).value())
                .mapToDouble(value -> value == null ? 0 : value)
                .toArray();
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] / values.length)
                .sum();
        double variance = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean) / values.length)
                .sum();
        return mean + 3 * Math.sqrt(variance);
    }

    private static Sample numbers(SteadyStream stream, int n, int windows, List<Sample> chunks) {
        var all = new double[windows * n];
        for (int i = 0; i < windows; i++) {
            double[] values = stream.numbers(n);
            System.arraycopy(values, 0, all, i * n, n);
            chunks.add(Numbers.of(values));
        }
        return Numbers.of(all);
    }

    private static Sample categories(SteadyStream stream, int n, int windows, List<Sample> chunks) {
        int[] all = new int[0];
        for (int i = 0; i < windows; i++) {
            int[] counts = stream.categories(n);
            all = i == 0 ? new int[counts.length] : all;
            for (int c = 0; c < counts.length; c++) {
                all[c] += counts[c];
            }
            chunks.add(sample(counts));
        }
        return sample(all);
    }

    private static Sample sample(int[] counts) {
        Map<String, Long> byName = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                byName.put(SteadyStream.name(i), (long) counts[i]);
            }
        }
        return Categories.of(byName, 0, 0);
    }
}
