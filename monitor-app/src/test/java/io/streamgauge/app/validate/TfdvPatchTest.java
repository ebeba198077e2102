package io.streamgauge.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.checks.schema.SchemaPatches;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the patch that is proposed for an anomaly, the same data do not have it: on every case of the oracle. */
class TfdvPatchTest {
    @ParameterizedTest
    @EnumSource(Compatibility.class)
    void everyAnomalyHasAPatchThatAcceptsIt(Compatibility compatibility) throws IOException {
        List<String> stubborn = new ArrayList<>();
        int accepted = 0;
        for (OracleCase one : OracleCase.all(compatibility)) {
            var patches = new SchemaPatches(one.contract(), one.data(), one.controls(), one.options());
            for (Anomaly anomaly : one.anomalies(one.contract())) {
                if (isAccepted(one, anomaly, patches)) {
                    accepted++;
                } else {
                    stubborn.add(one.name() + ": " + anomaly);
                }
            }
        }
        System.out.printf("%s: %d anomalies are accepted by their patch%n", compatibility, accepted);
        assertThat(stubborn).isEmpty();
        assertThat(accepted).isGreaterThan(400);
    }

    private static boolean isAccepted(OracleCase one, Anomaly anomaly, SchemaPatches patches) {
        Optional<DataContract> changed = patches.accepting(anomaly);
        if (changed.isEmpty()) {
            return anomaly.type() == AnomalyType.NO_DATA_IN_SPAN;
        }
        return one.anomalies(changed.get()).stream()
                .noneMatch(left -> Objects.equals(left.feature(), anomaly.feature()) && left.type() == anomaly.type());
    }
}
