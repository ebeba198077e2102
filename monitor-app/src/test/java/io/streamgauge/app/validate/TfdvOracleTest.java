package io.streamgauge.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.app.validate.Agreement.Verdict;
import io.streamgauge.checks.schema.Compatibility;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The verdicts of TensorFlow Data Validation on its own test cases, on real rows and on a matrix of cases are ours too. */
class TfdvOracleTest {
    @Test
    void agreesOnEveryCaseWhenAskedForTheirVerdict() throws IOException {
        Agreement agreement = run(Compatibility.TFDV, new HashSet<>());

        assertThat(agreement.disagreements()).isEmpty();
    }

    /**
     * By default there are two reasons to differ. No example at all is a flag upstream that stands beside an empty list, so that
     * a pipeline goes on with nothing; here it is NO_DATA_IN_SPAN. And there NaN never matches NaN nor infinity infinity, so
     * that a column is at a distance from itself; here they match.
     */
    @Test
    void agreesByDefaultOnNinetyNineOfAHundredCasesAndDiffersForTwoReasonsOnly() throws IOException {
        Set<String> onPurpose = new HashSet<>();
        Agreement agreement = run(Compatibility.OURS, onPurpose);

        assertThat(agreement.disagreements().keySet()).isSubsetOf(onPurpose);
        assertThat(agreement.rate()).isGreaterThanOrEqualTo(0.99);
    }

    private static Agreement run(Compatibility compatibility, Set<String> onPurpose) throws IOException {
        var agreement = new Agreement();
        for (OracleCase one : OracleCase.all(compatibility)) {
            agreement.add(one.name(), expected(one.json()), Agreement.byFeature(one.anomalies(one.contract())));
            if (one.dataMissing()) {
                onPurpose.add(one.name());
            }
        }
        for (OracleMetric one : OracleMetric.all()) {
            agreement.add(one.name(), one.metric(), one.difference(compatibility));
            if (one.hasSpecialNumbers()) {
                onPurpose.add(one.name());
            }
        }
        System.out.println(compatibility);
        agreement.report().forEach(System.out::println);
        return agreement;
    }

    private static Map<String, Verdict> expected(JsonNode one) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        one.at("/expected/anomalies")
                .properties()
                .forEach(entry -> verdicts.put(entry.getKey(), verdict(entry.getValue())));
        JsonNode whole = one.at("/expected/dataset_anomaly");
        if (!whole.isMissingNode() && !whole.isNull()) {
            verdicts.put(Agreement.WHOLE, verdict(whole));
        }
        return verdicts;
    }

    private static Verdict verdict(JsonNode anomaly) {
        Set<String> types = new TreeSet<>();
        anomaly.path("types").forEach(type -> types.add(type.asText()));
        return new Verdict(types, anomaly.path("severity").asText());
    }
}
