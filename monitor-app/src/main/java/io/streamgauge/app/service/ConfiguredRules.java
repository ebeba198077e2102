package io.streamgauge.app.service;

import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.QualityConfig;
import io.streamgauge.app.config.ReferenceConfig;
import io.streamgauge.app.config.RulesConfig;
import io.streamgauge.app.config.SourceConfig;
import io.streamgauge.app.schema.SchemaFiles;
import io.streamgauge.checks.SchemaSettings;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.predicate.InvalidPredicateException;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.rule.EventRules;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Problem;
import io.streamgauge.topology.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schema and the rules that the configuration asks for, compiled for each source of a model. */
final class ConfiguredRules {
    /** Every inferred schema has them; a list where training had single values is mistyped for {@code checks.quality} already. */
    private static final Set<String> OF_LENGTHS =
            Set.of("FEATURE_TYPE_LOW_NUMBER_VALUES", "FEATURE_TYPE_HIGH_NUMBER_VALUES");

    private final ModelConfig model;
    private final RulesConfig config;
    private final List<SourceSettings> sources;
    private final @Nullable DataContract schema;
    private final Map<Source, List<EventRule>> rules = new EnumMap<>(Source.class);
    private final List<Problem> problems = new ArrayList<>();

    private ConfiguredRules(ModelConfig model, List<SourceSettings> sources, @Nullable DataContract schema) {
        this.model = model;
        this.config = model.eventRules();
        this.sources = sources;
        this.schema = schema;
    }

    /**
     * @param schema as {@link #schema(ModelConfig, Baseline)} says
     * @throws InvalidConfigException with all that is wrong with the schema or its predicates
     */
    static ConfiguredRules of(ModelConfig model, List<SourceSettings> sources, @Nullable DataContract schema) {
        var configured = new ConfiguredRules(model, sources, schema);
        configured.compile();
        return configured;
    }

    /** The columns that records of features may have besides those that are mapped; null: any, as the schema is not taken at its word. */
    static @Nullable Set<String> expectedColumns(ModelConfig model, SourceConfig input, @Nullable DataContract schema) {
        boolean asked = model.eventRules().severities().get(AnomalyType.SCHEMA_NEW_COLUMN) != Severity.UNKNOWN;
        if (schema == null || !asked || !isAtItsWord(model)) {
            return null;
        }
        Set<String> columns = new HashSet<>(input.exclude());
        schema.features().forEach(feature -> columns.add(feature.name()));
        ReferenceConfig reference = model.reference();
        if (reference != null) {
            reference
                    .compare()
                    .keySet()
                    .forEach(name -> columns.add(input.fields().getOrDefault(name, name)));
        }
        return columns;
    }

    private static boolean isAtItsWord(ModelConfig model) {
        RulesConfig.SchemaChoice choice = model.eventRules().schema();
        return choice instanceof RulesConfig.SchemaChoice.InFile
                || choice instanceof RulesConfig.SchemaChoice.OfBaseline;
    }

    /** What every event has to keep. */
    Map<Source, List<EventRule>> rules() {
        return rules;
    }

    /** The written form of the schema, if it is in a file of its own; else empty. */
    String ownSchema() {
        return schema != null && config.schema() instanceof RulesConfig.SchemaChoice.InFile
                ? SchemaForm.write(schema)
                : "";
    }

    /** What windows have to keep; null if nothing. */
    @Nullable
    SchemaSettings schema() {
        return schema == null
                ? null
                : new SchemaSettings(
                        schema, config.environment(), model.checks().quality().minimumRows(), config.severities());
    }

    /**
     * The schema that holds; null if none does.
     *
     * @throws StartException with one line, if the schema cannot be read, or the baseline has none and is asked for it
     */
    static @Nullable DataContract schema(ModelConfig model, Baseline baseline) {
        RulesConfig.SchemaChoice choice = model.eventRules().schema();
        if (choice instanceof RulesConfig.SchemaChoice.InFile file) {
            return read(file.file());
        }
        if (choice instanceof RulesConfig.SchemaChoice.OfBaseline) {
            return baseline.contract()
                    .orElseThrow(() -> new StartException(
                            "models.%s.rules.schema: the baseline has no schema; build it with a release that infers one"
                                    .formatted(model.name())));
        }
        return choice instanceof RulesConfig.SchemaChoice.None
                ? null
                : baseline.contract().orElse(null);
    }

    private void compile() {
        DataContract known = schema == null ? DataContract.EMPTY : schema;
        boolean implied = config.schema() instanceof RulesConfig.SchemaChoice.Implied;
        for (SourceSettings source : sources) {
            List<FeatureSchema> slots = source.mapping().features();
            var own = new ArrayList<EventRule>();
            EventRules.ofSchema(known, config.environment(), slots).stream()
                    .filter(rule -> !implied || !OF_LENGTHS.contains(rule.name()))
                    .forEach(rule -> own.add(implied ? rule.tolerating(tolerated(rule)) : rule));
            own.addAll(EventRules.ofTexts(config.text(), config.textAction(), slots));
            if (source.mapping().expected() != null) {
                own.add(EventRules.ofColumns());
            }
            rules.put(source.source(), judged(own));
        }
        known.predicates().forEach(this::compile);
        if (!problems.isEmpty()) {
            throw new InvalidConfigException("the schema of model " + model.name(), problems);
        }
    }

    /** Those that are looked for, with the severities of the configuration. */
    private List<EventRule> judged(List<EventRule> all) {
        var judged = new ArrayList<EventRule>();
        for (EventRule rule : all) {
            Severity severity = severity(rule.name());
            if (severity != Severity.UNKNOWN) {
                judged.add(severity == null ? rule : rule.withSeverity(severity));
            }
        }
        return judged;
    }

    private @Nullable Severity severity(String rule) {
        return AnomalyType.named(rule).map(config.severities()::get).orElse(null);
    }

    /** What {@code checks.quality} tolerates of the trouble that the rule is about. */
    private double tolerated(EventRule rule) {
        QualityConfig quality = rule.feature() == null
                ? model.checks().quality()
                : model.checks().of(rule.feature()).quality();
        return switch (rule.name()) {
            case "FEATURE_TYPE_LOW_FRACTION_PRESENT" -> quality.missing();
            case "UNEXPECTED_DATA_TYPE" -> quality.mistyped();
            case "FLOAT_TYPE_HAS_NAN", "FLOAT_TYPE_HAS_INF" -> quality.nan();
            case "ENUM_TYPE_UNEXPECTED_STRING_VALUES", "ENUM_TYPE_INVALID_UTF8" -> quality.unseen();
            default -> quality.outOfRange();
        };
    }

    /** A predicate belongs to the first source that has all the features it names. */
    private void compile(RowPredicate predicate) {
        InvalidPredicateException first = null;
        for (SourceSettings source : sources) {
            try {
                EventRule rule = EventRules.of(predicate, source.mapping().features());
                rules.computeIfAbsent(source.source(), none -> new ArrayList<>())
                        .add(rule);
                return;
            } catch (InvalidPredicateException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            first.problems()
                    .forEach(problem -> problems.add(new Problem(
                            "predicates." + predicate.name() + ".when",
                            0,
                            0,
                            "a CEL expression over the features of one source",
                            predicate.when(),
                            problem.toString())));
        }
    }

    private static DataContract read(Path file) {
        try {
            return SchemaFiles.read(file);
        } catch (IOException e) {
            throw new StartException("cannot read the schema " + file + ": " + e.getMessage(), e);
        }
    }
}
