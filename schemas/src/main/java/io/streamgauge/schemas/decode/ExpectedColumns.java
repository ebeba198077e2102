package io.streamgauge.schemas.decode;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.event.NewColumn;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Does a record have a column that is neither mapped nor expected? Looks at its fields and at those of its envelope, not into columns. The
 * first one is named; when it is accepted, the next will be.
 */
final class ExpectedColumns {
    private static final int LONGEST_NAME = 100;

    private final @Nullable Set<String> names;
    private final String envelope;

    ExpectedColumns(SourceMapping mapping, MappedFields fields, String envelope) {
        this.envelope = envelope;
        this.names = mapping.expected() == null ? null : new HashSet<>(mapping.expected());
        if (names != null) {
            names.add(envelope);
            for (MappedFields.Place place : fields.places()) {
                names.add(place.path());
                names.add(place.path().split("\\.", 2)[0]);
            }
        }
    }

    /** The first new column of the records of a schema; null if there is none, or nobody asks. */
    @Nullable
    NewColumn of(Schema schema) {
        if (names == null) {
            return null;
        }
        for (Schema.Field field : schema.getFields()) {
            Schema value = withoutNull(field.schema());
            boolean opened = field.name().equals(envelope) && value.getType() == Schema.Type.RECORD;
            NewColumn found = opened ? of(value) : unless(names, field.name(), word(value));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The first new column of an object that has a value; null if there is none, or nobody asks. */
    @Nullable
    NewColumn of(JsonNode object) {
        if (names == null) {
            return null;
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            boolean opened = field.getKey().equals(envelope) && value.isObject();
            NewColumn found = opened ? of(value) : value.isNull() ? null : unless(names, field.getKey(), word(value));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable NewColumn unless(Set<String> expected, String name, String word) {
        return expected.contains(name) || name.length() > LONGEST_NAME ? null : new NewColumn(name, word);
    }

    private static Schema withoutNull(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }

    private static String word(Schema schema) {
        return switch (schema.getType()) {
            case INT, LONG -> "integer";
            case FLOAT, DOUBLE -> "float";
            case BOOLEAN -> "boolean";
            case RECORD, MAP -> "record";
            case ARRAY -> word(withoutNull(schema.getElementType()));
            case STRING, ENUM, BYTES, FIXED, UNION, NULL -> "text";
        };
    }

    private static String word(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty() ? "text" : word(value.get(0));
        }
        return value.isIntegralNumber()
                ? "integer"
                : value.isNumber() ? "float" : value.isBoolean() ? "boolean" : value.isObject() ? "record" : "text";
    }
}
