package io.streamgauge.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.files.SharedData;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.statistics.comparison.Metric;
import io.streamgauge.statistics.comparison.MetricSpecification;
import io.streamgauge.statistics.comparison.Metrics;
import io.streamgauge.statistics.comparison.Numbers;
import io.streamgauge.statistics.comparison.Sample;
import io.streamgauge.statistics.profile.Grid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The streaming form keeps to its documented distance from the exact one, on real data. */
class StreamingBoundTest {
    private static final List<String> ON_BINS = List.of(
            "psi",
            "kl",
            "js-divergence",
            "js-distance",
            "l-infinity",
            "normalized-absolute-difference",
            "total-variation",
            "hellinger",
            "chi-square",
            "g-test");

    /** What the documented bounds are made of: widest bin, largest share of a bin, the gap of ks, the share of an outer bin. */
    private record Facts(
            Numbers reference, Numbers current, double widest, double outside, double share, double gap, double outer) {

        double n() {
            return reference.compared();
        }

        double m() {
            return current.compared();
        }

        /** nm / (n + m) */
        double size() {
            return n() * m() / (n() + m());
        }
    }

    private static Facts facts(String file, String feature) throws IOException {
        double[] first = values(file, feature, 0, 5000);
        Numbers reference = Numbers.of(first);
        Numbers current = Numbers.of(values(file, feature, 5000, 10_000));
        Grid grid = Grid.fromSample(first, Grid.DEFAULT_BINS);
        double lowest = grid.edge(0);
        double highest = grid.edge(grid.edgeCount() - 1);
        double widest = 0;
        double share = 0;
        for (int i = 0; i <= grid.edgeCount(); i++) {
            boolean isOuter = i == 0 || i == grid.edgeCount();
            widest = Math.max(widest, isOuter ? 0 : grid.edge(i) - grid.edge(i - 1));
            for (Numbers each : List.of(reference, current)) {
                double below = i == 0 ? 0 : each.lessThan(grid.edge(i - 1));
                double upTo = i == grid.edgeCount() ? each.compared() : each.lessThan(grid.edge(i));
                share = Math.max(share, (upTo - below) / each.compared());
            }
        }
        double all = reference.compared() + current.compared();
        double below = (reference.lessThan(lowest) + current.lessThan(lowest)) / all;
        double above = 1 - (reference.lessThan(highest) + current.lessThan(highest)) / all;
        double outside = 2 * Math.max(0, current.max() - highest) + 2 * Math.max(0, lowest - current.min());
        Double gap = Metrics.of(MetricSpecification.parse("ks"))
                .between(reference, current)
                .value();
        assertThat(gap).isNotNull();
        return new Facts(reference, current, widest, outside, share, gap, Math.min(below, above));
    }

    @ParameterizedTest
    @CsvSource({
        "bike_sharing/bike_hour.csv.gz,temp",
        "bike_sharing/bike_hour.csv.gz,cnt",
        "chicago_taxi/taxi_trips.csv.gz,fare",
        "chicago_taxi/taxi_trips.csv.gz,trip_miles",
        "elec2/elec2.csv.gz,nswprice",
        "elec2/elec2.csv.gz,nswdemand"
    })
    void streamingFormKeepsItsBound(String file, String feature) throws IOException {
        Facts facts = facts(file, feature);
        double lengths = facts.widest() + facts.outside();

        for (String metric : ON_BINS) {
            for (String binning : List.of("baseline", "reference-quantile", "reference-width", "reference-doane")) {
                assertThat(gap(metric + ":binning=" + binning, facts))
                        .as(metric)
                        .isZero();
            }
        }
        assertThat(gap("js-divergence", facts)).isZero();
        assertThat(gap("effect-size", facts)).isZero();
        assertThat(gap("ks", facts)).isBetween(-1e-12, facts.share() + 1e-12);
        assertThat(Math.abs(gap("wasserstein", facts))).isLessThanOrEqualTo(lengths);
        assertThat(Math.abs(gap("wasserstein-normalized:min-deviation=1e-9", facts)))
                .isLessThanOrEqualTo(1.0001 * lengths / deviation(facts));
        assertThat(Math.abs(gap("energy", facts))).isLessThanOrEqualTo(Math.sqrt(2 * lengths));
        assertThat(Math.abs(gap("mann-whitney", facts)))
                .isLessThanOrEqualTo(facts.n() * facts.m() * facts.share() / 2 + 1e-6);
        assertThat(Math.abs(gap("welch-t", facts))).isLessThan(1e-4);
        double distance = facts.share() * (2 * facts.gap() + facts.share());
        double tails = 3 * facts.outer() * Math.pow((facts.n() + facts.m()) / Math.min(facts.n(), facts.m()), 2);
        double weighted = facts.size()
                * (2 * distance * Math.log(1 / Math.max(facts.outer(), 1e-4)) + facts.gap() * facts.gap() + tails);
        // The standard deviation of the statistic is 0.76 for samples of this size.
        assertThat(Math.abs(gap("anderson-darling", facts))).isLessThanOrEqualTo(weighted / 0.75);
    }

    /** Values without ties, as the bound asks for: the same columns, each value with a small deterministic part of its own. */
    @ParameterizedTest
    @CsvSource({
        "bike_sharing/bike_hour.csv.gz,hum",
        "chicago_taxi/taxi_trips.csv.gz,fare",
        "elec2/elec2.csv.gz,nswprice"
    })
    void cramerVonMisesOfUntiedValuesKeepsItsBound(String file, String feature) throws IOException {
        Numbers reference = Numbers.of(untied(values(file, feature, 0, 5000), 0));
        Numbers current = Numbers.of(untied(values(file, feature, 5000, 10_000), 0.5));
        Grid grid = Grid.fromSample(untied(values(file, feature, 0, 5000), 0), Grid.DEFAULT_BINS);
        double share = 0;
        for (int i = 0; i <= grid.edgeCount(); i++) {
            for (Numbers each : List.of(reference, current)) {
                double below = i == 0 ? 0 : each.lessThan(grid.edge(i - 1));
                double upTo = i == grid.edgeCount() ? each.compared() : each.lessThan(grid.edge(i));
                share = Math.max(share, (upTo - below) / each.compared());
            }
        }
        Double gap = Metrics.of(MetricSpecification.parse("ks"))
                .between(reference, current)
                .value();
        assertThat(gap).isNotNull();
        var facts = new Facts(reference, current, 0, 0, share, gap, 0);
        double bound = facts.size() * share * (2 * gap + 3 * share);

        assertThat(Math.abs(gap("cramer-von-mises", facts))).isLessThanOrEqualTo(bound);
    }

    private static double[] untied(double[] values, double shift) {
        double[] changed = values.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] += (Math.floorMod(i * 7919L, 5000L) + shift) * 1e-7;
        }
        return changed;
    }

    private static double deviation(Facts facts) {
        double mean = 0;
        double squares = 0;
        double[] values = expanded(facts.reference());
        for (double value : values) {
            mean += value / values.length;
        }
        for (double value : values) {
            squares += (value - mean) * (value - mean) / values.length;
        }
        return Math.sqrt(squares);
    }

    private static double gap(String metric, Facts facts) {
        return gap(metric, facts.reference(), facts.current());
    }

    /** Exact less streaming. */
    private static double gap(String metric, Sample reference, Sample current) {
        Metric settled = Metrics.of(MetricSpecification.parse(metric));
        Double exact = settled.between(reference, current).value();
        Double streaming = settled.streaming(reference, current).value();
        assertThat(exact).isNotNull();
        assertThat(streaming).isNotNull();
        return exact - streaming;
    }

    private static double[] values(String file, String feature, long from, long to) throws IOException {
        Sample sample = FileColumns.read(
                        SharedData.file(file), feature::equals, Map.of(feature, FeatureType.NUMERIC), from, to)
                .values()
                .get(feature)
                .sample(FeatureType.NUMERIC);
        return expanded((Numbers) sample);
    }

    private static double[] expanded(Numbers sample) {
        int n = (int) sample.compared();
        var values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = sample.quantile(i / (n - 1.0));
        }
        return values;
    }
}
