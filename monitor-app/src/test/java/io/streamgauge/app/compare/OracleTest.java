package io.streamgauge.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.SharedData;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.statistics.comparison.Convention;
import io.streamgauge.statistics.comparison.Measured;
import io.streamgauge.statistics.comparison.Metric;
import io.streamgauge.statistics.comparison.MetricSpecification;
import io.streamgauge.statistics.comparison.Metrics;
import io.streamgauge.statistics.comparison.Numbers;
import io.streamgauge.statistics.comparison.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every number that SciPy, Evidently and NannyML came to on real data, against ours: values to 1e-9, p-values to 1e-6. Says how
 * many rows of each kind it checked, and which it cannot express.
 */
class OracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double VALUE = 1e-9;
    private static final double P_VALUE = 1e-6;

    /** Cells of a file's rows for each (file, rows, feature, type). */
    private final Map<String, Sample> samples = new HashMap<>();

    private final Map<String, Integer> checked = new TreeMap<>();
    private final Map<String, Integer> inexpressible = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics_bike_sharing",
                "metrics_california_housing",
                "metrics_chicago_taxi",
                "metrics_elec2",
                "metrics_sagemaker_churn"
            })
    void everyMetricEqualsTheOracle(String name) throws IOException {
        Path file = SharedData.file("oracles/" + name + ".jsonl");
        for (String line : Files.readAllLines(file)) {
            JsonNode row = JSON.readTree(line);
            OracleMetric.of(row)
                    .ifPresentOrElse(
                            metric -> check(row, metric),
                            () -> inexpressible.merge(row.get("metric").asText(), 1, Integer::sum));
        }
        report(name);
    }

    @Test
    void everyUnivariateDriftEqualsNannyMl() throws IOException {
        Path file = SharedData.file("oracles/nannyml_california_housing.jsonl");
        Map<String, String> metrics = Map.of(
                "jensen_shannon", "js-distance",
                "hellinger", "hellinger",
                "kolmogorov_smirnov", "ks",
                "wasserstein", "wasserstein");
        for (String line : Files.readAllLines(file)) {
            JsonNode row = JSON.readTree(line);
            if (!row.get("calculator").asText().equals("UnivariateDriftCalculator")) {
                continue;
            }
            String metric = metrics.get(row.get("key").get(1).asText());
            String chunk = "california_housing/" + row.get("period").asText() + ".csv.gz";
            String feature = row.get("key").get(0).asText();
            Sample reference =
                    sample("california_housing/reference.csv.gz", 0, Long.MAX_VALUE, feature, FeatureType.NUMERIC);
            Sample current = sample(
                    chunk,
                    row.get("start_index").asLong(),
                    row.get("end_index").asLong() + 1,
                    feature,
                    FeatureType.NUMERIC);
            Metric nannyml = Convention.named("nannyml").metric(MetricSpecification.parse(metric));
            compare(row, metric, nannyml.between(reference, current).value(), row.get("value"), VALUE);
        }
        report("nannyml");
    }

    private void check(JsonNode row, OracleMetric metric) {
        FeatureType type = row.get("type").asText().equals("numeric") ? FeatureType.NUMERIC : FeatureType.CATEGORICAL;
        String feature = row.get("feature").asText();
        try {
            Sample reference = sample(row.get("ref"), feature, type);
            Sample current = sample(row.get("cur"), feature, type);
            Measured measured = metric.metric().between(reference, current);
            String name = row.get("metric").asText();
            Optional<String> artefact =
                    artefact(name, reference, current, row.get("value").asDouble());
            if (artefact.isPresent()) {
                inexpressible.merge(name + " (" + artefact.get() + ")", 1, Integer::sum);
                return;
            }
            compare(
                    row,
                    name,
                    metric.isPValue() ? measured.pValue() : measured.value(),
                    row.get("value"),
                    metric.isPValue() ? P_VALUE : VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the oracle's number is its own rounding error, and the true one is known: both sides are the same. */
    private static Optional<String> artefact(String metric, Sample reference, Sample current, double value) {
        boolean sameConstant = reference instanceof Numbers a
                && current instanceof Numbers b
                && a.min() == b.max()
                && a.max() == b.min();
        if (metric.equals("welch_t_pvalue") && sameConstant && value < 1) {
            return Optional.of("two equal constants: the oracle tests the rounding error of its means");
        }
        return metric.endsWith("hellinger") && value > 0 && value < 3e-8
                ? Optional.of("equal shares: the oracle is the root of the rounding error of 1 - 1")
                : Optional.empty();
    }

    private void compare(JsonNode row, String metric, Double ours, JsonNode oracle, double tolerance) {
        checked.merge(metric, 1, Integer::sum);
        double theirs = oracle.asDouble();
        // What is left of a difference of two sums of a thousand shares is no relative error.
        double allowed = Math.max(tolerance * Math.abs(theirs), 1e-15);
        if (ours == null || !(Math.abs(ours - theirs) <= allowed)) {
            String text = row.toString();
            wrong.add("%s: ours %s, oracle %s in %s"
                    .formatted(metric, ours, theirs, text.substring(0, Math.min(700, text.length()))));
        }
    }

    private void report(String name) {
        System.out.println(name + ": rows checked " + checked + ", not expressible " + inexpressible);
        Map<String, Integer> byMetric = new TreeMap<>();
        wrong.forEach(each -> byMetric.merge(each.substring(0, each.indexOf(':')), 1, Integer::sum));
        assertThat(wrong.stream().limit(12)).as("%s of %s", byMetric, checked).isEmpty();
        assertThat(checked.values().stream().mapToInt(Integer::intValue).sum()).isPositive();
    }

    private Sample sample(JsonNode selector, String feature, FeatureType type) throws IOException {
        return sample(
                selector.get("file").asText(),
                selector.get("rows").get(0).asLong(),
                selector.get("rows").get(1).asLong(),
                feature,
                type);
    }

    private Sample sample(String file, long from, long to, String feature, FeatureType type) throws IOException {
        String key = file + from + "-" + to + feature + type;
        Sample known = samples.get(key);
        if (known == null) {
            known = FileColumns.read(SharedData.file(file), feature::equals, Map.of(feature, type), from, to)
                    .values()
                    .get(feature)
                    .sample(type);
            samples.put(key, known);
        }
        return known;
    }

    @Test
    void thereIsAMetricForEveryNameOfTheList() {
        assertThat(Metrics.names()).hasSize(20);
    }
}
