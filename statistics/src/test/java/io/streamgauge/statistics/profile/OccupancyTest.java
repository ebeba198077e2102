package io.streamgauge.statistics.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class OccupancyTest {
    private static Occupancy busy(int... slots) {
        var bits = new BitSet();
        for (int slot : slots) {
            bits.set(slot);
        }
        return Occupancy.of(bits);
    }

    private static Duration slotOf(Duration interval) {
        return Duration.ofMillis(Occupancy.slotMs(interval.toMillis()));
    }

    @Test
    void aSlotIsAMinuteOrTheFewestMinutesThatDivideTheInterval() {
        assertThat(slotOf(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(slotOf(Duration.ofDays(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(slotOf(Duration.ofDays(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(slotOf(Duration.ofDays(7))).isEqualTo(Duration.ofMinutes(7));
        assertThat(slotOf(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(slotOf(Duration.ofMillis(7))).isEqualTo(Duration.ofMillis(7));
        assertThat(slotOf(Duration.ofMinutes(1451))).isEqualTo(Duration.ofMinutes(1451)); // a prime
    }

    @Test
    void mergingIsSetUnionInAnyOrder() {
        assertThat(busy(1, 59).or(busy(2, 1)))
                .isEqualTo(busy(1, 2, 59))
                .isEqualTo(busy(2, 1).or(busy(1, 59)));
        assertThat(busy(3).or(Occupancy.NONE))
                .isEqualTo(Occupancy.NONE.or(busy(3)))
                .isEqualTo(busy(3));
    }

    @Test
    void aPartOfALargerIntervalIsMovedThere() {
        long minute = 60_000;
        assertThat(busy(0, 59).within(2 * 60 * minute, minute, minute)).isEqualTo(busy(120, 179));
        assertThat(busy(0, 1, 59).within(60 * minute, minute, 2 * minute)).isEqualTo(busy(30, 59));
    }

    @Test
    void bytesHoldAll() {
        assertThat(Occupancy.of(busy(0, 8, 1439).toBytes())).isEqualTo(busy(0, 8, 1439));
        assertThat(busy(59).toBytes()).hasSize(8);
        assertThat(busy().toBytes()).isEmpty();
        assertThat(busy()).isEqualTo(Occupancy.NONE).hasSameHashCodeAs(Occupancy.NONE);
    }

    @Test
    void itCannotBeChangedFromOutside() {
        Occupancy occupancy = busy(1);
        occupancy.slots().set(2);
        occupancy.toBytes()[0] = 0;

        assertThat(occupancy).isEqualTo(busy(1)).hasToString("busy {1}");
    }
}
