package io.streamgauge.app.config;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.text.TextDetector;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What does every event of a model have to keep?
 *
 * @param schema file with the schema and its row predicates; null if there is none
 * @param environment of the schema in which the service runs; null: every feature is expected
 * @param text what the texts must not hold
 * @param textAction what becomes of an event whose texts do
 */
public record RulesConfig(
        @Nullable Path schema, @Nullable String environment, List<TextDetector> text, Action textAction) {
    /** Events may be as they like. */
    public static final RulesConfig NONE = new RulesConfig(null, null, List.of(), Action.FLAG);

    public RulesConfig {
        text = List.copyOf(text);
    }
}
