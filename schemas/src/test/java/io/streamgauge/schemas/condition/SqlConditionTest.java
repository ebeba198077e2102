package io.streamgauge.schemas.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlConditionTest {
    private static final Map<String, Object> FIELDS = Map.of("f.a", 3.0, "f.b", 5.0, "t", "x", "yes", true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "f.a < 4 | true",
                "f.a <= 3 and F.A IS NULL | true",
                "f.a > f.b or f.a <> 3 | false",
                "not f.a = 3 | false",
                "f.a + 2 * f.b - 1 = 12 | true",
                "(f.a + 2) * f.b == 25 | true",
                "-f.a = -3 | true",
                "abs(f.a - f.b) / f.b < 0.5 | true",
                "f.a between 1 and 3 | true",
                "f.a not between 1 and 3 | false",
                "t in ('y', 'x') | true",
                "t not in (\"y\") | true",
                "f.none is null | true",
                "f.none is not null | false",
                "yes and true and not false | true",
                "1e1 = 10. and .5 < 1 | true"
            })
    void isAnsweredAsInSql(String text, boolean answer) throws BrokenMessageException {
        assertThat(SqlCondition.parse(text).test(FIELDS)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"f.none < 1", "f.none < 1 and yes", "f.a / 0 > 1", "t < 1", "null = null", "not f.none", "f.a"})
    void whatIsMissingIsUnknown(String text) throws BrokenMessageException {
        assertThat(SqlCondition.parse(text).test(FIELDS)).isNull();
    }

    @Test
    void theRestMayDecideAlone() throws BrokenMessageException {
        assertThat(SqlCondition.parse("f.none < 1 and f.a = 4").test(FIELDS)).isFalse();
        assertThat(SqlCondition.parse("f.none < 1 or f.a = 3").test(FIELDS)).isTrue();
    }

    @Test
    void knowsItsFields() throws BrokenMessageException {
        assertThat(SqlCondition.parse("f.a < f.b AND f.a IN (1)").fields()).containsExactlyInAnyOrder("f.a", "f.b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f.a <",
                "f.a < 1 2",
                "(f.a < 1",
                "SELECT(1)",
                "f.a in ()",
                "f.a is 3",
                "f.a # 1",
                "'open",
                "1 not 2"
            })
    void whatIsNoConditionIsOneLine(String text) {
        assertThatThrownBy(() -> SqlCondition.parse(text))
                .isInstanceOf(BrokenMessageException.class)
                .hasMessageStartingWith("sql_expression '" + text + "': ");
    }

    @Property(tries = 500)
    void anyTextIsAConditionOrOneLine(
            @ForAll @Chars({'(', ')', '<', '=', '.', '\'', ',', ' ', '-'}) @CharRange(from = 'a', to = 'f')
                    String text) {
        try {
            SqlCondition.parse(text).test(FIELDS);
        } catch (BrokenMessageException e) {
            assertThat(e.getMessage()).startsWith("sql_expression '");
        }
    }

    @Test
    void conditionsTooDeepAreRefused() {
        assertThatThrownBy(() -> SqlCondition.parse("(".repeat(100_000) + "1")).hasMessageContaining("100 deep");
    }
}
