package io.streamgauge.schemas.importer.proto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One message that was read: its fields by name. A field that is absent reads as its zero. Choices read as their words.
 */
public final class ProtoMessage {
    private final MessageType type;
    private final Map<String, List<Object>> values = new LinkedHashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    ProtoMessage(MessageType type) {
        this.type = type;
    }

    /** A message without any field. */
    public static ProtoMessage empty(MessageType type) {
        return new ProtoMessage(type);
    }

    public MessageType type() {
        return type;
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** The names of the fields that the message has. */
    public Set<String> fields() {
        return Set.copyOf(values.keySet());
    }

    /** Fields that the definition does not know: names of text, {@code field 12} of bytes. */
    public Set<String> unknownFields() {
        return Set.copyOf(unknown);
    }

    public String text(String field) {
        return has(field) ? (String) last(field) : "";
    }

    public @Nullable String optionalText(String field) {
        return has(field) ? (String) last(field) : null;
    }

    public long integer(String field) {
        return has(field) ? (Long) last(field) : 0;
    }

    public @Nullable Long optionalInteger(String field) {
        return has(field) ? (Long) last(field) : null;
    }

    public double number(String field) {
        return has(field) ? (Double) last(field) : 0;
    }

    public @Nullable Double optionalNumber(String field) {
        return has(field) ? (Double) last(field) : null;
    }

    public boolean flag(String field) {
        return has(field) && (Boolean) last(field);
    }

    /** A copy of the bytes in a field. */
    public byte[] bytes(String field) {
        return has(field) ? ((byte[]) last(field)).clone() : new byte[0];
    }

    /** The message in a field; an empty one if there is none. */
    public ProtoMessage message(String field) {
        if (has(field)) {
            return (ProtoMessage) last(field);
        }
        return new ProtoMessage(nested(field));
    }

    public List<ProtoMessage> messages(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(ProtoMessage.class::cast)
                .toList();
    }

    public List<String> texts(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(String.class::cast)
                .toList();
    }

    /** The whole numbers in a field. */
    List<Long> integers(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(Long.class::cast)
                .toList();
    }

    void add(Field field, Object value) {
        if (field.oneOf() != null) {
            for (Field other : type.fields()) {
                if (field.oneOf().equals(other.oneOf()) && other.number() != field.number()) {
                    values.remove(other.name());
                }
            }
        }
        List<Object> list = values.computeIfAbsent(field.name(), name -> new ArrayList<>());
        if (!field.repeated() && !list.isEmpty()) {
            list.set(0, merged(list.get(0), value));
        } else {
            list.add(value);
        }
    }

    void addUnknown(String field) {
        unknown.add(field);
    }

    /** A field that is given twice: the later value counts, messages are merged. */
    private static Object merged(Object first, Object second) {
        if (first instanceof ProtoMessage message && second instanceof ProtoMessage more) {
            more.values.forEach((name, list) -> {
                Field field = message.type.field(name);
                if (field != null) {
                    list.forEach(value -> message.add(field, value));
                }
            });
            return message;
        }
        return second;
    }

    private MessageType nested(String field) {
        Field definition = type.field(field);
        if (definition != null && definition.kind() instanceof FieldKind.Nested nested) {
            return type.types().message(nested.type());
        }
        throw new IllegalArgumentException("%s has no message '%s'".formatted(type.name(), field));
    }

    private Object last(String field) {
        List<Object> list = values.getOrDefault(field, List.of());
        return list.get(list.size() - 1);
    }
}
