package io.streamgauge.schemas.serde;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * How large may a schema from a registry be? The ids that records carry are whatever a producer wrote, so neither one schema nor
 * all of them together may fill the memory or the stack.
 */
final class SchemaLimits {
    /** Schemas, ids or plans that any cache here keeps. */
    static final int CACHED = 1000;

    static final int MAX_BYTES = 256 << 10;
    static final int MAX_DEPTH = 32;
    static final int MAX_FIELDS = 5000;

    private int fields;
    // Named types refer to themselves; each counts once.
    private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SchemaLimits() {}

    /**
     * The schema that the text defines.
     *
     * @throws SchemaParseException if it is no valid Avro schema or beyond a limit
     */
    static Schema parse(String text) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new SchemaParseException("the schema is larger than " + MAX_BYTES + " bytes");
        }
        Schema schema = new Schema.Parser().parse(text);
        new SchemaLimits().check(schema, 1);
        return schema;
    }

    private void check(Schema schema, int depth) {
        if (depth > MAX_DEPTH) {
            throw new SchemaParseException("the schema is nested deeper than " + MAX_DEPTH);
        }
        if (!seen.add(schema)) {
            return;
        }
        for (Schema part : parts(schema)) {
            check(part, depth + 1);
        }
    }

    private List<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> {
                fields += schema.getFields().size();
                if (fields > MAX_FIELDS) {
                    throw new SchemaParseException("the schema has more than " + MAX_FIELDS + " fields");
                }
                yield schema.getFields().stream().map(Schema.Field::schema).toList();
            }
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            case UNION -> schema.getTypes();
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> List.of();
        };
    }
}
