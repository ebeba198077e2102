package io.streamgauge.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.contract.FeatureType;
import org.junit.jupiter.api.Test;

class FeatureSlotTest {
    private final EventBuffer row = new EventBuffer(1);

    @Test
    void numericSlotTakesNumbersOnly() {
        FeatureSlot slot = new FeatureSlot(0, FeatureType.NUMERIC);

        slot.number(row, 2.5);
        assertThat(row.number(0)).isEqualTo(2.5);
        slot.integer(row, 7);
        assertThat(row.number(0)).isEqualTo(7.0);
        slot.text(row, "7");
        assertThat(row.isMistyped(0)).isTrue();
        slot.bool(row, true);
        assertThat(row.isMistyped(0)).isTrue();
    }

    @Test
    void categoricalSlotTakesNumbersByTheirText() {
        FeatureSlot slot = new FeatureSlot(0, FeatureType.CATEGORICAL);

        slot.number(row, 408.0);
        assertThat(row.text(0)).isEqualTo("408");
        slot.number(row, 0.25);
        assertThat(row.text(0)).isEqualTo("0.25");
        slot.number(row, -0.0);
        assertThat(row.text(0)).isEqualTo("0");
        slot.number(row, Double.NaN);
        assertThat(row.text(0)).isEqualTo("NaN");
        slot.number(row, 1e300);
        assertThat(row.text(0)).isEqualTo("1.0E300");
        slot.integer(row, Long.MIN_VALUE);
        assertThat(row.text(0)).isEqualTo("-9223372036854775808");
        slot.bool(row, false);
        assertThat(row.text(0)).isEqualTo("false");
    }

    @Test
    void booleanSlotTakesBooleansOnly() {
        FeatureSlot slot = new FeatureSlot(0, FeatureType.BOOLEAN);

        slot.bool(row, true);
        assertThat(row.text(0)).isEqualTo("true");
        slot.text(row, "true");
        assertThat(row.isMistyped(0)).isTrue();
        slot.integer(row, 1);
        assertThat(row.isMistyped(0)).isTrue();
    }

    @Test
    void typeThatIsNotProfiledIsRefused() {
        assertThatThrownBy(() -> new FeatureSlot(0, FeatureType.EMBEDDING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("embedding");
    }
}
