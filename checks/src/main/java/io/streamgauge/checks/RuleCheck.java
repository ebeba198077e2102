package io.streamgauge.checks;

import io.streamgauge.checks.schema.WindowFindings;
import io.streamgauge.checks.schema.WindowSchema;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.rule.EventRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Do the events keep their rules? For each rule the share of the window's events that broke it, held against the share that it
 * tolerates (mostly none), with the coordinates of the first that did. Slices are asked, too.
 */
public final class RuleCheck implements Check {
    private final List<EventRule> rules;
    private final @Nullable WindowSchema schema;
    private final Provenance provenance;

    /** @param schema says how it would have to change to accept what broke a rule; null if there is none */
    public RuleCheck(List<EventRule> rules, @Nullable WindowSchema schema, Provenance provenance) {
        this.rules = List.copyOf(rules);
        this.schema = schema;
        this.provenance = provenance;
    }

    @Override
    public List<Score> assess(Observation observation) {
        RuleCounts counts = observation.rules();
        return counts == null
                ? List.of()
                : rules.stream().map(rule -> score(rule, counts, observation)).toList();
    }

    private Score score(EventRule rule, RuleCounts counts, Observation observation) {
        RuleCounts.Broken broken = counts.of(rule.id());
        long events = observation.events() + counts.quarantined();
        double share = events == 0 ? 0 : (double) broken.events() / events;
        return new Score(
                observation.subject(),
                observation.window(),
                SchemaSkew.checkOfRule(rule.name(), schema),
                rule.name(),
                "events that break the rule / events",
                rule.feature(),
                Measurement.againstLimit(share, rule.tolerated(), events),
                List.of(),
                broken.evidence(),
                provenance,
                new Finding(rule.severity(), share > rule.tolerated() ? patch(rule, share, observation) : null),
                isAboutColumns(rule) ? namesOf(counts.columns()) : null);
    }

    private static boolean isAboutColumns(EventRule rule) {
        return rule.feature() == null && rule.name().equals(AnomalyType.SCHEMA_NEW_COLUMN.name());
    }

    private static @Nullable String namesOf(SortedMap<String, String> columns) {
        return columns.isEmpty() ? null : "neither mapped nor in the schema: " + String.join(", ", columns.keySet());
    }

    private static @Nullable String patchOf(SortedMap<String, String> columns) {
        var features = new LinkedHashMap<String, Object>();
        columns.forEach((name, type) -> features.put(name, Map.of("type", type)));
        return features.isEmpty() ? null : SchemaForm.line(Map.of("features", features));
    }

    /** What the profiles say is exact; of events that are kept out of them only the rule itself can speak. */
    private @Nullable String patch(EventRule rule, double share, Observation observation) {
        if (isAboutColumns(rule) && observation.rules() != null) {
            return patchOf(observation.rules().columns());
        }
        if (rule.name().startsWith(EventRules.PREDICATE)) {
            return schema == null
                    ? null
                    : schema.tolerating(rule.name().substring(EventRules.PREDICATE.length()), roundedUp(share));
        }
        String exact = exactPatch(rule, observation);
        String acceptance = rule.acceptance();
        if (exact != null || acceptance == null) {
            return exact;
        }
        double present = 1 - roundedUp(share);
        return "features." + rule.feature() + ": "
                + acceptance.replace("{present}", String.format(Locale.ROOT, "%.4f", present));
    }

    /** So that the accepted share is never less than the one that was found. */
    private static double roundedUp(double share) {
        return Math.ceil(share * 10_000) / 10_000;
    }

    private @Nullable String exactPatch(EventRule rule, Observation observation) {
        AnomalyType type = AnomalyType.named(rule.name()).orElse(null);
        if (schema == null || type == null || !observation.mayShow(rule.feature())) {
            return null;
        }
        if (rule.feature() != null && type.isOfParts()) {
            return schema.withoutPair(rule.feature(), type);
        }
        WindowFindings findings = schema.findings(observation.profiles(), null, null);
        return findings.of(rule.feature(), type, false)
                .map(anomaly -> findings.patch(anomaly, false))
                .orElse(null);
    }
}
