package io.streamgauge.app.skew;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.app.files.SharedData;
import io.streamgauge.app.skew.StreamedRows.Pace;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.FeatureSkew;
import io.streamgauge.checks.valueskew.Pairing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of TensorFlow Data Validation's skew detector, and a real data set with injected skew, both with its counts. */
class FeatureSkewOracleTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"feature_skew_cases", "feature_skew_real"})
    void allCasesAgree(String folder) throws IOException {
        List<Path> cases = cases(SharedData.file("oracles/" + folder));

        for (Path file : cases) {
            JsonNode oracle = MAPPER.readTree(file.toFile());
            SkewAnswer answer = FileSkew.of(question(oracle));
            if (oracle.at("/expected/feature_skew").isArray()) {
                assertThat(counts(answer)).as(file.toString()).isEqualTo(counts(oracle));
            }
            JsonNode missing = oracle.at("/expected/counter_examples_with_missing_identifier_features");
            if (missing.isNumber()) {
                assertThat(answer.training().withoutIdentifier()
                                + answer.serving().withoutIdentifier())
                        .as(file.toString())
                        .isEqualTo(missing.asLong());
            }
        }
        System.out.printf("%s: %d of %d cases agree%n", folder, cases.size(), cases.size());
        assertThat(cases).isNotEmpty();
    }

    /** Those that pair repeated identifiers are left out: on topics they make no pair. */
    @ParameterizedTest
    @ValueSource(strings = {"feature_skew_cases", "feature_skew_real"})
    void sameCountsFromTwoTopicsInRandomInterleavings(String folder) throws IOException {
        int asked = 0;
        for (Path file : cases(SharedData.file("oracles/" + folder))) {
            SkewQuestion question = question(MAPPER.readTree(file.toFile()));
            SkewAnswer answer = FileSkew.of(question);
            boolean repeats =
                    answer.pairs() > 0 && FileSkew.of(unique(question)).pairs() != answer.pairs();
            if (!repeats) {
                for (Pace pace : Pace.values()) {
                    assertThat(StreamedRows.count(question, pace, asked++))
                            .as(pace + " " + file)
                            .isEqualTo(StreamedRows.ofFiles(FileSkew.of(unique(question))));
                }
            }
        }
        System.out.printf("%s: %d runs over two topics agree%n", folder, asked);
        assertThat(asked).isPositive();
    }

    private static SkewQuestion unique(SkewQuestion question) {
        return new SkewQuestion(
                question.training(),
                question.serving(),
                question.identifiers(),
                question.ignored(),
                question.tolerances(),
                question.digits(),
                question.listsAsSets(),
                Pairing.UNIQUE_IDENTIFIERS);
    }

    /** What TFDV's tests expect of two cases that the oracle lacks, for both ways to treat repeated identifiers. */
    @Test
    void repeatedIdentifiersGiveNoPairOrAllPairs() throws IOException {
        Path training = lines("base.jsonl", "{\"id\":1,\"v\":1}\n{\"id\":1,\"v\":2}\n{\"id\":2,\"v\":1}\n");
        Path serving = lines("test.jsonl", "{\"id\":1,\"v\":1}\n{\"id\":1,\"v\":1}\n{\"id\":2,\"v\":1}\n{\"v\":1}\n");

        SkewAnswer unique = FileSkew.of(question(training, serving, Pairing.UNIQUE_IDENTIFIERS));
        SkewAnswer all = FileSkew.of(question(training, serving, Pairing.ALL));

        assertThat(unique.pairs()).isEqualTo(1);
        assertThat(unique.training()).isEqualTo(new SideCounts(3, 0, 2, 0));
        assertThat(unique.serving()).isEqualTo(new SideCounts(4, 1, 2, 0));
        assertThat(all.pairs()).isEqualTo(5);
        FeatureCounts counts = all.features().get(0).counts();
        assertThat(List.of(counts.match(), counts.mismatch())).containsExactly(3L, 2L);
    }

    @Test
    void emptyIsNotAbsentButNeitherIsAValue() throws IOException {
        Path training = lines("base.jsonl", "{\"id\":1,\"v\":[],\"w\":[]}\n{\"id\":2}\n{\"id\":3,\"v\":[]}\n");
        Path serving = lines("test.jsonl", "{\"id\":1,\"v\":[]}\n{\"id\":2,\"v\":null}\n{\"id\":3,\"v\":[7]}\n");

        SkewAnswer answer = FileSkew.of(question(training, serving, Pairing.ALL));

        assertThat(answer.features())
                .extracting(each -> each.feature() + " " + each.counts())
                .containsExactly("v " + new FeatureCounts(1, 0, 0, 1, 1), "w " + new FeatureCounts(0, 0, 0, 0, 0));
        assertThat(answer.features().get(0).counts().baseCount()).isZero();
    }

    private static SkewQuestion question(Path training, Path serving, Pairing pairing) {
        return new SkewQuestion(training, serving, List.of("id"), Set.of(), Map.of(), null, Set.of(), pairing);
    }

    private SkewQuestion question(JsonNode oracle) throws IOException {
        JsonNode params = oracle.get("params");
        JsonNode digits = params.get("float_round_ndigits");
        return new SkewQuestion(
                oracle.has("base_file") ? real(oracle, "base_file") : examples(oracle, "base_examples"),
                oracle.has("test_file") ? real(oracle, "test_file") : examples(oracle, "test_examples"),
                texts(params.get("identifier_features")),
                Set.copyOf(texts(params.get("features_to_ignore"))),
                Map.of(),
                digits.isNull() ? null : digits.intValue(),
                Set.of(),
                params.get("allow_duplicate_identifiers").asBoolean() ? Pairing.ALL : Pairing.UNIQUE_IDENTIFIERS);
    }

    private static Path real(JsonNode oracle, String field) {
        return SharedData.file("oracles/" + oracle.get(field).asText());
    }

    private Path examples(JsonNode oracle, String field) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (JsonNode example : oracle.get(field)) {
            ObjectNode row = MAPPER.createObjectNode();
            example.properties().forEach(each -> {
                ArrayNode values = (ArrayNode) each.getValue().get("value");
                row.set(each.getKey(), values.size() == 1 ? values.get(0) : values);
            });
            lines.append(row).append('\n');
        }
        return lines(field + ".jsonl", lines.toString());
    }

    private Path lines(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static List<Path> cases(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Map<String, String> counts(SkewAnswer answer) {
        Map<String, String> counts = new TreeMap<>();
        for (FeatureSkew each : answer.features()) {
            FeatureCounts n = each.counts();
            counts.put(
                    each.feature(),
                    "base %d, test %d, match %d, mismatch %d, base only %d, test only %d, differing %d"
                            .formatted(
                                    n.baseCount(),
                                    n.testCount(),
                                    n.match(),
                                    n.mismatch(),
                                    n.baseOnly(),
                                    n.testOnly(),
                                    n.differing()));
        }
        return counts;
    }

    private static Map<String, String> counts(JsonNode oracle) {
        Map<String, String> counts = new TreeMap<>();
        for (JsonNode n : oracle.at("/expected/feature_skew")) {
            counts.put(
                    n.get("feature_name").asText(),
                    "base %s, test %s, match %s, mismatch %s, base only %s, test only %s, differing %s"
                            .formatted(
                                    n.get("base_count"),
                                    n.get("test_count"),
                                    n.get("match_count"),
                                    n.get("mismatch_count"),
                                    n.get("base_only"),
                                    n.get("test_only"),
                                    n.get("diff_count")));
        }
        return counts;
    }
}
