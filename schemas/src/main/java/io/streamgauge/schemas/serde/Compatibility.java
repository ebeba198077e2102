package io.streamgauge.schemas.serde;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * May a schema follow the earlier versions of its subject? The levels of Confluent's registry: backward, the new schema reads
 * old records; forward, the old schema reads new records; full, both; transitive, for every earlier version instead of the
 * latest.
 */
public enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    Compatibility(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /**
     * Why {@code next} may not follow; empty if it may.
     *
     * @param earlier the subject's versions, oldest first
     */
    public Optional<String> objection(Schema next, List<Schema> earlier) {
        int from = transitive ? 0 : Math.max(0, earlier.size() - 1);
        return earlier.subList(from, earlier.size()).stream()
                .flatMap(old -> objection(next, old).stream())
                .findFirst();
    }

    private Optional<String> objection(Schema next, Schema old) {
        Optional<String> found =
                backward ? unreadable(next, old, "the new schema cannot read the old") : Optional.empty();
        return found.isPresent() || !forward ? found : unreadable(old, next, "the old schema cannot read the new");
    }

    private static Optional<String> unreadable(Schema reader, Schema writer, String what) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return Optional.empty();
        }
        var faults = result.getResult().getIncompatibilities().stream()
                .map(fault -> fault.getType() + " at " + fault.getLocation() + ": " + fault.getMessage())
                .toList();
        return Optional.of(what + ": " + String.join("; ", faults));
    }
}
