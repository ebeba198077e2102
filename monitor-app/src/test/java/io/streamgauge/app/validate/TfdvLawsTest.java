package io.streamgauge.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.checks.schema.ControlData;
import io.streamgauge.checks.schema.SchemaCheck;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Environments;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureContractBuilder;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documented rules, on each case of the matrix with something changed: so on cases that no oracle has judged. */
class TfdvLawsTest {
    /** Read once. */
    private static final Map<Compatibility, List<OracleCase>> MATRIX = new EnumMap<>(Compatibility.class);

    private static List<OracleCase> matrix(Compatibility compatibility) throws IOException {
        if (!MATRIX.containsKey(compatibility)) {
            MATRIX.put(compatibility, OracleCase.in("tfdv_matrix", compatibility));
        }
        return MATRIX.get(compatibility);
    }

    private static DataContract changed(OracleCase one, UnaryOperator<FeatureContractBuilder> change) {
        return one.contract()
                .withFeatures(one.contract().features().stream()
                        .map(feature -> change.apply(feature.change()).build())
                        .toList());
    }

    private static List<Anomaly> anomalies(OracleCase one, DataContract contract, CheckOptions options) {
        return SchemaCheck.anomalies(contract, one.data(), one.controls(), options);
    }

    private static Set<AnomalyType> types(List<Anomaly> anomalies) {
        return anomalies.stream().map(Anomaly::type).collect(Collectors.toCollection(TreeSet::new));
    }

    private static CheckOptions in(String environment, Compatibility compatibility) {
        return new CheckOptions(environment, Map.of(), null, compatibility);
    }

    @ParameterizedTest
    @EnumSource(Compatibility.class)
    void featureThatIsNotInUseIsNotLookedAt(Compatibility compatibility) throws IOException {
        for (OracleCase one : matrix(compatibility)) {
            for (Lifecycle stage : Lifecycle.values()) {
                if (!stage.checked()) {
                    DataContract other = changed(one, feature -> feature.lifecycle(stage));
                    assertThat(anomalies(one, other, one.options()))
                            .as(one.name())
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Compatibility.class)
    void featureOutsideOfItsEnvironmentIsNewThereAndElseJudgedTheSame(Compatibility compatibility) throws IOException {
        for (OracleCase one : matrix(compatibility)) {
            boolean typed = one.contract().features().get(0).type() != null;
            boolean present = one.data().byCount().features().get(0).presences().present() > 0;
            Set<AnomalyType> expected = types(one.anomalies(one.contract()));
            expected.remove(AnomalyType.FEATURE_TYPE_NOT_PRESENT);
            if (typed && present && one.contract().features().get(0).lifecycle().checked()) {
                expected.add(AnomalyType.SCHEMA_NEW_COLUMN);
            }
            DataContract elsewhere =
                    changed(one, feature -> feature.environments(new Environments(Set.of(), Set.of("HERE"))));

            assertThat(types(anomalies(one, elsewhere, in("HERE", compatibility))))
                    .as(one.name())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Compatibility.class)
    void severityOfATypeIsThatOfEachOfItsAnomalies(Compatibility compatibility) throws IOException {
        Map<AnomalyType, Severity> warnings = new EnumMap<>(AnomalyType.class);
        for (AnomalyType type : AnomalyType.values()) {
            warnings.put(type, Severity.WARNING);
        }
        for (OracleCase one : matrix(compatibility)) {
            List<Anomaly> found = anomalies(one, one.contract(), new CheckOptions(null, warnings, null, compatibility));

            assertThat(types(found)).isEqualTo(types(one.anomalies(one.contract())));
            assertThat(found).allMatch(anomaly -> anomaly.severity() == Severity.WARNING);
        }
    }

    @ParameterizedTest
    @EnumSource(Compatibility.class)
    void otherFeaturesOfTheSchemaDoNotMatter(Compatibility compatibility) throws IOException {
        for (OracleCase one : matrix(compatibility)) {
            List<FeatureContract> more = new ArrayList<>(one.contract().features());
            more.add(0, FeatureContract.of("another", PhysicalType.STRUCT));

            assertThat(anomalies(one, one.contract().withFeatures(more), one.options()))
                    .as(one.name())
                    .isEqualTo(one.anomalies(one.contract()));
        }
    }

    @ParameterizedTest
    @EnumSource(Compatibility.class)
    void featureThatTheSchemaDoesNotKnowIsNewAndNothingElse(Compatibility compatibility) throws IOException {
        for (OracleCase one : matrix(compatibility)) {
            assertThat(types(anomalies(one, DataContract.EMPTY, one.options())))
                    .as(one.name())
                    .containsExactly(AnomalyType.SCHEMA_NEW_COLUMN);
        }
    }

    @ParameterizedTest
    @EnumSource(Compatibility.class)
    void requiredFeatureWithoutAnyStatisticsIsMissingAndNothingElse(Compatibility compatibility) throws IOException {
        var nothing = WeighableStatistics.of(new DatasetStatistics(10, List.of()));
        for (OracleCase one : matrix(compatibility)) {
            DataContract required = changed(one, feature -> feature.presence(new Presence(null, 1L)));
            boolean used = required.features().get(0).lifecycle().checked();
            for (ControlData controls : List.of(ControlData.NONE, one.controls())) {
                assertThat(types(SchemaCheck.anomalies(required, nothing, controls, one.options())))
                        .as(one.name())
                        .isEqualTo(used ? Set.of(AnomalyType.SCHEMA_MISSING_COLUMN) : Set.of());
            }
        }
    }
}
