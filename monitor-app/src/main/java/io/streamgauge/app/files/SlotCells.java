package io.streamgauge.app.files;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.FeatureSlot;

/** Puts the cells of a row into an event, as the live decoders put the fields of a record. */
public final class SlotCells {
    private SlotCells() {}

    /** The cell of the current row in {@code column} goes into {@code slot}. */
    public static void put(RowSource rows, int column, FeatureSlot slot, EventBuffer out) {
        switch (rows.kind(column)) {
            case MISSING -> out.missing(slot.index());
            case OTHER -> out.mistyped(slot.index());
            case BOOLEAN -> slot.bool(out, "true".equals(rows.text(column)));
            case NUMBER -> {
                if (slot.type() == FeatureType.CATEGORICAL) {
                    text(rows, column, slot, out);
                } else {
                    slot.number(out, rows.number(column));
                }
            }
            case TEXT -> text(rows, column, slot, out);
        }
    }

    private static void text(RowSource rows, int column, FeatureSlot slot, EventBuffer out) {
        byte[] utf8 = rows.utf8(column);
        if (utf8 == null) {
            out.mistyped(slot.index());
        } else {
            slot.text(out, utf8, 0, utf8.length);
        }
    }
}
