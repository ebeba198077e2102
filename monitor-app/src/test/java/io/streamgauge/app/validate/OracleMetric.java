package io.streamgauge.app.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.SharedData;
import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.checks.schema.ControlData;
import io.streamgauge.checks.schema.SchemaCheck;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.Comparator.HistogramSource;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One distance that TensorFlow Data Validation has computed, asked of the check of limits: with a limit just below the
 * distance it must speak, with the distance as limit it must not; where upstream answers with an error, never.
 */
record OracleMetric(String name, JsonNode json, WeighableStatistics data, ControlData controls) {
    private static final double NEAR = 1e-9;
    private static final double BELOW_ALL = -1;

    /** All of them; skips the test if they are not here. */
    static List<OracleMetric> all() throws IOException {
        List<OracleMetric> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.file("oracles/tfdv_metric_cases"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
                WeighableStatistics data = TfdvStatistics.ofText(
                        json.path("a_dataset_statistics_pbtxt").asText());
                WeighableStatistics control = TfdvStatistics.ofText(
                        json.path("b_dataset_statistics_pbtxt").asText());
                cases.add(new OracleMetric(
                        file.getFileName().toString(),
                        json,
                        data,
                        new ControlData(null, called(path(data), control), null)));
            }
        }
        return cases;
    }

    private static List<String> path(WeighableStatistics data) {
        return data.byCount().features().get(0).path();
    }

    /** The first feature under another name: the first of each side is compared, whatever they are called. */
    private static WeighableStatistics called(List<String> path, WeighableStatistics data) {
        FeatureStatistics one = data.byCount().features().get(0);
        var renamed = new FeatureStatistics(
                path,
                one.type(),
                one.presences(),
                one.numeric(),
                one.texts(),
                one.language(),
                one.maxBytes(),
                one.custom(),
                one.derived());
        return WeighableStatistics.of(new DatasetStatistics(data.byCount().examples(), List.of(renamed)));
    }

    String metric() {
        return json.path("metric").asText();
    }

    /** How our answer differs; null if it does not. */
    @Nullable
    String difference(Compatibility compatibility) {
        if (!json.path("ok").asBoolean()) {
            return anomalies(BELOW_ALL, compatibility).isEmpty() ? null : "expected no value";
        }
        double value = json.path("value").asDouble();
        List<Anomaly> below = anomalies(value - NEAR, compatibility);
        String element = json.path("element").asText("");
        if (below.isEmpty()) {
            return "expected %s, found less".formatted(value);
        }
        if (!anomalies(value + NEAR, compatibility).isEmpty()) {
            return "expected %s, found more".formatted(value);
        }
        return below.get(0).description().contains(element) ? null : "expected the largest at " + element;
    }

    private List<Anomaly> anomalies(double limit, Compatibility compatibility) {
        String name = path(data).get(0);
        FeatureContract feature = FeatureContract.of(name, null)
                .change()
                .kind(FeatureType.CATEGORICAL)
                .skew(comparator(limit))
                .build();
        return SchemaCheck.skew(
                DataContract.EMPTY.withFeatures(List.of(feature)),
                data,
                controls,
                new CheckOptions(null, Map.of(), null, compatibility));
    }

    private Comparator comparator(double limit) {
        boolean quantiles = json.path("histogram_selection_pbtxt").asText("").contains("QUANTILES");
        HistogramSource source = quantiles ? HistogramSource.QUANTILES : HistogramSource.STANDARD;
        return switch (metric()) {
            case "LInftyDistance" -> new Comparator(limit, null, source, null);
            case "NormalizedAbsoluteDifference" -> new Comparator(null, null, source, limit);
            default -> new Comparator(null, limit, source, null);
        };
    }

    /** Whether numbers that no bucket can hold are compared: where we match them and upstream does not. */
    boolean hasSpecialNumbers() {
        return Stream.of("a_dataset_statistics_pbtxt", "b_dataset_statistics_pbtxt")
                .map(side -> json.path(side).asText())
                .anyMatch(text -> text.contains("num_nan") || text.contains("inf"));
    }
}
