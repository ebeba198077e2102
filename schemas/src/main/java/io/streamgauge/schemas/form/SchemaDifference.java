package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.DataContract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place in which two contracts differ.
 *
 * @param path of the key, such as {@code features.fare.range.max}
 * @param before null if only the second says something there
 * @param after null if only the first does
 */
public record SchemaDifference(
        String path, @Nullable Object before, @Nullable Object after) {
    /** All differences, in the order of the first contract, then what only the second has. */
    public static List<SchemaDifference> between(DataContract before, DataContract after) {
        List<SchemaDifference> found = new ArrayList<>();
        compare("", SchemaForm.tree(before), SchemaForm.tree(after), found);
        return found;
    }

    /** {@code added}, {@code removed} or {@code changed}. */
    public String change() {
        return before == null ? "added" : after == null ? "removed" : "changed";
    }

    private static void compare(String path, Map<?, ?> before, Map<?, ?> after, List<SchemaDifference> found) {
        Set<Object> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (Object key : keys) {
            String inner = path.isEmpty() ? key.toString() : path + "." + key;
            Object old = before.get(key);
            Object now = after.get(key);
            if (old instanceof Map<?, ?> oldMap && now instanceof Map<?, ?> nowMap) {
                compare(inner, oldMap, nowMap, found);
            } else if (old == null || !old.equals(now)) {
                found.add(new SchemaDifference(inner, old, now));
            }
        }
    }
}
