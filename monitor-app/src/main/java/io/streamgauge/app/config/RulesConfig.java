package io.streamgauge.app.config;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.text.TextDetector;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What do the events and windows of a model have to keep?
 *
 * @param schema which schema holds
 * @param environment of the schema in which the service runs; null: every feature is expected
 * @param text what the texts must not hold
 * @param textAction what becomes of an event whose texts do
 * @param severities of anomalies of the schema, where they are not errors; unknown: not looked for
 */
public record RulesConfig(
        SchemaChoice schema,
        @Nullable String environment,
        List<TextDetector> text,
        Action textAction,
        Map<AnomalyType, Severity> severities) {
    /** The baseline's schema, if it has one, as far as {@code checks.quality} asks for it. */
    public static final RulesConfig UNSAID =
            new RulesConfig(new SchemaChoice.Implied(), null, List.of(), Action.FLAG, Map.of());

    public RulesConfig {
        text = List.copyOf(text);
        severities = Collections.unmodifiableMap(new TreeMap<>(severities));
    }

    /** The same wherever a schema in a file of its own lies. */
    RulesConfig withoutPlace() {
        return schema instanceof SchemaChoice.InFile
                ? new RulesConfig(new SchemaChoice.InFile(Path.of("")), environment, text, textAction, severities)
                : this;
    }

    /** Which schema holds? */
    public sealed interface SchemaChoice {
        /**
         * That of the baseline, if it has one. It may only say what was seen at training, so that as many events may break it as
         * {@code checks.quality} tolerates.
         */
        record Implied() implements SchemaChoice {}

        /** That of the baseline, word for word. */
        record OfBaseline() implements SchemaChoice {}

        /** That of a file, word for word. */
        record InFile(Path file) implements SchemaChoice {}

        /** None. */
        record None() implements SchemaChoice {}
    }
}
