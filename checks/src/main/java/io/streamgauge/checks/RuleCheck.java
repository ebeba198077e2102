package io.streamgauge.checks;

import io.streamgauge.schemas.rule.EventRule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Do the events keep their rules? For each rule the share of the window's events that broke it, held against the share that it
 * tolerates (mostly none), with the coordinates of the first that did.
 */
public final class RuleCheck implements Check {
    private final List<EventRule> rules;
    private final Provenance provenance;

    public RuleCheck(List<EventRule> rules, Provenance provenance) {
        this.rules = List.copyOf(rules);
        this.provenance = provenance;
    }

    @Override
    public List<Score> assess(Observation observation) {
        Traffic traffic = observation.traffic();
        return traffic == null
                ? List.of()
                : rules.stream().map(rule -> score(rule, traffic, observation)).toList();
    }

    private Score score(EventRule rule, Traffic traffic, Observation observation) {
        RuleCounts.Broken broken = traffic.rules().of(rule.id());
        long events = traffic.profiled() + traffic.rules().quarantined();
        double share = events == 0 ? 0 : (double) broken.events() / events;
        return new Score(
                observation.subject(),
                observation.window(),
                QualityCheck.NAME,
                rule.name(),
                "events that break the rule / events",
                rule.feature(),
                Measurement.againstLimit(share, rule.tolerated(), events),
                List.of(),
                broken.evidence(),
                provenance,
                new Finding(rule.severity(), share > rule.tolerated() ? patch(rule, share) : null),
                null);
    }

    private static @Nullable String patch(EventRule rule, double share) {
        String acceptance = rule.acceptance();
        if (acceptance == null) {
            return null;
        }
        // rounded down, so that the accepted share is never less than the one that was found
        double present = Math.floor((1 - share) * 10_000) / 10_000;
        return "features." + rule.feature() + ": "
                + acceptance.replace("{present}", String.format(Locale.ROOT, "%.4f", present));
    }
}
