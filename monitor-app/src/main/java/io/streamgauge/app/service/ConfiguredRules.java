package io.streamgauge.app.service;

import io.streamgauge.app.config.RulesConfig;
import io.streamgauge.app.schema.SchemaFiles;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Source;
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
import java.util.List;
import java.util.Map;

/** The rules that the configuration asks for, compiled for each source of a model. */
final class ConfiguredRules {
    private final RulesConfig config;
    private final List<SourceSettings> sources;
    private final Map<Source, List<EventRule>> rules = new EnumMap<>(Source.class);
    private final List<Problem> problems = new ArrayList<>();

    private ConfiguredRules(RulesConfig config, List<SourceSettings> sources) {
        this.config = config;
        this.sources = sources;
    }

    /**
     * @throws InvalidConfigException with all that is wrong with the schema or its predicates
     * @throws StartException with one line, if the schema cannot be read
     */
    static Map<Source, List<EventRule>> of(RulesConfig config, List<SourceSettings> sources) {
        return new ConfiguredRules(config, sources).compiled();
    }

    private Map<Source, List<EventRule>> compiled() {
        Path file = config.schema();
        DataContract schema = file == null ? DataContract.EMPTY : read(file);
        for (SourceSettings source : sources) {
            List<FeatureSchema> slots = source.mapping().features();
            var own = new ArrayList<>(EventRules.ofSchema(schema, config.environment(), slots));
            own.addAll(EventRules.ofTexts(config.text(), config.textAction(), slots));
            rules.put(source.source(), own);
        }
        schema.predicates().forEach(this::compile);
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(String.valueOf(file), problems);
        }
        return rules;
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
