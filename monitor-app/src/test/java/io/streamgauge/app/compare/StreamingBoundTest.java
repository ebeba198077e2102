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

    @ParameterizedTest
    @CsvSource({
        "bike_sharing/bike_hour.csv.gz,temp",
        "bike_sharing/bike_hour.csv.gz,cnt",
        "chicago_taxi/taxi_trips.csv.gz,fare",
        "chicago_taxi/taxi_trips.csv.gz,trip_miles",
        "elec2/elec2.csv.gz,nswprice",
        "elec2/elec2.csv.gz,transfer"
    })
    void streamingFormKeepsItsBound(String file, String feature) throws IOException {
        double[] first = values(file, feature, 0, 5000);
        double[] second = values(file, feature, 5000, 10_000);
        Numbers reference = Numbers.of(first);
        Numbers current = Numbers.of(second);
        Grid grid = Grid.fromSample(first, Grid.DEFAULT_BINS);
        double widest = 0;
        double share = 0;
        for (int i = 1; i < grid.edgeCount(); i++) {
            widest = Math.max(widest, grid.edge(i) - grid.edge(i - 1));
            for (Numbers each : List.of(reference, current)) {
                long inside = each.lessThan(grid.edge(i)) - each.lessThan(grid.edge(i - 1));
                share = Math.max(share, (double) inside / each.compared());
            }
        }
        double outside = 2 * Math.max(0, current.max() - grid.edge(grid.edgeCount() - 1))
                + 2 * Math.max(0, grid.edge(0) - current.min());

        assertThat(gap("psi:bins=10,binning=reference-quantile", reference, current))
                .isZero();
        assertThat(gap("js-divergence", reference, current)).isZero();
        assertThat(gap("hellinger:binning=reference-width", reference, current)).isZero();
        assertThat(gap("js-distance:binning=reference-doane", reference, current))
                .isZero();
        assertThat(gap("ks", reference, current)).isBetween(-1e-12, share + 1e-12);
        assertThat(Math.abs(gap("wasserstein", reference, current))).isLessThanOrEqualTo(widest + outside);
        assertThat(Math.abs(gap("energy", reference, current))).isLessThanOrEqualTo(Math.sqrt(2 * (widest + outside)));
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
