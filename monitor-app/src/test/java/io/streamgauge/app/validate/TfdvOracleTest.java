package io.streamgauge.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The verdicts of TensorFlow Data Validation on its own test cases and on real rows are ours too. */
class TfdvOracleTest {
    private static final String WHOLE = "(dataset)";

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

    /**
     * What differs by default, and why: COMPARATOR_TREATMENT_DATA_MISSING and NO_DATA_IN_SPAN, which upstream declares and
     * never says; limits that count without the other one; words of booleans; NaN that matches NaN. The list of reasons is
     * at {@link Compatibility}.
     */
    @Test
    void agreesByDefaultButWhereOursDiffersOnPurpose() throws IOException {
        Agreement agreement = run(Compatibility.OURS);
        agreement.print();
        assertThat((double) agreement.agreed / agreement.cases)
                .as(() -> String.join("\n", agreement.disagreements))
                .isGreaterThanOrEqualTo(0.97);
    }

    private static Agreement run(Compatibility compatibility) throws IOException {
        var agreement = new Agreement();
        for (OracleCase one : OracleCase.all(compatibility)) {
            agreement.add(one.name(), expected(one.json()), byFeature(one.anomalies(one.contract())));
        }
        return agreement;
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
