package io.streamgauge.app.config;

import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.text.TextDetector;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one model. */
final class ModelReader {
    private static final ValueType<Severity> SEVERITY =
            new ValueType<>("one of error, warning, off", Severity.ERROR, text -> switch (text) {
                case "error" -> Severity.ERROR;
                case "warning" -> Severity.WARNING;
                case "off" -> Severity.UNKNOWN;
                default -> throw new IllegalArgumentException(text);
            });

    private static final List<String> STREAMS = List.of("features", "predictions", "labels");
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Path directory;
    private final String name;
    private final Section section;
    private final Map<String, String> sourceOfTopic = new HashMap<>();

    ModelReader(Path directory, String name, Section section) {
        this.directory = directory;
        this.name = name;
        this.section = section;
    }

    ModelConfig read() {
        if (!name.matches(NAME)) {
            String expected = "a name of letters, digits, '.', '_' and '-', at most 100";
            section.problem(expected, "expected " + expected + " for a model, found \"" + name + '"');
        }
        if (STREAMS.stream().noneMatch(section::has)) {
            section.missing("features", "at least one of features, predictions and labels");
        }
        if (section.has("reference") && !section.has("features")) {
            section.missing("features", "what the rows of reference are compared with");
        }
        List<WindowSpec> windows = windows();
        return new ModelConfig(
                name,
                baseline(section.section("baseline")),
                source("features", SourceReader::source),
                source("predictions", SourceReader::predictions),
                source("labels", SourceReader::labels),
                source("reference", SourceReader::reference),
                windows,
                SlicesReader.read(section.sectionList("slices")),
                ChecksReader.read(section.section("checks"), windows),
                section.has("rules") ? rules(section.section("rules")) : RulesConfig.UNSAID);
    }

    private RulesConfig rules(Section rules) {
        var choice = new ValueType<RulesConfig.SchemaChoice>(
                "a schema file, baseline or none", new RulesConfig.SchemaChoice.OfBaseline(), this::schema);
        RulesConfig.SchemaChoice schema = rules.optional("schema", choice);
        Action action = rules.optional("text-action", Values.constant(Action.class));
        return new RulesConfig(
                schema == null ? RulesConfig.UNSAID.schema() : schema,
                rules.optional("environment", Values.TEXT),
                rules.list("text", Values.constant(TextDetector.class)),
                action == null ? Action.FLAG : action,
                severities(rules.section("severities")));
    }

    private static Map<AnomalyType, Severity> severities(Section section) {
        var severities = new EnumMap<AnomalyType, Severity>(AnomalyType.class);
        for (String name : section.keys()) {
            Severity severity = section.optional(name, SEVERITY);
            AnomalyType type = AnomalyType.named(name).orElse(null);
            if (type == null) {
                section.problem(name, "a type of anomaly, such as SCHEMA_NEW_COLUMN", "there is no anomaly " + name);
            } else if (severity != null) {
                severities.put(type, severity);
            }
        }
        return severities;
    }

    private RulesConfig.SchemaChoice schema(String text) {
        return switch (text) {
            case "baseline" -> new RulesConfig.SchemaChoice.OfBaseline();
            case "none" -> new RulesConfig.SchemaChoice.None();
            default -> new RulesConfig.SchemaChoice.InFile(directory.resolve(text));
        };
    }

    private List<WindowSpec> windows() {
        List<Section> windows = section.sectionList("windows");
        if (windows.isEmpty() && section.sound("windows")) {
            section.problem("windows", "at least one window", "expected at least one window such as { size: 1h }");
        }
        return WindowsReader.read(windows);
    }

    private BaselineConfig baseline(Section baseline) {
        if (baseline.has("topic")) {
            if (baseline.has("file")) {
                baseline.problem("file", "either file or topic", "give either a file or a topic, not both");
            }
            return new BaselineConfig.InTopic(
                    baseline.required("topic", Values.TOPIC), baseline.required("version", Values.TEXT));
        }
        var file = new ValueType<>("a baseline file, or a topic and a version", directory, directory::resolve);
        return new BaselineConfig.InFile(baseline.required("file", file));
    }

    private <T> @Nullable T source(String key, Function<Section, T> reader) {
        if (!section.has(key)) {
            return null;
        }
        Section source = section.section(key);
        if (source.has("topic")) {
            String other = sourceOfTopic.putIfAbsent(source.required("topic", Values.TOPIC), key);
            if (other != null && source.sound()) {
                source.problem("topic", "a topic of its own", "already the topic of " + other);
            }
        }
        return reader.apply(source);
    }
}
