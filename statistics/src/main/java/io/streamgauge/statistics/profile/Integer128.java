package io.streamgauge.statistics.profile;

import java.math.BigInteger;

/**
 * A sum in 128-bit two's complement. Integer addition is associative, so a sum does not depend on the order of its terms;
 * a floating-point sum does. Mutable, not thread-safe.
 */
final class Integer128 {

    private long high;
    private long low;

    void add(long term) {
        addBits(term >> 63, term);
    }

    void addSquare(long root) {
        addBits(Math.multiplyHigh(root, root), root * root);
    }

    void addUnsigned(long term) {
        addBits(0, term);
    }

    /** Adds {@code term * 2^32}; the term is not negative. */
    void addUpper(long term) {
        addBits(term >>> Integer.SIZE, term << Integer.SIZE);
    }

    void add(Integer128 other) {
        addBits(other.high, other.low);
    }

    private void addBits(long termHigh, long termLow) {
        low += termLow;
        // Unsigned low < termLow exactly when the addition carried.
        long carry = low + Long.MIN_VALUE < termLow + Long.MIN_VALUE ? 1 : 0;
        high += termHigh + carry;
    }

    BigInteger toBigInteger() {
        var unsignedLow = BigInteger.valueOf(low & Long.MAX_VALUE);
        if (low < 0) {
            unsignedLow = unsignedLow.setBit(63);
        }
        return BigInteger.valueOf(high).shiftLeft(64).add(unsignedLow);
    }

    void set(BigInteger value) {
        high = value.shiftRight(64).longValue();
        low = value.longValue();
    }
}
