package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows to join of events whose slots hold the features and, behind them, the parts of the identifier. */
final class SideRows {
    /** Longer texts are compared by their beginning and a hash. */
    private static final int LONGEST_TEXT = 500;

    private static final int KEPT_TEXT = 100;
    private static final int KEPT_OF_HASH = 16;
    /** Longer lists are compared by their beginning and a hash. */
    private static final int MOST_ITEMS = 100;

    private static final Value MISTYPED = new Text("(of another type)");

    private final int features;
    private final MessageDigest digest;

    SideRows(int features) {
        this.features = features;
        this.digest = newDigest();
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
            } else if (event.isList(slot)) {
                values[slot] = list(event.items(slot));
            } else if (event.isMistyped(slot)) {
                values[slot] = MISTYPED;
            } else {
                String text = event.text(slot);
                values[slot] = text == null ? Absent.ABSENT : new Text(shortened(text));
            }
        }
        return values;
    }

    private static Value list(@Nullable List<@Nullable Object> items) {
        if (items == null) {
            return MISTYPED;
        }
        List<Value> values = new ArrayList<>();
        for (Object item : items.subList(0, Math.min(items.size(), MOST_ITEMS))) {
            values.add(item(item));
        }
        if (items.size() > MOST_ITEMS) {
            String rest = items.subList(MOST_ITEMS, items.size()).toString();
            values.add(new Text("... " + HexFormat.of().formatHex(sha256(rest), 0, KEPT_OF_HASH)));
        }
        return new Items(values);
    }

    private static Value item(@Nullable Object item) {
        if (item instanceof Double number) {
            return Numeric.of(number);
        }
        return item == null ? Absent.ABSENT : new Text(shortened(item.toString()));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        return text.substring(0, KEPT_TEXT) + "..." + HexFormat.of().formatHex(sha256(text), 0, KEPT_OF_HASH);
    }

    private static byte[] sha256(String text) {
        return newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
