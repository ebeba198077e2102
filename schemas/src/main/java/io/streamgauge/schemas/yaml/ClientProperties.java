package io.streamgauge.schemas.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    /** Each value as it stands in the file, the parts of a list with commas between. */
    static ClientProperties of(Map<String, Node> nodes, UnaryOperator<String> path, ConfigDocument document) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> hidden = new LinkedHashSet<>();
        nodes.forEach((key, node) -> {
            List<String> texts = new ArrayList<>();
            for (Node item : node instanceof Node.Sequence sequence ? sequence.items() : List.of(node)) {
                texts.add(document.parse(item, path.apply(key), Values.PROPERTY));
                if (item instanceof Node.Scalar scalar && Placeholders.in(scalar.text())) {
                    hidden.add(key);
                }
            }
            values.put(key, String.join(",", texts));
        });
        return new ClientProperties(values, hidden);
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
