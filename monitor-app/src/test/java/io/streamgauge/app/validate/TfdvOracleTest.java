package io.streamgauge.app.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.checks.schema.ControlData;
import io.streamgauge.checks.schema.SchemaCheck;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Severity;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verdicts of TensorFlow Data Validation on its own test cases and on real rows are ours too. */
class TfdvOracleTest {
    private static final List<String> FOLDERS = List.of("tfdv_cases", "tfdv_real", "tfdv_matrix");
    private static final String WHOLE = "(dataset)";
    private static final Pattern STEP = Pattern.compile("step: \"([^\"]*)\"");

    private record Verdict(Set<String> types, String severity) {}

    private static final class Agreement {
        private final Map<String, int[]> byType = new TreeMap<>();
        private final List<String> disagreements = new ArrayList<>();
        private int cases;
        private int agreed;

        void add(String name, Map<String, Verdict> expected, Map<String, Verdict> found) {
            cases++;
            if (expected.equals(found)) {
                agreed++;
            } else {
                disagreements.add("%s:%n  expected %s%n  found    %s".formatted(name, expected, found));
            }
            Set<String> features = new TreeSet<>(expected.keySet());
            features.addAll(found.keySet());
            for (String feature : features) {
                var wanted = expected.getOrDefault(feature, new Verdict(Set.of(), ""))
                        .types();
                var got = found.getOrDefault(feature, new Verdict(Set.of(), "")).types();
                Set<String> types = new TreeSet<>(wanted);
                types.addAll(got);
                for (String type : types) {
                    int[] tally = byType.computeIfAbsent(type, key -> new int[2]);
                    tally[0]++;
                    tally[1] += wanted.contains(type) && got.contains(type) ? 1 : 0;
                }
            }
        }

        void print() {
            byType.forEach((type, tally) -> System.out.printf("%-55s %4d of %4d agree%n", type, tally[1], tally[0]));
            System.out.printf("cases: %d of %d agree%n", agreed, cases);
            disagreements.forEach(System.out::println);
        }
    }

    @Test
    void agreesOnAtLeastNinetyNineOfAHundredCasesWhenAskedForTheirVerdict() throws IOException {
        Agreement agreement = run(Compatibility.TFDV);
        agreement.print();
        assertThat((double) agreement.agreed / agreement.cases)
                .as(() -> String.join("\n", agreement.disagreements))
                .isGreaterThanOrEqualTo(0.99);
    }

    private static Agreement run(Compatibility compatibility) throws IOException {
        var agreement = new Agreement();
        var mapper = new ObjectMapper();
        for (String folder : FOLDERS) {
            for (Path file : cases(folder)) {
                JsonNode one = mapper.readTree(Files.readAllBytes(file));
                agreement.add(file.getFileName().toString(), expected(one), found(one, compatibility));
            }
        }
        return agreement;
    }

    private static List<Path> cases(String folder) throws IOException {
        Path directory = shared().resolve("data/oracles").resolve(folder);
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Path shared() {
        String given = System.getenv("STREAMGAUGE_SHARED");
        Path found = given == null ? null : Path.of(given);
        for (Path up = Path.of("").toAbsolutePath(); found == null && up != null; up = up.getParent()) {
            Path candidate = up.resolve("../shared").normalize();
            found = Files.isDirectory(candidate.resolve("data/oracles")) ? candidate : null;
        }
        assumeTrue(
                found != null && Files.isDirectory(found.resolve("data/oracles")),
                "the oracle cases are not here: no ../shared above this folder, and STREAMGAUGE_SHARED does not name it");
        return found;
    }

    private static Map<String, Verdict> expected(JsonNode one) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        one.at("/expected/anomalies")
                .properties()
                .forEach(entry -> verdicts.put(entry.getKey(), verdict(entry.getValue())));
        JsonNode whole = one.at("/expected/dataset_anomaly");
        if (!whole.isMissingNode() && !whole.isNull()) {
            verdicts.put(WHOLE, verdict(whole));
        }
        return verdicts;
    }

    private static Verdict verdict(JsonNode anomaly) {
        Set<String> types = new TreeSet<>();
        anomaly.path("types").forEach(type -> types.add(type.asText()));
        return new Verdict(types, anomaly.path("severity").asText());
    }

    private static Map<String, Verdict> found(JsonNode one, Compatibility compatibility) throws IOException {
        DataContract contract =
                TfdvSchema.ofText(one.path("schema_pbtxt").asText()).contract();
        WeighableStatistics data = statistics(one, "statistics_pbtxt");
        var controls = new ControlData(
                statisticsOrNull(one, "previous_span_statistics_pbtxt"),
                statisticsOrNull(one, "serving_statistics_pbtxt"),
                statisticsOrNull(one, "previous_version_statistics_pbtxt"));
        CheckOptions options = options(one, compatibility);
        return byFeature(
                switch (one.path("entry_point").asText()) {
                    case "find_changes" -> SchemaCheck.changes(contract, data, controls, options);
                    case "find_skew" -> SchemaCheck.skew(contract, data, controls, options);
                    default -> SchemaCheck.anomalies(contract, data, controls, options);
                });
    }

    private static CheckOptions options(JsonNode one, Compatibility compatibility) throws IOException {
        Set<List<String>> wanted = null;
        if (one.hasNonNull("features_needed_pbtxt")) {
            wanted = new HashSet<>();
            Matcher step = STEP.matcher(one.path("features_needed_pbtxt").asText());
            while (step.find()) {
                wanted.add(List.of(step.group(1)));
            }
        }
        String environment = one.path("environment").asText("");
        return new CheckOptions(
                environment.isEmpty() ? null : environment,
                TfdvValidationConfig.ofText(one.path("config_pbtxt").asText("")),
                wanted,
                compatibility);
    }

    private static WeighableStatistics statistics(JsonNode one, String field) throws IOException {
        return TfdvStatistics.ofText(one.path(field).asText());
    }

    private static WeighableStatistics statisticsOrNull(JsonNode one, String field) throws IOException {
        return one.hasNonNull(field) ? statistics(one, field) : null;
    }

    private static Map<String, Verdict> byFeature(List<Anomaly> anomalies) {
        Map<String, Set<String>> types = new TreeMap<>();
        Map<String, Severity> severities = new TreeMap<>();
        for (Anomaly anomaly : anomalies) {
            String feature = anomaly.feature() == null ? WHOLE : anomaly.feature();
            types.computeIfAbsent(feature, key -> new TreeSet<>())
                    .add(anomaly.type().name());
            severities.merge(feature, anomaly.severity(), (a, b) -> a.atLeast(b) ? a : b);
        }
        Map<String, Verdict> verdicts = new TreeMap<>();
        types.forEach((feature, set) ->
                verdicts.put(feature, new Verdict(set, severities.get(feature).name())));
        return verdicts;
    }
}
