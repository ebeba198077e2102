package io.streamgauge.schemas.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes one tree of another, in the manner of JSON Merge Patch (RFC 7396): maps are merged key by key, null removes a
 * key, anything else replaces what was there.
 */
public final class MergePatch {
    private MergePatch() {}

    /** The patch that makes {@code after} of {@code before}; empty if they are the same. */
    public static Map<String, @Nullable Object> between(Map<String, ?> before, Map<String, ?> after) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        for (Map.Entry<String, ?> entry : before.entrySet()) {
            Object value = after.get(entry.getKey());
            if (value == null) {
                patch.put(entry.getKey(), null);
            } else if (entry.getValue() instanceof Map<?, ?> old && value instanceof Map<?, ?> now) {
                Map<String, @Nullable Object> inner = between(map(old), map(now));
                if (!inner.isEmpty()) {
                    patch.put(entry.getKey(), inner);
                }
            } else if (!value.equals(entry.getValue())) {
                patch.put(entry.getKey(), value);
            }
        }
        after.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                patch.put(key, value);
            }
        });
        return patch;
    }

    /** {@code tree} with the patch applied; neither is changed. */
    public static Map<String, Object> apply(Map<String, ?> tree, Map<String, ? extends @Nullable Object> patch) {
        Map<String, Object> patched = new LinkedHashMap<>(tree);
        for (Map.Entry<String, ? extends @Nullable Object> entry : patch.entrySet()) {
            Object value = entry.getValue();
            if (value == null) {
                patched.remove(entry.getKey());
            } else if (value instanceof Map<?, ?> inner) {
                Map<String, ?> old = patched.get(entry.getKey()) instanceof Map<?, ?> there ? map(there) : Map.of();
                patched.put(entry.getKey(), apply(old, map(inner)));
            } else {
                patched.put(entry.getKey(), value);
            }
        }
        return patched;
    }

    @SuppressWarnings("unchecked") // the trees of this package have texts as keys only
    private static Map<String, Object> map(Map<?, ?> tree) {
        return (Map<String, Object>) tree;
    }
}
