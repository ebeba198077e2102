package io.streamgauge.alerts.lifecycle;

import io.streamgauge.statistics.inference.Verdict;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert's state as bytes: version, state, episode start (8), calm windows (1), length of the history (1), one byte per verdict.
 * At most 76 bytes.
 */
public final class AlertStateFormat {
    private static final byte VERSION = 1;
    private static final int HEADER = 12;

    private AlertStateFormat() {}

    public static byte[] write(AlertState state) {
        byte tag = 0;
        long episodeStart = 0;
        int calm = 0;
        if (state instanceof AlertState.Pending pending) {
            tag = 1;
            episodeStart = pending.episodeStartMs();
        } else if (state instanceof AlertState.Firing firing) {
            tag = 2;
            episodeStart = firing.episodeStartMs();
            calm = firing.calm();
        }
        ByteBuffer out = ByteBuffer.allocate(HEADER + state.history().size())
                .put(VERSION)
                .put(tag)
                .putLong(episodeStart)
                .put((byte) calm)
                .put((byte) state.history().size());
        state.history().forEach(verdict -> out.put(code(verdict)));
        return out.array();
    }

    /** @throws IllegalArgumentException if the bytes are not of this format */
    public static AlertState read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "alert state has format version " + version + ", expected " + VERSION);
            }
            byte tag = in.get();
            long episodeStart = in.getLong();
            int calm = in.get();
            List<Verdict> history = new ArrayList<>();
            for (int left = in.get(); left > 0; left--) {
                history.add(verdict(in.get()));
            }
            return switch (tag) {
                case 0 -> new AlertState.Quiet();
                case 1 -> new AlertState.Pending(episodeStart, history);
                case 2 -> new AlertState.Firing(episodeStart, calm, history);
                default -> throw new IllegalArgumentException("alert state has unknown tag " + tag);
            };
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("alert state is cut short or garbled, " + bytes.length + " bytes", e);
        }
    }

    private static byte code(Verdict verdict) {
        return switch (verdict) {
            case STEADY -> 0;
            case MOVED -> 1;
            case NOT_ENOUGH_DATA -> 2;
            case UNDETECTABLE -> 3;
        };
    }

    private static Verdict verdict(byte code) {
        return switch (code) {
            case 0 -> Verdict.STEADY;
            case 1 -> Verdict.MOVED;
            case 2 -> Verdict.NOT_ENOUGH_DATA;
            case 3 -> Verdict.UNDETECTABLE;
            default -> throw new IllegalArgumentException("alert state has unknown verdict " + code);
        };
    }
}
