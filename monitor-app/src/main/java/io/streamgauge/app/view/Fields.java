package io.streamgauge.app.view;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an Avro record by name; what is absent or of another type is an {@link IllegalArgumentException}. */
record Fields(GenericRecord record) {

    String text(String name) {
        return required(name).toString();
    }

    @Nullable
    String textOrNull(String name) {
        var value = optional(name);
        return value == null ? null : value.toString();
    }

    double number(String name) {
        return number(name, required(name)).doubleValue();
    }

    @Nullable
    Double numberOrNull(String name) {
        var value = optional(name);
        return value == null ? null : (Double) number(name, value).doubleValue();
    }

    int integer(String name) {
        return number(name, required(name)).intValue();
    }

    long count(String name) {
        return number(name, required(name)).longValue();
    }

    /** Milliseconds since the epoch, whether or not the reader converted the logical type. */
    long timeMs(String name) {
        var value = required(name);
        return value instanceof Instant time
                ? time.toEpochMilli()
                : number(name, value).longValue();
    }

    boolean flag(String name) {
        if (required(name) instanceof Boolean flag) {
            return flag;
        }
        throw mistyped(name, "a boolean");
    }

    <T> List<T> records(String name, Function<Fields, T> read) {
        return items(name).stream()
                .map(item -> {
                    if (item instanceof GenericRecord nested) {
                        return read.apply(new Fields(nested));
                    }
                    throw mistyped(name, "an array of records");
                })
                .toList();
    }

    List<String> texts(String name) {
        return items(name).stream().map(Object::toString).toList();
    }

    private Collection<?> items(String name) {
        if (required(name) instanceof Collection<?> items) {
            return items;
        }
        throw mistyped(name, "an array");
    }

    private Number number(String name, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw mistyped(name, "a number");
    }

    private Object required(String name) {
        var value = optional(name);
        if (value == null) {
            throw new IllegalArgumentException("record " + record.getSchema().getFullName() + " has no " + name);
        }
        return value;
    }

    private @Nullable Object optional(String name) {
        return record.hasField(name) ? record.get(name) : null;
    }

    private IllegalArgumentException mistyped(String name, String expected) {
        return new IllegalArgumentException(
                "field " + name + " of record " + record.getSchema().getFullName() + " is not " + expected);
    }
}
