package io.streamgauge.statistics.inference;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What an {@link EProcess} knows between two windows: the evidence of each bet, or the bet that raised the alarm. Immutable. */
public final class EProcessState {

    private static final byte VERSION = 1;
    private static final int NONE = -1;
    private static final int MOST_BETS = 4096;
    private static final int HEAD = 1 + 8 + 2 + 2 + 8 + 2;
    private static final int ENTRY = 2 + 8;

    private final long detector;
    private final double[] evidence; // ln M of each bet, 0 at least
    private final int alarmed; // the bet that raised the alarm
    private final double alarmEvidence; // ln of its weighted evidence

    private EProcessState(long detector, double[] evidence, int alarmed, double alarmEvidence) {
        this.detector = detector;
        this.evidence = evidence;
        this.alarmed = alarmed;
        this.alarmEvidence = alarmEvidence;
    }

    static EProcessState start(long detector, int bets) {
        return new EProcessState(detector, new double[bets], NONE, 0);
    }

    EProcessState with(double[] now) {
        return new EProcessState(detector, now.clone(), NONE, 0);
    }

    EProcessState alarmed(int bet, double logEvidence) {
        return new EProcessState(detector, new double[evidence.length], bet, logEvidence);
    }

    /** Whether there is nothing to remember. */
    public boolean isStart() {
        return alarmed == NONE && Arrays.stream(evidence).allMatch(e -> e == 0);
    }

    boolean isOf(long fingerprint, int bets) {
        return detector == fingerprint && evidence.length == bets;
    }

    boolean hasAlarmed() {
        return alarmed != NONE;
    }

    int alarmed() {
        return alarmed;
    }

    double alarmEvidence() {
        return alarmEvidence;
    }

    double[] evidence() {
        return evidence.clone();
    }

    /**
     * The state as bytes: format version, detector, number of bets, the one that raised the alarm and its evidence, the bets that have evidence.
     * At most {@code 23 + 10 * bets} of them.
     */
    public byte[] toBytes() {
        long entries = Arrays.stream(evidence).filter(e -> e != 0).count();
        var out = ByteBuffer.allocate(HEAD + ENTRY * (int) entries)
                .put(VERSION)
                .putLong(detector)
                .putShort((short) evidence.length)
                .putShort((short) alarmed)
                .putDouble(alarmEvidence)
                .putShort((short) entries);
        for (int c = 0; c < evidence.length; c++) {
            if (evidence[c] != 0) {
                out.putShort((short) c).putDouble(evidence[c]);
            }
        }
        return out.array();
    }

    /**
     * The state that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are of another version or damaged
     */
    public static EProcessState fromBytes(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "format version " + version + " of an e-process, this release reads " + VERSION);
            }
            long detector = in.getLong();
            int bets = in.getShort();
            int alarmed = in.getShort();
            double alarmEvidence = in.getDouble();
            int entries = in.getShort();
            if (bets < 0
                    || bets > MOST_BETS
                    || alarmed < NONE
                    || alarmed >= bets
                    || in.remaining() != ENTRY * entries) {
                throw damaged();
            }
            var evidence = new double[bets];
            for (int i = 0; i < entries; i++) {
                int bet = in.getShort();
                double value = in.getDouble();
                if (bet < 0 || bet >= bets || !(value > 0)) {
                    throw damaged();
                }
                evidence[bet] = value;
            }
            return new EProcessState(detector, evidence, alarmed, alarmEvidence);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the state of an e-process ends early", e);
        }
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("not a readable state of an e-process");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EProcessState state
                && detector == state.detector
                && alarmed == state.alarmed
                && Double.compare(alarmEvidence, state.alarmEvidence) == 0
                && Arrays.equals(evidence, state.evidence);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(detector) + alarmed) + Arrays.hashCode(evidence);
    }

    @Override
    public String toString() {
        return "EProcessState[alarmed=" + alarmed + ", evidence="
                + Arrays.stream(evidence).max().orElse(0) + "]";
    }
}
