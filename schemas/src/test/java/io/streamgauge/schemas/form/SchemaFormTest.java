package io.streamgauge.schemas.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFormTest {
    private static DataContract read(String... lines) {
        return SchemaForm.read(String.join("\n", lines), "s.yaml");
    }

    private static FeatureContract feature(String body) {
        return read("features:", "  f: " + body).feature(List.of("f")).orElseThrow();
    }

    private static List<String> problems(String... lines) {
        var refused = catchThrowableOfType(InvalidConfigException.class, () -> read(lines));
        return refused.getMessage().lines().toList();
    }

    @Property(tries = 300)
    void whatIsWrittenReadsAsTheSame(@ForAll long seed) {
        DataContract contract = SomeContracts.of(seed);

        assertThat(SchemaForm.read(SchemaForm.write(contract), "written")).isEqualTo(contract);
    }

    @Property(tries = 20)
    void theSameContractIsWrittenTheSame(@ForAll long seed) {
        String written = SchemaForm.write(SomeContracts.of(seed));

        assertThat(SchemaForm.write(SchemaForm.read(written, "written"))).isEqualTo(written);
    }

    @Test
    void rangeIsOfWholeNumbersWhereTheTypeIs() {
        assertThat(feature("{type: integer, range: {min: 1, max: 5}}").domain())
                .isEqualTo(new Domain.WholeNumbers(new Limits(1L, 5L), false));
        assertThat(feature("{type: float, range: {min: 1, max: 5}, nan: false}").domain())
                .isEqualTo(new Domain.Numbers(1.0, 5.0, true, false, false, null));
        assertThat(feature("{type: text, parsed-as: integer, range: {min: 1}}").domain())
                .isEqualTo(new Domain.WholeNumbers(new Limits(1L, null), false));
    }

    @Test
    void namedEnumIsSharedByFeatures() {
        DataContract contract = read(
                "enums: {colour: [red, 'null', 007]}",
                "features: {a: {type: text, enum: colour}, b: {type: text, enum: colour, min-domain-mass: 0.5}}");

        assertThat(contract.words()).containsEntry("colour", new Domain.Words(List.of("red", "null", "007")));
        assertThat(contract.features()).extracting(FeatureContract::domain).containsOnly(new Domain.Named("colour"));
    }

    @ParameterizedTest
    @CsvSource({"numeric,NUMERIC", "categorical,CATEGORICAL", "boolean,BOOLEAN", "integer,NUMERIC", "text,CATEGORICAL"})
    void typeSaysHowTheFeatureIsProfiled(String word, FeatureType type) {
        assertThat(feature("{type: " + word + "}").profiledAs()).isEqualTo(type);
    }

    @Test
    void numbersThatAreNamesAreCategorical() {
        assertThat(feature("{type: integer, categorical: true}").profiledAs()).isEqualTo(FeatureType.CATEGORICAL);
        assertThat(feature("{type: integer, boolean: {}}").profiledAs()).isEqualTo(FeatureType.NUMERIC);
        assertThat(feature("{type: text, boolean: {true: true, false: false}}").profiledAs())
                .isEqualTo(FeatureType.BOOLEAN);
    }

    @Test
    void recordHoldsFeatures() {
        assertThat(read("features: {r: {type: record, features: {x: {type: float}}}}")
                        .feature(List.of("r", "x"))
                        .orElseThrow()
                        .type())
                .isEqualTo(PhysicalType.FLOAT);
    }

    @Test
    void allContradictionsAreToldAtOnceEachWithItsKeyAndLine() {
        assertThat(problems(
                        "version: 1",
                        "enums: {c: [red, red]}",
                        "dataset: {examples: {min: 5, max: 1}}",
                        "features:",
                        "  a: {type: float, range: {min: 3, max: 1}, presence: {min-fraction: 2}}",
                        "  b: {type: text, enum: d}",
                        "  c: {type: text, pattern: '(x'}",
                        "  d: {type: integer, boolean: {true: a}}",
                        "  e: {type: float, enum: [a, a], min-domain-mass: 7}",
                        "  r: {type: record, features: {x: {type: text, length: {min: -1}}}}",
                        "predicates: [{name: p, when: 'a > 1.0'}, {name: p, when: 'a > nowhere || a'}]"))
                .containsExactly(
                        "s.yaml:2:9: enums.c: 'red' is listed more than once",
                        "s.yaml:3:11: dataset.examples: min 5 is above max 1",
                        "s.yaml:5:20: features.a.range: min 3.0 is above max 1.0",
                        "s.yaml:5:56: features.a.presence.min-fraction: 2.0 is not between 0 and 1",
                        "s.yaml:6:19: features.b.enum: there is no enumeration 'd' under enums",
                        "s.yaml:7:19: features.c.pattern: no regular expression of RE2: error parsing regexp: missing closing ): `(x`",
                        "s.yaml:8:22: features.d.boolean: words for true and false need the type text",
                        "s.yaml:9:7: features.e.type: the type does not go with string_domain",
                        "s.yaml:9:20: features.e.enum: 'a' is listed more than once",
                        "s.yaml:9:34: features.e.min-domain-mass: 7.0 is not between 0 and 1",
                        "s.yaml:10:48: features.r.features.x.length: min -1 is negative",
                        "s.yaml:11:43: predicates[1].name: 'p' is the name of another predicate",
                        "s.yaml:11:52: predicates[1].when: 1:5: no feature 'nowhere'",
                        "s.yaml:11:52: predicates[1].when: 1:13: '||' does not take (bool, number)");
    }

    @Test
    void mistypedKeysAndValuesAreToldWithAGuess() {
        assertThat(problems("versoin: 1", "features:", "  a: {type: flot, rnage: {}, nan: maybe}"))
                .anyMatch(line -> line.startsWith("s.yaml:1:1: versoin: unknown key; did you mean \"version\"?"))
                .anyMatch(line -> line.contains("features.a.type: expected one of integer, float, text, record"))
                .anyMatch(line -> line.contains("features.a.rnage: unknown key; did you mean \"range\"?"))
                .anyMatch(line -> line.contains("features.a.nan: expected true or false"));
    }

    @Test
    void otherVersionIsRefused() {
        assertThat(problems("version: 2", "features: {}"))
                .singleElement()
                .asString()
                .contains("s.yaml:1:10: version");
    }

    @Test
    void twoDomainsForOneFeatureAreRefused() {
        assertThat(problems("features: {a: {type: text, enum: [x], pattern: y}}"))
                .singleElement()
                .asString()
                .contains("goes not with the other limits");
    }

    @Test
    void twoShapesForOneFeatureAreRefused() {
        assertThat(problems("features: {a: {type: text, values: {min: 1}, shape: [2]}}"))
                .singleElement()
                .asString()
                .contains("features.a.shape: only one of values, nested-values and shape");
    }

    @Test
    void placeholdersAndSecretsAreOrdinaryTexts() {
        assertThat(feature("{type: text, enum: ['${env:HOME}']}").domain())
                .isEqualTo(new Domain.Words(List.of("${env:HOME}")));
    }

    @Test
    void whatIsNoYamlIsOneLine() {
        assertThat(problems("features: {a")).singleElement().asString().contains("not valid YAML");
    }
}
