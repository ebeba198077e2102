package io.streamgauge.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.app.detect.JointDetection.JointChange;
import io.streamgauge.app.detect.JointDetection.MovedColumn;
import java.util.Locale;
import java.util.stream.Collectors;

/** How {@code detect --columns} prints a change. */
final class JointChanges {
    private static final int LISTED = 5;

    private JointChanges() {}

    /** A surprise without bound, of a column that never varied before, is null: JSON has no infinity. */
    static ObjectNode json(JointChange change) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("index", change.index()).put("level", change.level().word());
        ArrayNode moved = row.putArray("moved");
        for (MovedColumn column : change.moved()) {
            Double surprise = Double.isFinite(column.surprise()) ? column.surprise() : null;
            moved.addObject()
                    .put("column", column.name())
                    .put("expected", column.expected())
                    .put("observed", column.observed())
                    .put("surprise", surprise);
        }
        return row;
    }

    static String line(JointChange change) {
        String moved = change.moved().stream()
                .limit(LISTED)
                .map(column -> String.format(
                        Locale.ROOT, "%s %.4g (expected %.4g)", column.name(), column.observed(), column.expected()))
                .collect(Collectors.joining(", "));
        int more = change.moved().size() - LISTED;
        return String.format(
                Locale.ROOT,
                "%-7s  row %-10d  %s%s",
                change.level().word(),
                change.index(),
                moved,
                more > 0 ? " and " + more + " more" : "");
    }
}
