package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.service.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateCommandTest {
    private static final String COLOUR =
            "feature { name: 'colour' type: BYTES string_domain { name: 'c' value: 'red' value: 'blue' } }\n";
    private static final String CONTRADICTING = "feature { name: 'n' type: INT int_domain { min: 5 max: 1 } }\n"
            + "feature { name: 'c' type: BYTES string_domain { name: 'c' value: 'red' value: 'red' } }\n";

    @TempDir
    private Path directory;

    private Result validate(String schema, String rows, String... more) throws IOException {
        Path schemaFile = Files.writeString(directory.resolve("schema.pbtxt"), schema);
        Path data = Files.writeString(directory.resolve("rows.csv"), rows);
        var arguments = new ArrayList<>(List.of("validate", "--schema", schemaFile.toString()));
        arguments.addAll(List.of("--data", data.toString()));
        arguments.addAll(List.of(more));
        return Result.of(List.of(new ValidateCommand()), arguments.toArray(String[]::new));
    }

    @Test
    void goodRowsHaveNoAnomalies() throws IOException {
        Result result = validate(COLOUR, "colour\nred\nblue\n");

        assertThat(result).isEqualTo(new Result(ExitCode.OK, "No anomalies.%n".formatted(), ""));
    }

    @Test
    void jsonIsOneObjectForEachAnomaly() throws IOException {
        Result result = validate(COLOUR, "colour\nred\ngreen\n", "--format", "json");

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .isEqualToIgnoringNewLines("{\"feature\":\"colour\",\"type\":\"ENUM_TYPE_UNEXPECTED_STRING_VALUES\","
                        + "\"severity\":\"ERROR\",\"shortDescription\":\"Unexpected string values\","
                        + "\"description\":\"The enumeration of the schema lacks 'green' (about 50%).\"}");
    }

    @ParameterizedTest
    @CsvSource({"WARNING,warning,1", "WARNING,error,0", "ERROR,error,1"})
    void exitCodeIsByTheSeverityToFailOn(String severity, String failOn, int code) throws IOException {
        Path config = Files.writeString(
                directory.resolve("config.pbtxt"),
                "severity_overrides { type: ENUM_TYPE_UNEXPECTED_STRING_VALUES severity: %s }".formatted(severity));

        Result result =
                validate(COLOUR, "colour\ngreen\n", "--validation-config", config.toString(), "--fail-on", failOn);

        assertThat(result.code()).isEqualTo(code);
    }

    @Test
    void schemaThatContradictsItselfIsRefusedWithAllThatIsWrong() throws IOException {
        Result result = validate(CONTRADICTING, "n,c\n3,red\n");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("features.n.range: min 5 is above max 1", "features.c.enum: 'red' is listed more than once");
    }

    @Test
    void schemaThatContradictsItselfIsUsedWhenTheOtherVerdictIsAskedFor() throws IOException {
        Result result = validate(CONTRADICTING, "n,c\n3,red\n", "--compatibility", "tfdv");

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out()).contains("INT_TYPE_SMALL_INT", "INT_TYPE_BIG_INT");
    }

    @Test
    void fileThatIsNoSchemaIsOneLineAndExitsWithTwo() throws IOException {
        Result result = validate("feature { nam: 'x' } ]", "n\n1\n");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("schema.pbtxt: line 1").doesNotContain("\tat ");
    }

    @Test
    void schemaMayBeOurYaml() throws IOException {
        Result result = validate(
                "features: {colour: {type: text, enum: [red]}, n: {type: numeric}, b: {type: boolean}}",
                "colour,n,b\nred,1,true\nred,2.5,false\n");

        assertThat(result).isEqualTo(new Result(ExitCode.OK, "No anomalies.%n".formatted(), ""));
    }

    @Test
    void typeThatOnlySaysWhatValuesAreTakenForStillRefusesOthers() throws IOException {
        Result result = validate("features: {n: {type: numeric}, b: {type: boolean}}", "n,b\nred,maybe\n");

        assertThat(result.out()).contains("UNEXPECTED_DATA_TYPE", "BOOL_TYPE_UNEXPECTED_STRING");
    }

    @Test
    void mistakesInOurYamlAreTellingAllWithTheirLines() throws IOException {
        Result result = validate("features:\n  a: {type: float, range: {min: 2, max: 1}}\n  b: {typo: 1}", "a\n1\n");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("schema.pbtxt:3:7: features.b.typo: unknown key");
    }

    @Test
    void patchIsTheLastKeyOfARowAndAcceptsIt() throws IOException {
        Result result = validate(COLOUR, "colour\nred\ngreen\n", "--format", "json", "--patches");

        assertThat(result.out().strip())
                .endsWith(",\"patch\":\"features:\\n  colour:\\n    enum: [red, blue, green]\\n\"}");
    }

    @Test
    void allPatchesGoIntoOneFile() throws IOException {
        Path patch = directory.resolve("patch.yaml");

        validate(COLOUR, "colour,new\ngreen,1\n", "--patch-output", patch.toString());

        assertThat(Files.readString(patch)).contains("enum: [red, blue, green]", "new:", "type: integer");
    }

    private static final String RULED = "features: {a: {type: numeric}, b: {type: numeric}}\n"
            + "predicates: [{name: above, when: a > b, severity: warning, tolerated: 0.25}]";

    @Test
    void rowsThatBreakARuleAreAnAnomalyOfAllData() throws IOException {
        Result result = validate(RULED, "a,b\n1,2\n3,2\n4,2\n,2\n", "--format", "json", "--fail-on", "warning");

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out())
                .startsWith("{\"feature\":null,\"type\":\"CUSTOM_VALIDATION\",\"severity\":\"WARNING\","
                        + "\"shortDescription\":\"Rule above is broken\",")
                .contains("2 of 4 rows break the rule 'a > b'", "rows.csv, line 3");
    }

    @Test
    void rowsThatBreakARuleNoMoreOftenThanItToleratesAreFine() throws IOException {
        Result result = validate(RULED, "a,b\n1,2\n3,2\n1,2\n,2\n");

        assertThat(result).isEqualTo(new Result(ExitCode.OK, "No anomalies.%n".formatted(), ""));
    }

    @Test
    void patchOfARuleToleratesWhatThereIs() throws IOException {
        Result result = validate(RULED, "a,b\n3,2\n1,2\n", "--patches");

        assertThat(result.out()).contains("tolerated: 0.5");
    }

    @Test
    void statisticsCannotShowThatARuleIsKept() throws IOException {
        Path schema = Files.writeString(directory.resolve("rules.yaml"), RULED);
        Path statistics = Files.writeString(
                directory.resolve("stats.pbtxt"),
                "num_examples: 1 features { name: 'a' type: INT num_stats { common_stats { num_non_missing: 1 } } }");

        Result result = Result.of(
                List.of(new ValidateCommand()),
                "validate",
                "--schema",
                schema.toString(),
                "--statistics",
                statistics.toString());

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.err()).contains("Not looked at", "above");
    }

    @Test
    void predicateThatIsNoneIsRefusedWithItsPlace() throws IOException {
        Result result = validate(RULED.replace("a > b", "'a > c && a'"), "a,b\n1,2\n");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("schema.pbtxt:2:", "predicates[0].when: 1:5: ", "c");
    }

    @Test
    void conditionsOnStatisticsAreHeldAgainstRows() throws IOException {
        Path conditions = Files.writeString(
                directory.resolve("conditions.pbtxt"),
                "feature_validations { feature_path { step: 'n' } validations {"
                        + " sql_expression: 'feature.num_stats.median < 3' severity: ERROR description: 'Too high.' } }");

        Result high = validate(
                "feature { name: 'n' type: INT }", "n\n5\n6\n", "--custom-validation-config", conditions.toString());
        Result low = validate(
                "feature { name: 'n' type: INT }", "n\n1\n2\n", "--custom-validation-config", conditions.toString());

        assertThat(high.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(high.out()).contains("CUSTOM_VALIDATION", "n ");
        assertThat(low.code()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feature.num_stats.top < 3|no statistics are called feature.num_stats.top",
                "feature.num_stats.max <|ends where a value is expected"
            })
    void conditionThatCannotBeUsedIsOneLine(String condition, String why) throws IOException {
        Path conditions = Files.writeString(
                directory.resolve("conditions.pbtxt"),
                "feature_validations { feature_path { step: 'n' } validations { sql_expression: '%s' } }"
                        .formatted(condition));

        Result result = validate(
                "feature { name: 'n' type: INT }", "n\n5\n", "--custom-validation-config", conditions.toString());

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("conditions.pbtxt: ", why);
    }

    @Test
    void limitsOfMeanAndQuantilesAreHeldAgainstRows() throws IOException {
        Result result = validate(
                "features: {n: {type: numeric, distribution: {mean: {max: 2}, quantiles: [{at: 0.5, min: 1}]}}}",
                "n\n1\n2\n9\n",
                "--format",
                "json",
                "--patches");

        assertThat(result.out())
                .contains("\"STATISTIC_OUT_OF_LIMITS\"", "The mean of the values is 4; the schema asks for <= 2.0.")
                .contains("mean: {max: 4.0}");
    }
}
