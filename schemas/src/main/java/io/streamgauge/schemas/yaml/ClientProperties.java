package io.streamgauge.schemas.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings passed through to a client that knows what they mean, in the order of the file.
 *
 * @param hidden keys whose values came from outside the file and are not shown, whatever they are called
 */
public record ClientProperties(Map<String, String> values, Set<String> hidden) {
    public ClientProperties {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        hidden = Set.copyOf(hidden);
    }

    /** Masked: safe to log. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + shown(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String shown(String key, String value) {
        return hidden.contains(key) || Secrets.named(key) ? Secrets.MASK : value;
    }
}
