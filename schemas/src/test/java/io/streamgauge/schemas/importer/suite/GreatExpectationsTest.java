package io.streamgauge.schemas.importer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class GreatExpectationsTest {
    @TempDir
    private Path directory;

    private ImportedContract suite(String... expectations) throws IOException {
        String text = "{\"name\": \"s\", \"expectations\": [%s]}".formatted(String.join(", ", expectations));
        return GreatExpectations.read(Files.writeString(directory.resolve("suite.json"), text));
    }

    private static String expectation(String type, String arguments) {
        return "{\"type\": \"%s\", \"kwargs\": %s}".formatted(type, arguments.replace('\'', '"'));
    }

    /** What can be said of a window has its place: nothing is left, and what is written reads as the same. */
    @ParameterizedTest
    @CsvFileSource(resources = "window-expectations.txt", delimiter = '|', quoteCharacter = '~')
    void everyExpectationThatAWindowCanAnswerIsTaken(String type, String arguments, String written) throws IOException {
        ImportedContract imported = suite(expectation(type, arguments));

        assertThat(imported.left()).isEmpty();
        String yaml = SchemaForm.write(imported.contract());
        assertThat(yaml).contains(written);
        assertThat(SchemaForm.read(yaml, "written")).isEqualTo(imported.contract());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expect_column_values_to_be_increasing|no order",
                "expect_column_values_to_be_decreasing|no order",
                "expect_column_value_z_scores_to_be_less_than|its own mean",
                "expect_column_kl_divergence_to_be_less_than|drift",
                "expect_column_values_to_match_json_schema|not parsed",
                "expect_column_values_to_match_strftime_format|not parsed",
                "expect_column_values_of_next_year|no counterpart"
            })
    void whatHasNoPlaceIsNamedWithTheReason(String type, String reason) throws IOException {
        ImportedContract imported = suite(expectation(type, "{'column': 'c'}"));

        assertThat(imported.left())
                .singleElement()
                .asString()
                .startsWith("c: " + type)
                .contains(reason);
        assertThat(imported.contract().features()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "expect_compound_columns_to_be_unique,all keys",
        "expect_table_row_count_to_equal_other_table,no other table",
        "expect_table_column_count_to_equal,by name"
    })
    void soIsWhatIsSaidOfTheWholeTable(String type, String reason) throws IOException {
        assertThat(suite(expectation(type, "{}")).left())
                .singleElement()
                .asString()
                .contains(reason);
    }

    @Test
    void rowConditionIsLeft() throws IOException {
        assertThat(suite(expectation(
                                "expect_column_mean_to_be_between",
                                "{'column': 'c', 'min_value': 1, 'row_condition': 'x > 1'}"))
                        .left())
                .singleElement()
                .asString()
                .contains("some rows only");
    }

    @Test
    void secondRuleForEveryValueBecomesAPredicate() throws IOException {
        ImportedContract imported = suite(
                expectation("expect_column_values_to_be_in_set", "{'column': 'c', 'value_set': ['a']}"),
                expectation("expect_column_values_to_match_regex", "{'column': 'c', 'regex': '^a'}"));

        assertThat(imported.left()).isEmpty();
        assertThat(SchemaForm.write(imported.contract())).contains("enum: [a]", "'!(c.matches(\"^a\"))'");
    }

    @Test
    void rulesThatContradictTheTypeAreLeftWithTheReason() throws IOException {
        ImportedContract imported = suite(
                expectation("expect_column_values_to_be_of_type", "{'column': 'c', 'type_': 'str'}"),
                expectation("expect_column_values_to_be_in_set", "{'column': 'c', 'value_set': [1, 2]}"));

        assertThat(imported.contract().predicates()).isEmpty();
        assertThat(imported.left()).singleElement().asString().startsWith("c: expect_column_values_to_be_in_set");
    }

    @Test
    void namesThatAreNoIdentifiersAreQuoted() throws IOException {
        ImportedContract imported = suite(
                expectation("expect_column_pair_values_to_be_equal", "{'column_A': 'trip miles', 'column_B': 'in'}"));

        assertThat(imported.left()).isEmpty();
        assertThat(imported.contract().predicates())
                .singleElement()
                .satisfies(rule -> assertThat(rule.when()).isEqualTo("features[\"trip miles\"] != features[\"in\"]"));
    }
}
