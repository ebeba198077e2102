package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ClopperPearsonTest {

    /** The tail of the binomial distribution below the bound is exactly what the confidence leaves. */
    @Test
    void boundIsWhereTheBinomialTailIsTheRest() {
        double bound = ClopperPearson.upperBound(2, 10, 0.95);

        double q = 1 - bound;
        double tail = Math.pow(q, 10) + 10 * bound * Math.pow(q, 9) + 45 * bound * bound * Math.pow(q, 8);
        assertThat(tail).isCloseTo(0.05, within(1e-10));
    }

    @Test
    void noneSeenIsAboutThreeInTheNumberOfTrials() {
        assertThat(ClopperPearson.upperBound(0, 1_000, 0.95)).isCloseTo(0.002991, within(1e-6));
        assertThat(ClopperPearson.upperBound(0, 1, 0.95)).isCloseTo(0.95, within(1e-12));
    }

    @Test
    void edgesHaveAnswers() {
        assertThat(ClopperPearson.upperBound(0, 0, 0.95)).isEqualTo(1);
        assertThat(ClopperPearson.upperBound(7, 7, 0.95)).isEqualTo(1);
        assertThat(ClopperPearson.upperBound(3, 4_000_000_000L, 0.95)).isCloseTo(7.7537 / 4e9, within(1e-12));
        assertThat(ClopperPearson.upperBound(2_000_000_000L, 4_000_000_000L, 0.95))
                .isCloseTo(0.500013, within(1e-6));
        assertThatThrownBy(() -> ClopperPearson.upperBound(2, 1, 0.95)).hasMessageContaining("got 2 of 1");
        assertThatThrownBy(() -> ClopperPearson.upperBound(1, 2, 1)).hasMessageContaining("got 1.0");
    }

    @Property(tries = 200)
    void growsWithTheEventsAndWithTheConfidence(
            @ForAll @LongRange(min = 0, max = 5_000) long events,
            @ForAll @LongRange(min = 1, max = 5_000) long others) {
        double bound = ClopperPearson.upperBound(events, events + others, 0.95);

        assertThat(bound).isBetween((double) events / (events + others), 1.0);
        assertThat(ClopperPearson.upperBound(events + 1, events + others, 0.95)).isGreaterThan(bound);
        assertThat(ClopperPearson.upperBound(events, events + others, 0.99)).isGreaterThan(bound);
    }
}
