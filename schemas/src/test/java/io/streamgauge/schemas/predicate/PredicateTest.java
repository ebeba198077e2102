package io.streamgauge.schemas.predicate;

import static io.streamgauge.schemas.predicate.Truth.FALSE;
import static io.streamgauge.schemas.predicate.Truth.TRUE;
import static io.streamgauge.schemas.predicate.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateTest {
    private static final EventBuffer ANN = Rows.event(34.0, 12.5, "DE", "çà et là 🙂", true, 0.7, 3.0);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "age > 30; TRUE",
                "age >= 34 && age <= 34.0; TRUE",
                "30 > age; FALSE",
                "age == 34 && age != 35; TRUE",
                "age + 1 == 35.0 && age - 4 == 30 && 2 * age == 68 && age / 4 == 8.5; TRUE",
                "-age < 0 && -1 < 0; TRUE",
                "int(fare) % 5 == 2 && int(age) / 5 == 6; TRUE",
                "double(size(country)) == 2; TRUE",
                "country == 'DE' && country != \"AT\" && country < 'FR' && country >= 'DE'; TRUE",
                "country in ['AT', 'CH', 'DE']; TRUE",
                "country in ['AT', 'CH']; FALSE",
                "country in [note, 'DE']; TRUE",
                "country in []; FALSE",
                "age in [1, 34, 5.5]; TRUE",
                "age in [1, 2]; FALSE",
                "age in [fare, 34.0]; TRUE",
                "age in [-0.0, 34]; TRUE",
                "vip in [true]; TRUE",
                "size(note) == 10 && note.size() > 5; TRUE",
                "note.startsWith('çà') && note.endsWith('🙂') && note.contains('et l'); TRUE",
                "note.startsWith('a') || note.endsWith('b') || note.contains('etl'); FALSE",
                "note.contains(''); TRUE",
                "country.matches('^D.$') && matches(country, 'E'); TRUE",
                "country.matches('^E'); FALSE",
                "vip; TRUE",
                "!vip || vip == false; FALSE",
                "vip != (age > 40); TRUE",
                "(vip ? age : fare) > 30; TRUE",
                "vip ? country == 'DE' : false; TRUE",
                "(age > 40 ? country : note) == 'DE'; FALSE",
                "(vip ? 1 : 2.5) < 2; TRUE",
                "prediction.score > 0.5; TRUE",
                "features['prediction.score'] > 0.5 && features[\"trip miles\"] == 3; TRUE",
                "has(age) && has(prediction.score) && has(features['trip miles']); TRUE",
                "true; TRUE",
            })
    void saysWhatTheEventSays(String cel, Truth expected) {
        assertThat(Predicate.compile(cel, Rows.FEATURES).test(ANN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "age > 30; UNKNOWN",
                "!(age > 30); UNKNOWN",
                "age == age; UNKNOWN",
                "-(age + 1) * 2 > 0; UNKNOWN",
                "int(age) % 2 == 0; UNKNOWN",
                "country == 'DE'; UNKNOWN",
                "country != 'DE'; UNKNOWN",
                "country in ['DE']; UNKNOWN",
                "age in [1]; UNKNOWN",
                "fare in [age, 12.5]; UNKNOWN",
                "country.contains('D') || size(country) > 0 || country.matches('D'); UNKNOWN",
                "vip; UNKNOWN",
                "vip == true; UNKNOWN",
                "vip ? true : true; UNKNOWN",
                "(vip ? age : fare) > 0; UNKNOWN",
                "(vip ? country : note) == ''; UNKNOWN",
                "age > 30 && fare > 100; FALSE",
                "fare > 100 && age > 30; FALSE",
                "age > 30 || fare > 1; TRUE",
                "fare > 1 || age > 30; TRUE",
                "age > 30 && fare > 1; UNKNOWN",
                "has(age); FALSE",
                "!has(age) || age > 30; TRUE",
                "has(fare); TRUE",
            })
    void whatDependsOnAMissingValueIsUnknown(String cel, Truth expected) {
        EventBuffer onlyFare = Rows.event(null, 12.5);

        assertThat(Predicate.compile(cel, Rows.FEATURES).test(onlyFare)).isEqualTo(expected);
    }

    @Test
    void aValueOfTheWrongKindIsPresentAndUnknown() {
        EventBuffer event = Rows.event();
        event.mistyped(0);

        assertThat(Predicate.compile("age > 0", Rows.FEATURES).test(event)).isEqualTo(UNKNOWN);
        assertThat(Predicate.compile("has(age)", Rows.FEATURES).test(event)).isEqualTo(TRUE);
    }

    @Test
    void nanIsAValueThatEqualsNothing() {
        EventBuffer event = Rows.event(Double.NaN);

        assertThat(Predicate.compile("age != age", Rows.FEATURES).test(event)).isEqualTo(TRUE);
        assertThat(Predicate.compile("age > 0 || age <= 0 || age in [1]", Rows.FEATURES)
                        .test(event))
                .isEqualTo(FALSE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "int(age) / int(fare) == 1; 0",
                "int(age) % int(fare) == 1; 0",
                "9223372036854775807 + int(age) > 0; 1",
                "int(age * 1e300) > 0; 1",
            })
    void whereCelHasAnErrorTheAnswerIsUnknown(String cel, double fare) {
        EventBuffer event = Rows.event(34.0, fare);

        assertThat(Predicate.compile(cel, Rows.FEATURES).test(event)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "agee > 30; 1:1: no feature 'agee'; did you mean \"age\"?",
                "age > 30 && predicton.score > 1; 1:22: no feature 'predicton.score'; did you mean \"prediction.score\"?",
                "features['trip mile'] > 1; 1:9: no feature 'trip mile'; did you mean \"trip miles\"?",
                "age > 'x'; 1:5: '>' does not take (number, text)",
                "vip > true; 1:5: '>' is not supported here",
                "age + 1; 1:5: a predicate must be true or false, this is a number",
                "country; 1:1: a predicate must be true or false, this is a text",
                "lower(country) == 'x'; 1:6: no function 'lower'",
                "country + 'x' == 'y'; 1:9: such a text is not supported: only features, literals and a choice of them",
                "country.matches('('); 1:17: no regular expression: error parsing regexp: missing closing ): `(`",
                "country.contains(note); 1:18: contains() takes a literal text",
                "has(1); 1:4: has() takes one feature",
                "age in fare; 1:5: 'in' does not take (number, number)",
                "[age][0] > 1; 1:6: an index is only supported in features[\"name\"]",
                "{'a': age}.a > 1; 1:11: fields of an expression are not supported",
                "{'a': 1} == {'a': 1}; 1:1: objects, maps and loops are not supported",
                "size([1]) == 1; 1:5: size() takes a text",
                "timestamp('2026-01-01T00:00:00Z') > timestamp(0); 1:35: '>' is not supported here",
                "b'x' == b'x'; 1:6: '==' is not supported here",
                "null == null; 1:6: '==' is not supported here",
                "1u < 2u; 1:4: '<' is not supported here",
                "int(country) == 1; 1:4: such a number is not supported",
                "double(country) == 1; 1:7: such a number is not supported",
            })
    void refusesWithPlaceAndReason(String cel, String message) {
        assertThat(refused(cel).getMessage()).startsWith(message);
    }

    @Test
    void aSyntaxErrorHasItsPlace() {
        assertThat(refused("age > 30 &&\n  fare >").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2))
                .satisfies(problem -> assertThat(problem.message()).contains("<EOF>"));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(refused("agee > 1 || fare == true || contry == 'x'").problems())
                .extracting(PredicateProblem::column)
                .containsExactly(1, 18, 29);
        assertThat(refused("country.matches('(') || note.matches(country)").problems())
                .hasSize(2);
    }

    @Test
    void anEmbeddingCanBeAskedForButNotCompared() {
        var features = List.of(new FeatureSchema("face", Source.FEATURES, FeatureType.EMBEDDING));

        assertThat(Predicate.compile("has(face)", features).test(new EventBuffer(1)))
                .isEqualTo(FALSE);
        assertThat(catchThrowableOfType(
                        InvalidPredicateException.class, () -> Predicate.compile("face == face", features)))
                .hasMessageContaining("'==' is not supported here");
    }

    @Test
    void deepNestingTakesNoExponentialTime() {
        String deep = "fare";
        for (int i = 0; i < 60; i++) {
            deep = "(" + deep + " > 1 ? age : fare)";
        }

        Predicate predicate = Predicate.compile(deep + " > 30", Rows.FEATURES);

        assertThat(predicate.test(ANN)).isEqualTo(TRUE);
    }

    private static InvalidPredicateException refused(String cel) {
        return catchThrowableOfType(InvalidPredicateException.class, () -> Predicate.compile(cel, Rows.FEATURES));
    }
}
