package io.streamgauge.app.compare;

import io.streamgauge.statistics.comparison.Convention;
import io.streamgauge.statistics.comparison.Convention.Limit;
import io.streamgauge.statistics.comparison.Measured;
import io.streamgauge.statistics.comparison.Metric;
import io.streamgauge.statistics.comparison.MetricSpecification;
import io.streamgauge.statistics.comparison.Metrics;
import io.streamgauge.statistics.distance.EffectSize;
import io.streamgauge.statistics.inference.FalseDiscovery;
import io.streamgauge.statistics.inference.NullDistribution;
import io.streamgauge.statistics.inference.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which features differ between two data sets?
 *
 * <p>A feature {@code MOVED} if its value is at least the floor and its p-value survives the procedure of Benjamini and Hochberg
 * over all features of the same metric. The p-value is the metric's own where it is a test, else that of its null distribution
 * for independent rows. Where a convention brings a limit of its own, that limit alone decides, as in the tool.
 */
public final class Comparison {
    private static final double POWER = 0.8;
    private static final long LEAST_ROWS = 30;

    private final Settings settings;

    public Comparison(Settings settings) {
        this.settings = settings;
    }

    /** The metrics that were asked for, of one feature. */
    private record Judgeable(
            ComparedRow row,
            boolean isLimited,
            double floor,
            @Nullable Double judgedP) {}

    /**
     * All metrics of all features to which they apply, metric by metric, features in the order given.
     *
     * @param strict a metric that does not apply to a feature is an error, because the feature was asked for by name
     * @throws IllegalArgumentException if a metric is unknown, or applies to none of the features
     */
    public List<ComparedRow> compare(List<FeaturePair> pairs, boolean strict) {
        List<ComparedRow> rows = new ArrayList<>();
        if (settings.metrics().isEmpty()) {
            rows.addAll(judged(pairs.parallelStream()
                    .map(pair -> row(pair, defaultFor(pair)))
                    .toList()));
        }
        List<Metric> metrics = settings.metrics().stream().map(this::metric).toList();
        for (Metric metric : metrics) {
            List<FeaturePair> fitting = fitting(metric, pairs, strict);
            rows.addAll(judged(
                    fitting.parallelStream().map(pair -> row(pair, metric)).toList()));
        }
        return rows;
    }

    private static List<FeaturePair> fitting(Metric metric, List<FeaturePair> pairs, boolean strict) {
        String refused = null;
        List<FeaturePair> fitting = new ArrayList<>();
        for (FeaturePair pair : pairs) {
            String refusal = metric.refusal(pair.reference());
            if (refusal == null) {
                fitting.add(pair);
            } else {
                refused = "feature '%s': %s".formatted(pair.feature(), refusal);
            }
        }
        if (refused != null && (strict || fitting.isEmpty())) {
            throw new IllegalArgumentException(refused);
        }
        return fitting;
    }

    private Metric metric(MetricSpecification specification) {
        Convention convention = settings.convention();
        return convention == null ? Metrics.of(specification) : convention.metric(specification);
    }

    private Metric defaultFor(FeaturePair pair) {
        Convention convention = settings.convention();
        return convention == null
                ? Metrics.of(Metrics.DEFAULT)
                : convention.defaultFor(pair.reference(), pair.current());
    }

    private Judgeable row(FeaturePair pair, Metric metric) {
        long n = metric.counted(pair.current());
        Measured measured = settings.streaming()
                ? metric.streaming(pair.reference(), pair.current())
                : metric.between(pair.reference(), pair.current());
        Optional<Limit> limit = Optional.ofNullable(settings.convention())
                .flatMap(convention -> convention.limit(metric.specification().name()));
        // A convention with its own limit needs no calibration, which is the costly part.
        Optional<NullDistribution> nothingMoved =
                limit.isPresent() ? Optional.empty() : metric.nullDistribution(pair.reference());
        double floor = floor(metric);
        Double p = pValue(measured, nothingMoved, n);
        Double threshold = limit.map(Limit::threshold)
                .or(() -> nothingMoved.map(law -> Math.max(floor, law.quantile(settings.level(), n))))
                .orElse(null);
        ComparedRow row = new ComparedRow(
                pair,
                metric.specification().text(),
                settings.convention() == null
                        ? metric.convention()
                        : settings.convention().word() + ":" + metric.convention(),
                measured.value(),
                p,
                finite(threshold),
                Verdict.STEADY,
                finite(nothingMoved
                        .map(law -> law.detectableEffect(settings.level(), POWER, n))
                        .orElse(null)),
                metric.counted(pair.reference()),
                n);
        Verdict verdict = first(
                row,
                limit.orElse(null),
                nothingMoved
                        .map(law -> isBlind(law.detectableEffect(settings.level(), POWER, n), floor))
                        .orElse(false));
        return new Judgeable(row.withVerdict(verdict), limit.isPresent(), nothingMoved.isPresent() ? floor : 0, p);
    }

    private static @Nullable Double pValue(Measured measured, Optional<NullDistribution> nothingMoved, long n) {
        Double value = measured.value();
        if (measured.pValue() != null || value == null || nothingMoved.isEmpty()) {
            return measured.pValue();
        }
        return nothingMoved.get().pValue(Math.max(0, value), n); // kl with a zero fill can be below 0
    }

    private static @Nullable Double finite(@Nullable Double number) {
        return number != null && Double.isFinite(number) ? number : null;
    }

    /** The service's floor for the service's metric; whoever asks for another number sets the scale. */
    private double floor(Metric metric) {
        Double given = settings.floor();
        if (given != null) {
            return given;
        }
        boolean isDefault =
                metric.specification().name().equals(Metrics.DEFAULT.name()) && settings.convention() == null;
        return isDefault ? EffectSize.SMALL : 0;
    }

    /** Whether a change as large as the floor would likely be missed. */
    private static boolean isBlind(double detectableEffect, double floor) {
        return Double.isInfinite(detectableEffect) || (floor > 0 && detectableEffect > floor);
    }

    /** The verdict before the other features are looked at. */
    private static Verdict first(ComparedRow row, @Nullable Limit limit, boolean isBlind) {
        Double value = row.value();
        if (value == null || Math.min(row.nReference(), row.nCurrent()) < LEAST_ROWS) {
            return Verdict.NOT_ENOUGH_DATA;
        }
        if (limit == null) {
            return isBlind ? Verdict.UNDETECTABLE : Verdict.STEADY;
        }
        Double p = row.pValue();
        boolean beyond = limit.isOnPValue() ? p != null && p <= limit.threshold() : value >= limit.threshold();
        return beyond ? Verdict.MOVED : Verdict.STEADY;
    }

    private List<ComparedRow> judged(List<Judgeable> family) {
        int[] tested = IntStream.range(0, family.size())
                .filter(i -> isTested(family.get(i)))
                .toArray();
        double[] pValues = IntStream.of(tested)
                .mapToDouble(i -> orOne(family.get(i).judgedP()))
                .toArray();
        boolean[] rejected = FalseDiscovery.rejected(pValues, settings.level());
        List<ComparedRow> rows =
                new ArrayList<>(family.stream().map(Judgeable::row).toList());
        for (int k = 0; k < tested.length; k++) {
            Judgeable each = family.get(tested[k]);
            Double value = each.row().value();
            if (rejected[k] && value != null && Math.abs(value) >= each.floor()) {
                rows.set(tested[k], each.row().withVerdict(Verdict.MOVED));
            }
        }
        return rows;
    }

    private static boolean isTested(Judgeable each) {
        return !each.isLimited() && each.judgedP() != null && each.row().verdict() != Verdict.NOT_ENOUGH_DATA;
    }

    private static double orOne(@Nullable Double p) {
        return p == null ? 1 : p;
    }
}
