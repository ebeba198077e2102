package io.streamgauge.schemas.importer.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Suites of other tools: what is taken reads as our form, what is not is named. */
class SuitesTest {
    private static final String OLD = """
            {"expectation_suite_name": "s", "meta": {"great_expectations_version": "0.18.12"}, "expectations": [
             {"expectation_type": "%s", "kwargs": %s}]}""";
    private static final String NEW = """
            {"name": "s", "meta": {"great_expectations_version": "1.2.0"}, "expectations": [
             {"type": "%s", "kwargs": %s, "id": null}]}""";

    @TempDir
    private Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("suite.json"), text);
    }

    private String suite(String type, String arguments) throws IOException {
        ImportedContract old = GreatExpectations.read(file(OLD.formatted(type, arguments)));
        ImportedContract now = GreatExpectations.read(file(NEW.formatted(type, arguments)));
        assertThat(now).isEqualTo(old);
        assertThat(now.left()).isEmpty();
        return written(now);
    }

    private static String written(ImportedContract imported) {
        String text = SchemaForm.write(imported.contract());
        assertThat(SchemaForm.read(text, "written")).isEqualTo(imported.contract());
        return text;
    }

    @Test
    void expectationsOnValuesAreDomains() throws IOException {
        assertThat(suite(
                        "expect_column_values_to_be_between",
                        "{\"column\": \"fare\", \"min_value\": 0, \"max_value\": 9.5}"))
                .contains("fare:", "type: numeric", "range: {min: 0.0, max: 9.5}");
        assertThat(suite(
                        "expect_column_values_to_be_in_set",
                        "{\"column\": \"c\", \"value_set\": [\"a\", \"b\"], \"mostly\": 0.9}"))
                .contains("enum: [a, b]", "min-domain-mass: 0.9");
        assertThat(suite("expect_column_values_to_match_regex", "{\"column\": \"c\", \"regex\": \"^[a-z]+$\"}"))
                .contains("pattern: ");
        assertThat(suite("expect_column_value_lengths_to_be_between", "{\"column\": \"c\", \"min_value\": 2}"))
                .contains("length: {min: 2}");
        assertThat(suite("expect_column_values_to_be_of_type", "{\"column\": \"c\", \"type_\": \"int64\"}"))
                .contains("type: integer");
    }

    @Test
    void expectationsOnPresenceAndCounts() throws IOException {
        assertThat(suite("expect_column_values_to_not_be_null", "{\"column\": \"c\", \"mostly\": 0.95}"))
                .contains("min-fraction: 0.95");
        assertThat(suite("expect_column_to_exist", "{\"column\": \"c\"}")).contains("min-count: 1");
        assertThat(suite(
                        "expect_column_unique_value_count_to_be_between",
                        "{\"column\": \"c\", \"min_value\": 1, \"max_value\": 5}"))
                .contains("distinct: {min: 1.0, max: 5.0}");
        assertThat(suite("expect_table_row_count_to_be_between", "{\"min_value\": 10}"))
                .contains("examples: {min: 10}");
    }

    @Test
    void expectationsOnPairsAndSetsOfNumbersArePredicates() throws IOException {
        assertThat(suite(
                        "expect_column_pair_values_a_to_be_greater_than_b",
                        "{\"column_A\": \"a\", \"column_B\": \"b\", \"or_equal\": true}"))
                .contains("'!(a >= b)'");
        assertThat(suite("expect_column_values_to_be_in_set", "{\"column\": \"n\", \"value_set\": [1, 2]}"))
                .contains("!(n in [1, 2])");
    }

    @Test
    void constraintsOfSageMakerAreTaken() throws IOException {
        ImportedContract imported = SageMaker.constraints(file("""
                {"version": 0, "features": [
                 {"name": "n", "inferred_type": "Integral", "completeness": 1.0, "num_constraints": {"is_non_negative": true}},
                 {"name": "s", "inferred_type": "String", "completeness": 0.8, "string_constraints": {"domains": ["a", "b"]}},
                 {"name": "u", "inferred_type": "Unknown", "completeness": 0.0}],
                 "monitoring_config": {"datatype_check_threshold": 0.9, "domain_content_threshold": 0.1,
                  "distribution_constraints": {"perform_comparison": "Enabled", "comparison_threshold": 0.1,
                   "categorical_comparison_threshold": 0.2, "categorical_drift_method": "LInfinity"}}}"""));

        assertThat(written(imported))
                .contains("presence: {min-fraction: 1.0, min-count: 1}", "range: {min: 0}", "enum: [a, b]")
                .contains("min-domain-mass: 0.9", "drift: {l-infinity: 0.2}", "min-fraction: 0.8");
        assertThat(imported.left()).hasSize(3).anyMatch(line -> line.equals("u: inferred_type Unknown"));
    }

    @Test
    void statisticsOfSageMakerAreTaken() throws IOException {
        DatasetStatistics data = SageMaker.statistics(file("""
                {"version": 0, "dataset": {"item_count": 10}, "features": [
                 {"name": "n", "inferred_type": "Integral", "numerical_statistics": {
                  "common": {"num_present": 8, "num_missing": 2}, "mean": 3, "sum": 24, "std_dev": 1, "min": 1, "max": 5,
                  "distribution": {"kll": {"buckets": [{"lower_bound": 1, "upper_bound": 5, "count": 8}]}}}},
                 {"name": "s", "inferred_type": "String", "string_statistics": {
                  "common": {"num_present": 10, "num_missing": 0}, "distinct_count": 2,
                  "distribution": {"categorical": {"buckets": [{"value": "a", "count": 7}, {"value": "b", "count": 3}]}}}}]}""")).byCount();

        assertThat(data.examples()).isEqualTo(10);
        assertThat(data.features().get(0).presences().missing()).isEqualTo(2);
        assertThat(data.features().get(0).numbers().max()).isEqualTo(5);
        assertThat(data.features().get(1).words().counts()).containsEntry("a", 7.0);
    }

    @Test
    void suggestionsOfDeequAreTaken() throws IOException {
        ImportedContract imported = Deequ.read(file("""
                {"constraint_suggestions": [
                 {"column_name": "a", "code_for_constraint": ".isComplete(\\"a\\")"},
                 {"column_name": "b", "code_for_constraint": ".hasCompleteness(\\"b\\", _ >= 0.9, Some(\\"x\\"))"},
                 {"column_name": "a", "code_for_constraint": ".isNonNegative(\\"a\\")"},
                 {"column_name": "c", "code_for_constraint": ".isContainedIn(\\"c\\", Array(\\"x\\", \\"y\\"), _ >= 0.95, Some(\\"z\\"))"},
                 {"column_name": "d", "code_for_constraint": ".isUnique(\\"d\\")"},
                 {"column_name": "e", "code_for_constraint": ".hasEntropy(\\"e\\", _ >= 2)"}]}"""));

        assertThat(written(imported))
                .contains("min-fraction: 1.0", "min-fraction: 0.9", "range: {min: 0.0}", "enum: [x, y]")
                .contains("min-domain-mass: 0.95", "distinct-share: {min: 1.0}");
        assertThat(imported.left()).containsExactly("e: .hasEntropy(\"e\", _ >= 2)");
    }

    @Test
    void resultsOfDeequAreTakenAsFarAsTheyGo() throws IOException {
        ImportedContract imported = Deequ.read(file("""
                [{"check": "c", "constraint": "CompletenessConstraint(Completeness(a,None))", "constraint_status": "Success"},
                 {"check": "c", "constraint": "ComplianceConstraint(Compliance(b is non-negative,COALESCE(CAST(b AS DECIMAL(20,10)), 0.0) >= 0,None))"},
                 {"check": "c", "constraint": "ComplianceConstraint(Compliance(c contained in x,y,`c` IS NULL OR `c` IN ('x','y'),None))"},
                 {"check": "c", "constraint": "SizeConstraint(Size(None))"}]"""));

        assertThat(written(imported)).contains("min-count: 1", "range: {min: 0.0}", "enum: [x, y]");
        assertThat(imported.left()).hasSize(2).contains("SizeConstraint(Size(None))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]]", "nothing", "", "{\"expectations\": 5}", "{\"expectations\": [{}]}"})
    void whatIsNoSuiteIsOneLine(String text) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> GreatExpectations.read(file))
                .isInstanceOf(BrokenMessageException.class)
                .message()
                .hasLineCount(1)
                .contains("suite.json");
    }

    @Test
    void unknownVersionsAreOneLine() throws IOException {
        Path suite = file("{\"meta\": {\"great_expectations_version\": \"3.0\"}, \"expectations\": []}");
        assertThatThrownBy(() -> GreatExpectations.read(suite)).hasMessageContaining("a suite of version 3.0");
        Path constraints = file("{\"version\": 7, \"features\": []}");
        assertThatThrownBy(() -> SageMaker.constraints(constraints)).hasMessageContaining("of version 7");
        assertThatThrownBy(() -> Deequ.read(constraints)).hasMessageContaining("neither suggested constraints");
    }
}
