package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalseAlarmBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "1 per 30d, 1, PT720H",
        "0.5 per 2w, 0.5, PT336H",
        "' 3  per  12h ', 3, PT12H",
        "2 per 90m, 2, PT90M",
        "1 per 1500ms, 1, PT1.5S",
        "1e-3 per PT1H, 0.001, PT1H"
    })
    void readsANumberPerPeriod(String text, double alarms, Duration period) {
        assertThat(FalseAlarmBudget.parse(text)).isEqualTo(new FalseAlarmBudget(alarms, period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1 per", "one per 30d", "1 per 30", "1 per 30y", "1 per day", "1 in 30d", "1 per 1d 2h"
            })
    void whatIsNotABudgetIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> FalseAlarmBudget.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("written like '1 per 30d'")
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 per 30d", "-1 per 30d", "NaN per 30d", "Infinity per 30d", "1 per 0d", "1 per -PT1H"})
    void whatIsOutOfRangeIsRefused(String text) {
        assertThatThrownBy(() -> FalseAlarmBudget.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be positive");
    }

    @Test
    void theLevelIsTheBudgetOverTheNumberOfWindows() {
        FalseAlarmBudget budget = FalseAlarmBudget.parse("1 per 30d");

        assertThat(budget.levelPerWindow(Duration.ofHours(1))).isCloseTo(1 / 720.0, within(1e-15));
        assertThat(budget.levelPerWindow(Duration.ofDays(1))).isCloseTo(1 / 30.0, within(1e-15));
        assertThat(budget.levelPerWindow(Duration.ofDays(365))).isEqualTo(0.5);
        assertThatThrownBy(() -> budget.levelPerWindow(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
