package io.streamgauge.topology.ingest;

import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.LinkedHashMap;

/**
 * By which schemas were the records of a partition written, and what did each change? Of the {@value #MOST} that began last. Mutable; lives in the
 * progress of its partition.
 */
final class SchemaHistory {
    private static final int MOST = 16;

    /** In words, by schema, in the order in which they began. */
    private final LinkedHashMap<Integer, String> changes = new LinkedHashMap<>();

    private int last = -1;

    /**
     * What is different with a schema; against the one that began before it. Changes nothing if it throws.
     *
     * @param decoder is asked for a schema that is not known yet, and may throw where a registry cannot be reached
     */
    String change(int schema, EventDecoder decoder) {
        String known = changes.get(schema);
        if (known != null) {
            return known;
        }
        String what = changes.isEmpty() ? "" : text(last, decoder.change(last, schema));
        changes.put(schema, what);
        last = schema;
        if (changes.size() > MOST) {
            changes.remove(changes.keySet().iterator().next());
        }
        return what;
    }

    private static String text(int before, String change) {
        return change.isEmpty() ? "after " + before : "after " + before + ": " + change;
    }

    void write(StateWriter out) {
        out.number(changes.size());
        changes.forEach((schema, change) -> out.number(schema).text(change));
    }

    static SchemaHistory readIfAny(StateReader in) {
        var history = new SchemaHistory();
        for (int left = in.hasMore() ? in.integer() : 0; left > 0; left--) {
            history.last = in.integer();
            history.changes.put(history.last, in.text());
        }
        return history;
    }
}
