package io.streamgauge.checks;

import java.util.List;

/**
 * Do ids come more than once? The value is the share of the window's events whose id another event of the window has, too. The evidence is
 * where the first repetitions lie that one partition saw in one pane.
 */
public final class DuplicateCheck implements Check {
    /** What repetitions are counted under among the rules. */
    public static final String RULE = "(id again)";

    private final double tolerated;
    private final Provenance provenance;

    DuplicateCheck(double tolerated, Provenance provenance) {
        this.tolerated = tolerated;
        this.provenance = provenance;
    }

    @Override
    public List<Score> assess(Observation observation) {
        RuleCounts rules = observation.rules();
        if (!observation.isWhole() || rules == null) {
            return List.of();
        }
        List<OffsetRange> again = rules.of(RULE).evidence();
        return List.of(new Score(
                observation.subject(),
                observation.window(),
                QualityCheck.NAME,
                "duplicate-ids",
                "events that repeat an id / events, of at most %d ids".formatted(RepeatedIds.MOST),
                null,
                Measurement.againstLimit(
                        rules.ids().share(), tolerated, rules.ids().counted()),
                List.of(),
                again.isEmpty() ? observation.evidence() : again,
                provenance));
    }
}
