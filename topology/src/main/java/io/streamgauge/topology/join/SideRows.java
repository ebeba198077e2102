package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes rows to join of events whose slots hold the features and, behind them, the parts of the identifier. */
final class SideRows {
    /** Longer texts are compared by their beginning and a hash. */
    private static final int LONGEST_TEXT = 500;

    private static final int KEPT_TEXT = 100;
    private static final Value MISTYPED = new Text("(of another type)");

    private final int features;
    private final MessageDigest digest;

    SideRows(int features) {
        this.features = features;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The row of a good event; null if it lacks a part of its identifier. */
    @Nullable
    Row of(EventBuffer event, Side from, long offset) {
        digest.reset();
        for (int slot = features; slot < event.slots(); slot++) {
            String part = event.text(slot);
            if (part == null) {
                return null;
            }
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            digest.update(new byte[] {
                (byte) (utf8.length >> 24), (byte) (utf8.length >> 16), (byte) (utf8.length >> 8), (byte) utf8.length
            });
            digest.update(utf8);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new Row(from, offset, event.eventTimeMs(), hash.getLong(), hash.getLong(), values(event));
    }

    private Value[] values(EventBuffer event) {
        Value[] values = new Value[features];
        for (int slot = 0; slot < features; slot++) {
            if (event.isNumber(slot)) {
                values[slot] = Numeric.of(event.number(slot));
            } else if (event.isMistyped(slot)) {
                values[slot] = MISTYPED;
            } else {
                String text = event.text(slot);
                values[slot] = text == null ? Absent.ABSENT : new Text(shortened(text));
            }
        }
        return values;
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return text.substring(0, KEPT_TEXT) + "..." + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
