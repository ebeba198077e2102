package io.streamgauge.schemas.decode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has changed from one writer's schema to another, in a few words: {@code adds tip (double), removes fare, promotes n from int to
 * long}. Fields are named by their path. Docs, defaults, aliases and the order of fields do not count.
 */
final class WriterChange {
    private static final int MOST_NAMED = 5;
    private static final int LONGEST_TYPE = 60;
    private static final int LONGEST = 500;
    private static final Map<String, Set<String>> PROMOTIONS = Map.of(
            "int", Set.of("long", "float", "double"),
            "long", Set.of("float", "double"),
            "float", Set.of("double"),
            "string", Set.of("bytes"),
            "bytes", Set.of("string"));

    private WriterChange() {}

    /** Empty if records by both have the same fields of the same types. At most {@value #LONGEST} characters. */
    static String between(Schema before, Schema after) {
        Map<String, String> old = outline(before);
        Map<String, String> now = outline(after);
        var added = new ArrayList<String>();
        var removed = new ArrayList<String>();
        var changed = new ArrayList<String>();
        now.forEach((path, type) -> {
            String was = old.get(path);
            if (was == null) {
                addTopmost(path, " (" + type + ")", old, added);
            } else if (!was.equals(type)) {
                changed.add(verb(was, type) + " " + path + " from " + was + " to " + type);
            }
        });
        old.keySet().stream()
                .filter(path -> !now.containsKey(path))
                .forEach(path -> addTopmost(path, "", now, removed));
        var parts = new ArrayList<String>();
        list("adds ", added, parts);
        list("removes ", removed, parts);
        list("", changed, parts);
        String text = String.join(", ", parts);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 4) + " ...";
    }

    /** Of a record that came or went its fields need not be named. */
    private static void addTopmost(String path, String type, Map<String, String> other, List<String> into) {
        int dot = path.lastIndexOf('.');
        if (dot < 0 || other.containsKey(path.substring(0, dot))) {
            into.add(path + type);
        }
    }

    private static void list(String verb, List<String> all, List<String> parts) {
        if (!all.isEmpty()) {
            String named = String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size())));
            parts.add(verb + named + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : ""));
        }
    }

    private static String verb(String was, String type) {
        return PROMOTIONS.getOrDefault(was, Set.of()).contains(type) || type.equals(was + "?") ? "promotes" : "changes";
    }

    private static Map<String, String> outline(Schema schema) {
        var outline = new TreeMap<String, String>();
        if (schema.getType() == Schema.Type.RECORD) {
            fields("", schema, new HashSet<>(), outline);
        }
        return outline;
    }

    private static void fields(String prefix, Schema record, Set<String> open, Map<String, String> outline) {
        if (!open.add(record.getFullName())) {
            return; // a record within itself
        }
        for (Schema.Field field : record.getFields()) {
            String path = prefix + field.name();
            outline.put(path, word(field.schema()));
            Schema inner = record(field.schema());
            if (inner != null) {
                fields(path + ".", inner, open, outline);
            }
        }
        open.remove(record.getFullName());
    }

    /** The record that a value is, or the elements of a list or the values of a map are; null if none. */
    private static @Nullable Schema record(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema;
            case ARRAY -> record(schema.getElementType());
            case MAP -> record(schema.getValueType());
            case UNION -> {
                List<Schema> values = values(schema);
                yield values.size() == 1 ? record(values.get(0)) : null;
            }
            default -> null;
        };
    }

    private static List<Schema> values(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
    }

    /** {@code long}, {@code double?} where it may be null, {@code string[]}, {@code timestamp-millis}, {@code enum(A|B)}. */
    private static String word(Schema schema) {
        String word = switch (schema.getType()) {
            case ARRAY -> word(schema.getElementType()) + "[]";
            case MAP -> "map of " + word(schema.getValueType());
            case ENUM -> "enum(" + String.join("|", schema.getEnumSymbols()) + ")";
            case FIXED -> logical(schema, "fixed(" + schema.getFixedSize() + ")");
            case UNION -> {
                List<String> values =
                        values(schema).stream().map(WriterChange::word).toList();
                boolean nullable = values.size() < schema.getTypes().size();
                yield String.join("|", values) + (nullable ? "?" : "");
            }
            default -> logical(schema, schema.getType().getName());
        };
        return word.length() <= LONGEST_TYPE ? word : word.substring(0, LONGEST_TYPE - 3) + "...";
    }

    private static String logical(Schema schema, String otherwise) {
        return schema.getLogicalType() == null
                ? otherwise
                : schema.getLogicalType().getName();
    }
}
