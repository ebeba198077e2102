package io.streamgauge.checks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.tfdv.TfdvSchema;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of anomaly where it is found, where it is not, and with the patch that accepts it. */
class AnomalyTypesTest {
    /** What no version of upstream says. */
    private static final Set<AnomalyType> NEVER = EnumSet.of(
            AnomalyType.BOOL_TYPE_BYTES_NOT_INT,
            AnomalyType.BOOL_TYPE_BYTES_NOT_STRING,
            AnomalyType.BOOL_TYPE_FLOAT_NOT_INT,
            AnomalyType.BOOL_TYPE_FLOAT_NOT_STRING,
            AnomalyType.BOOL_TYPE_INT_NOT_STRING,
            AnomalyType.BOOL_TYPE_STRING_NOT_INT,
            AnomalyType.ENUM_TYPE_BYTES_NOT_STRING,
            AnomalyType.ENUM_TYPE_FLOAT_NOT_STRING,
            AnomalyType.ENUM_TYPE_INT_NOT_STRING,
            AnomalyType.FEATURE_TYPE_NO_VALUES,
            AnomalyType.FEATURE_TYPE_UNEXPECTED_REPEATED,
            AnomalyType.FLOAT_TYPE_NOT_FLOAT,
            AnomalyType.FLOAT_TYPE_NON_STRING,
            AnomalyType.FLOAT_TYPE_UNKNOWN_TYPE_NUMBER,
            AnomalyType.INT_TYPE_INT_EXPECTED,
            AnomalyType.INT_TYPE_NOT_STRING,
            AnomalyType.INT_TYPE_STRING_EXPECTED,
            AnomalyType.INT_TYPE_UNKNOWN_TYPE_NUMBER,
            AnomalyType.SCHEMA_TRAINING_SERVING_SKEW,
            AnomalyType.STRING_TYPE_NOW_FLOAT,
            AnomalyType.STRING_TYPE_NOW_INT,
            AnomalyType.NLP_WRONG_LOCATION,
            AnomalyType.MULTIPLE_REASONS);

    static Stream<AnomalyCases.Case> cases() {
        return AnomalyCases.values().stream();
    }

    private static List<Anomaly> anomalies(AnomalyCases.Case one, String data, CheckOptions options)
            throws BrokenMessageException {
        return SchemaCheck.anomalies(contract(one), TfdvStatistics.ofText(data), controls(one), options);
    }

    private static DataContract contract(AnomalyCases.Case one) throws BrokenMessageException {
        return one.schema().startsWith("features:")
                ? SchemaForm.read(one.schema(), "case")
                : TfdvSchema.ofText(one.schema()).contract();
    }

    private static ControlData controls(AnomalyCases.Case one) throws BrokenMessageException {
        return new ControlData(one.previous().isEmpty() ? null : TfdvStatistics.ofText(one.previous()), null, null);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isFoundWhereItIs(AnomalyCases.Case one) throws BrokenMessageException {
        assertThat(anomalies(one, one.fires(), CheckOptions.DEFAULT))
                .extracting(Anomaly::type)
                .contains(one.type());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isNotFoundWhereItIsNot(AnomalyCases.Case one) throws BrokenMessageException {
        String schema = one.silent().isEmpty() ? "feature { name: 'f' type: INT }" : one.schema();
        String data = one.silent().isEmpty() ? one.fires() : one.silent();
        var sound = new AnomalyCases.Case(one.type(), schema, data, data, one.previous(), one.environment());

        assertThat(anomalies(sound, data, CheckOptions.DEFAULT))
                .extracting(Anomaly::type)
                .doesNotContain(one.type());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsPatchAcceptsIt(AnomalyCases.Case one) throws BrokenMessageException {
        WeighableStatistics data = TfdvStatistics.ofText(one.fires());
        var patches = new SchemaPatches(contract(one), data, controls(one), CheckOptions.DEFAULT);
        Anomaly anomaly = anomalies(one, one.fires(), CheckOptions.DEFAULT).stream()
                .filter(found -> found.type() == one.type())
                .findFirst()
                .orElseThrow();

        if (one.type() == AnomalyType.NO_DATA_IN_SPAN) {
            assertThat(patches.patch(anomaly)).isEmpty();
            return;
        }
        assertThat(patches.patch(anomaly)).isPresent();
        DataContract accepting = patches.accepting(anomaly).orElseThrow();
        assertThat(SchemaCheck.anomalies(accepting, data, controls(one), CheckOptions.DEFAULT))
                .extracting(Anomaly::type)
                .doesNotContain(one.type());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsSeverityCanBeSet(AnomalyCases.Case one) throws BrokenMessageException {
        var options = new CheckOptions(null, Map.of(one.type(), Severity.WARNING), null, Compatibility.OURS);

        assertThat(anomalies(one, one.fires(), options))
                .filteredOn(anomaly -> anomaly.type() == one.type())
                .isNotEmpty()
                .allMatch(anomaly -> anomaly.severity() == Severity.WARNING);
    }

    @Test
    void everyTypeHasItsCase() {
        Set<AnomalyType> covered = EnumSet.copyOf(NEVER);
        // No schema of theirs says it: CustomChecksTest.
        covered.add(AnomalyType.CUSTOM_VALIDATION);
        AnomalyCases.values().forEach(one -> covered.add(one.type()));

        assertThat(covered).isEqualTo(EnumSet.allOf(AnomalyType.class));
    }

    @Test
    void whatIsWrongWithAllDataHasNoFeature() throws BrokenMessageException {
        var low = AnomalyCases.values().stream()
                .filter(one -> one.type() == AnomalyType.DATASET_LOW_NUM_EXAMPLES)
                .findFirst()
                .orElseThrow();

        assertThat(anomalies(low, low.fires(), CheckOptions.DEFAULT))
                .singleElement()
                .extracting(Anomaly::feature)
                .isNull();
    }
}
