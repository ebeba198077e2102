package io.streamgauge.app.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.SharedData;
import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.checks.schema.ControlData;
import io.streamgauge.checks.schema.SchemaCheck;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.importer.tfdv.TfdvSchema;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.schemas.importer.tfdv.TfdvValidationConfig;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One case that TensorFlow Data Validation has judged: its schema and its data, read and judged as by {@code validate}. */
record OracleCase(
        String name,
        JsonNode json,
        DataContract contract,
        WeighableStatistics data,
        ControlData controls,
        CheckOptions options) {
    private static final List<String> FOLDERS = List.of("tfdv_cases", "tfdv_real", "tfdv_matrix");
    private static final Pattern STEP = Pattern.compile("step: \"([^\"]*)\"");

    /** All of them; skips the test if they are not here. */
    static List<OracleCase> all(Compatibility compatibility) throws IOException {
        List<OracleCase> cases = new ArrayList<>();
        for (String folder : FOLDERS) {
            cases.addAll(in(folder, compatibility));
        }
        return cases;
    }

    /** Those of one folder. */
    static List<OracleCase> in(String folder, Compatibility compatibility) throws IOException {
        List<OracleCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.file("oracles/" + folder))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
                cases.add(of(file.getFileName().toString(), json, compatibility));
            }
        }
        return cases;
    }

    /** Whether upstream says with a flag that there is not one example. */
    boolean dataMissing() {
        return json.at("/expected/data_missing").asBoolean();
    }

    private static OracleCase of(String name, JsonNode json, Compatibility compatibility) throws IOException {
        return new OracleCase(
                name,
                json,
                TfdvSchema.ofText(json.path("schema_pbtxt").asText()).contract(),
                TfdvStatistics.ofText(json.path("statistics_pbtxt").asText()),
                new ControlData(
                        statisticsOrNull(json, "previous_span_statistics_pbtxt"),
                        statisticsOrNull(json, "serving_statistics_pbtxt"),
                        statisticsOrNull(json, "previous_version_statistics_pbtxt")),
                options(json, compatibility));
    }

    private static CheckOptions options(JsonNode json, Compatibility compatibility) throws IOException {
        Set<List<String>> wanted = null;
        if (json.hasNonNull("features_needed_pbtxt")) {
            wanted = new HashSet<>();
            Matcher step = STEP.matcher(json.path("features_needed_pbtxt").asText());
            while (step.find()) {
                wanted.add(List.of(step.group(1)));
            }
        }
        String environment = json.path("environment").asText("");
        return new CheckOptions(
                environment.isEmpty() ? null : environment,
                TfdvValidationConfig.ofText(json.path("config_pbtxt").asText("")),
                wanted,
                compatibility);
    }

    private static @Nullable WeighableStatistics statisticsOrNull(JsonNode json, String field) throws IOException {
        return json.hasNonNull(field) ? TfdvStatistics.ofText(json.path(field).asText()) : null;
    }

    /** Our anomalies by this or another contract. */
    List<Anomaly> anomalies(DataContract other) {
        return switch (json.path("entry_point").asText()) {
            case "find_changes" -> SchemaCheck.changes(other, data, controls, options);
            case "find_skew" -> SchemaCheck.skew(other, data, controls, options);
            default -> SchemaCheck.anomalies(other, data, controls, options);
        };
    }
}
