package io.streamgauge.checks.valueskew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PairingTest {
    @Test
    void repeatedIdentifiersGiveNoPairUnlessAllArePaired() {
        assertThat(Pairing.UNIQUE_IDENTIFIERS.pairs(1, 1)).isEqualTo(1);
        assertThat(Pairing.UNIQUE_IDENTIFIERS.pairs(2, 1)).isZero();
        assertThat(Pairing.UNIQUE_IDENTIFIERS.pairs(1, 0)).isZero();
        assertThat(Pairing.ALL.pairs(2, 3)).isEqualTo(6);
        assertThat(Pairing.ALL.pairs(2, 0)).isZero();
    }

    @Test
    void morePairsThanCanBeCountedAreRefused() {
        assertThatThrownBy(() -> Pairing.ALL.pairs(Long.MAX_VALUE, 2)).isInstanceOf(ArithmeticException.class);
    }
}
