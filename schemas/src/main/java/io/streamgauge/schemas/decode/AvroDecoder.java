package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.NewColumn;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.UnknownSchemaException;
import io.streamgauge.schemas.serde.WireFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Decodes Avro in the Confluent wire format by a plan for each writer's schema. */
final class AvroDecoder implements EventDecoder {
    /** Far more than a topic has; a producer of random ids must not fill the memory. */
    private static final int MAX_PLANS = 1000;

    private static final String ENVELOPE = "features";

    private final MappedFields fields;
    private final ExpectedColumns columns;
    private final SchemaRegistry registry;
    private final Map<Integer, Plan> plans = new HashMap<>();
    private final AvroCursor cursor = new AvroCursor();

    /** How to read the records of one schema, or why they cannot be read. */
    private record Plan(
            @Nullable AvroReader reader,
            @Nullable NewColumn column,
            @Nullable Rejection rejection) {}

    AvroDecoder(SourceMapping mapping, SchemaRegistry registry) {
        this.fields = new MappedFields(mapping);
        this.columns = new ExpectedColumns(mapping, fields, ENVELOPE);
        this.registry = registry;
    }

    @Override
    public @Nullable Rejection decode(byte @Nullable [] value, EventBuffer out) {
        Rejection refused = fields.begin(value, out);
        if (refused != null || value == null) {
            return refused;
        }
        Integer schemaId = null;
        try {
            schemaId = WireFormat.schemaId(value);
            Plan plan = plan(schemaId);
            out.newColumn(plan.column());
            out.schemaId(schemaId);
            return plan.reader() == null ? plan.rejection() : read(plan.reader(), value, out, schemaId);
        } catch (UnknownSchemaException e) {
            return new Rejection(
                    RejectReason.UNKNOWN_SCHEMA, "the registry has no usable schema " + schemaId, schemaId);
        } catch (SerializationException e) {
            return new Rejection(RejectReason.MALFORMED, String.valueOf(e.getMessage()), schemaId);
        }
    }

    private @Nullable Rejection read(AvroReader reader, byte[] value, EventBuffer out, int schemaId) {
        cursor.reset(value, WireFormat.HEADER_SIZE);
        try {
            reader.read(cursor, out);
        } catch (MalformedRecord e) {
            return new Rejection(RejectReason.MALFORMED, e.detail(), schemaId);
        }
        if (cursor.remaining() > 0) {
            String detail = "%d bytes behind the end of the record".formatted(cursor.remaining());
            return new Rejection(RejectReason.MALFORMED, detail, schemaId);
        }
        return fields.end(out, schemaId);
    }

    @Override
    public String change(int schemaBefore, int schema) {
        try {
            return WriterChange.between(registry.byId(schemaBefore), registry.byId(schema));
        } catch (UnknownSchemaException e) {
            return ""; // the earlier one is no longer in the registry
        }
    }

    private Plan plan(int schemaId) {
        Plan known = plans.get(schemaId);
        if (known != null) {
            return known;
        }
        Plan plan = compile(registry.byId(schemaId), schemaId);
        if (plans.size() >= MAX_PLANS) {
            plans.clear();
        }
        plans.put(schemaId, plan);
        return plan;
    }

    private Plan compile(Schema schema, int schemaId) {
        if (schema.getType() != Schema.Type.RECORD) {
            return incompatible(schemaId, "schema %d is a %s, not a record".formatted(schemaId, schema.getType()));
        }
        Wanted wanted = Wanted.empty();
        for (MappedFields.Place place : fields.places()) {
            List<String> steps = steps(schema, place.path());
            if (!steps.isEmpty()) {
                wanted.add(steps, place.target());
            } else if (place.target() instanceof EventTimeTarget) {
                return incompatible(
                        schemaId,
                        "schema %d (%s) has no field '%s' for the event time"
                                .formatted(schemaId, schema.getFullName(), place.path()));
            }
        }
        return new Plan(AvroPlan.of(schema, wanted), columns.of(schema), null);
    }

    /** The way from the top to the mapped place; empty if the schema has no such field, whose values are then missing. */
    static List<String> steps(Schema schema, String path) {
        List<String> steps = Arrays.asList(path.split("\\.", -1));
        if (schema.getField(steps.get(0)) != null) {
            return steps;
        }
        Schema.Field envelope = schema.getField(ENVELOPE);
        if (envelope == null) {
            return List.of();
        }
        List<String> inside = new ArrayList<>(List.of(ENVELOPE));
        inside.addAll(holdsMap(envelope.schema()) ? List.of(path) : steps);
        return inside;
    }

    private static boolean holdsMap(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream().anyMatch(AvroDecoder::holdsMap)
                : schema.getType() == Schema.Type.MAP;
    }

    private static Plan incompatible(int schemaId, String detail) {
        return new Plan(null, null, new Rejection(RejectReason.SCHEMA_INCOMPATIBLE, detail, schemaId));
    }
}
