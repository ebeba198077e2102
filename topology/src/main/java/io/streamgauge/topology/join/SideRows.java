package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.Slice;
import io.streamgauge.topology.state.StateWriter;
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
    // Used again for each row.
    private final StateWriter parts = new StateWriter();
    private final StateWriter values = new StateWriter();

    SideRows(int features) {
        this.features = features;
        this.digest = newDigest();
    }

    /** The row of a good event; null if it lacks a part of its identifier. */
    @Nullable
    Row of(EventBuffer event, Side from, long offset) {
        parts.clear();
        for (int slot = features; slot < event.slots(); slot++) {
            if (!event.isText(slot)) {
                return null;
            }
            parts.bytes(event.textBytes(slot), event.textOffset(slot), event.textLength(slot));
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(parts.toBytes()));
        return new Row(from, offset, event.eventTimeMs(), hash.getLong(), hash.getLong(), values(event));
    }

    private Slice values(EventBuffer event) {
        StateWriter out = values.clear().number(features);
        for (int slot = 0; slot < features; slot++) {
            if (event.isNumber(slot)) {
                ValueFormat.number(out, event.number(slot));
            } else if (event.isText(slot)) {
                text(out, event, slot);
            } else if (event.isList(slot)) {
                ValueFormat.write(out, list(event.items(slot)));
            } else if (event.isMistyped(slot)) {
                ValueFormat.write(out, MISTYPED);
            } else {
                ValueFormat.absent(out);
            }
        }
        return Slice.of(out.toBytes());
    }

    private static void text(StateWriter out, EventBuffer event, int slot) {
        if (event.textLength(slot) <= LONGEST_TEXT) {
            ValueFormat.text(out, event.textBytes(slot), event.textOffset(slot), event.textLength(slot));
        } else {
            String text = event.text(slot);
            ValueFormat.write(out, text == null ? Absent.ABSENT : new Text(shortened(text)));
        }
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
