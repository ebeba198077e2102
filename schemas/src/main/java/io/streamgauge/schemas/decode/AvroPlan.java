package io.streamgauge.schemas.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.decode.AvroReader.IntoSlot.Kind;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.FeatureSlot;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compiles a writer's schema and what is wanted of its records into one reader that reads that and skips the rest. */
final class AvroPlan {
    private final IdentityHashMap<Schema, AvroReader> skippers = new IdentityHashMap<>();

    private AvroPlan() {}

    static AvroReader of(Schema schema, Wanted wanted) {
        return new AvroPlan().reader(schema, wanted);
    }

    private AvroReader reader(Schema schema, Wanted wanted) {
        if (wanted.isNothing()) {
            return skipper(schema);
        }
        Target target = wanted.target();
        AvroReader direct = intoSlot(schema, wanted);
        if (direct != null) {
            return direct;
        }
        return switch (schema.getType()) {
            case NULL -> (in, out) -> target.nothing(out);
            case BOOLEAN -> (in, out) -> target.bool(out, in.readBoolean());
            case INT -> AvroNumbers.ofInt(schema, target);
            case LONG -> AvroNumbers.ofLong(schema, target);
            case FLOAT -> (in, out) -> target.number(out, in.readFloat());
            case DOUBLE -> (in, out) -> target.number(out, in.readDouble());
            case STRING -> (in, out) -> text(in, out, target);
            case ENUM -> symbols(schema, target);
            case BYTES, FIXED -> AvroNumbers.ofBytes(schema, target);
            case UNION ->
                new AvroReader.OfUnion(schema.getTypes().stream()
                        .map(branch -> reader(branch, wanted))
                        .toArray(AvroReader[]::new));
            case ARRAY -> list(schema, target);
            case RECORD -> after(target, record(schema, wanted));
            case MAP -> after(target, map(schema, wanted));
        };
    }

    /** Where the value is of the type of the one feature that wants it; null elsewhere. */
    private static @Nullable AvroReader intoSlot(Schema schema, Wanted wanted) {
        if (!wanted.parts().isEmpty() || !(wanted.target() instanceof FeatureTarget feature)) {
            return null;
        }
        int slot = feature.slot().index();
        boolean number = feature.slot().type() == FeatureType.NUMERIC;
        boolean text = feature.slot().type() == FeatureType.CATEGORICAL;
        boolean plain = schema.getLogicalType() == null;
        return switch (schema.getType()) {
            case NULL -> new AvroReader.MissingSlot(slot);
            case DOUBLE -> number ? new AvroReader.IntoSlot(Kind.DOUBLE, slot) : null;
            case FLOAT -> number ? new AvroReader.IntoSlot(Kind.FLOAT, slot) : null;
            case INT -> number && plain ? new AvroReader.IntoSlot(Kind.INT, slot) : null;
            case LONG -> number && plain ? new AvroReader.IntoSlot(Kind.LONG, slot) : null;
            case STRING -> text ? new AvroReader.IntoSlot(Kind.TEXT, slot) : null;
            default -> null;
        };
    }

    private AvroReader record(Schema schema, Wanted wanted) {
        List<Schema.Field> fields = schema.getFields();
        AvroReader.OfRecord reader = new AvroReader.OfRecord(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            Schema.Field field = fields.get(i);
            reader.fields[i] = reader(field.schema(), wanted.part(field.name()));
        }
        return reader;
    }

    private AvroReader map(Schema schema, Wanted wanted) {
        Map<String, AvroReader> values = new LinkedHashMap<>();
        wanted.parts().forEach((key, part) -> values.put(key, reader(schema.getValueType(), part)));
        return new AvroReader.OfMap(values, skipper(schema.getValueType()));
    }

    private AvroReader skipper(Schema schema) {
        return switch (schema.getType()) {
            case NULL -> (in, out) -> {};
            case BOOLEAN -> (in, out) -> in.readBoolean();
            case INT -> (in, out) -> in.readInt();
            case LONG -> (in, out) -> in.readLong();
            case FLOAT -> (in, out) -> in.skip(Float.BYTES);
            case DOUBLE -> (in, out) -> in.skip(Double.BYTES);
            case STRING, BYTES -> (in, out) -> in.skip(in.readLength());
            case FIXED -> (in, out) -> in.skip(schema.getFixedSize());
            case ENUM -> (in, out) -> in.readIndex(schema.getEnumSymbols().size());
            case UNION ->
                new AvroReader.OfUnion(
                        schema.getTypes().stream().map(this::skipper).toArray(AvroReader[]::new));
            case ARRAY -> new AvroReader.OfArray(skipper(schema.getElementType()));
            case MAP -> new AvroReader.OfMap(Map.of(), skipper(schema.getValueType()));
            case RECORD -> recordSkipper(schema);
        };
    }

    /** Known before its fields are, as one of them may be of the same type. */
    private AvroReader recordSkipper(Schema schema) {
        AvroReader known = skippers.get(schema);
        if (known != null) {
            return known;
        }
        List<Schema.Field> fields = schema.getFields();
        AvroReader.OfRecord reader = new AvroReader.OfRecord(fields.size());
        skippers.put(schema, reader);
        for (int i = 0; i < fields.size(); i++) {
            reader.fields[i] = skipper(fields.get(i).schema());
        }
        return reader;
    }

    /** Lists of single values are counted; others are no value. */
    private AvroReader list(Schema schema, Target target) {
        FeatureType kind = kind(schema.getElementType());
        AvroReader item = skipper(schema.getElementType());
        if (kind != null && target.keepsItems()) {
            Wanted single = Wanted.empty();
            single.add(List.of(), new FeatureTarget(new FeatureSlot(0, kind), false));
            return new AvroReader.OfKeptList(reader(schema.getElementType(), single), kind, target);
        }
        return kind == null
                ? after(target, new AvroReader.OfArray(item))
                : (in, out) -> target.list(out, kind, AvroReader.OfArray.read(item, in, out));
    }

    /** What values of a schema are, with nulls among them or not; null if no single values of one kind. */
    private static @Nullable FeatureType kind(Schema schema) {
        return switch (schema.getType()) {
            case INT, LONG, FLOAT, DOUBLE -> FeatureType.NUMERIC;
            case STRING, ENUM -> FeatureType.CATEGORICAL;
            case BOOLEAN -> FeatureType.BOOLEAN;
            case UNION -> {
                List<Schema> values = schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .toList();
                yield values.size() == 1 ? kind(values.get(0)) : null;
            }
            case ARRAY, BYTES, FIXED, MAP, NULL, RECORD -> null;
        };
    }

    /** A container at a place where a value is wanted is no value; parts of it may be. */
    private static AvroReader after(Target target, AvroReader content) {
        return (in, out) -> {
            target.other(out);
            content.read(in, out);
        };
    }

    private static void text(AvroCursor in, EventBuffer out, Target target) {
        int length = in.readLength();
        target.text(out, in.bytes(), in.skip(length), length);
    }

    private static AvroReader symbols(Schema schema, Target target) {
        byte[][] symbols = schema.getEnumSymbols().stream()
                .map(symbol -> symbol.getBytes(UTF_8))
                .toArray(byte[][]::new);
        return (in, out) -> {
            byte[] symbol = symbols[in.readIndex(symbols.length)];
            target.text(out, symbol, 0, symbol.length);
        };
    }
}
