package io.streamgauge.schemas.importer.proto;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields does a message have? Made by {@link MessageTypes}. */
public final class MessageType {
    private final String name;
    private final MessageTypes types;
    private final Map<String, Field> byName;
    private final Map<Integer, Field> byNumber;
    private final int highest;

    MessageType(String name, MessageTypes types, Map<String, Field> byName, Map<Integer, Field> byNumber) {
        this.name = name;
        this.types = types;
        this.byName = byName;
        this.byNumber = byNumber;
        this.highest =
                byNumber.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The name without its package. */
    public String name() {
        return name;
    }

    MessageTypes types() {
        return types;
    }

    @Nullable
    Field field(String fieldName) {
        return byName.get(fieldName);
    }

    @Nullable
    Field field(int number) {
        return byNumber.get(number);
    }

    /** Whether a field of this number may come from a newer version: numbers only grow. */
    boolean mayBeNewer(int number) {
        return number > highest;
    }

    Collection<Field> fields() {
        return byName.values();
    }
}
