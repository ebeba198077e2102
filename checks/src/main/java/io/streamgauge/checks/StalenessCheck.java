package io.streamgauge.checks;

import java.time.Duration;
import java.util.List;

/**
 * How long has a source been silent? The value is the age in seconds, at the window's end, of the newest event seen so far; it is
 * held against the configured limit. Before the first event there is nothing to be silent about.
 */
public final class StalenessCheck implements Check {
    public static final String NAME = "staleness";

    private final Duration limit;
    private final Provenance provenance;

    StalenessCheck(Duration limit, Provenance provenance) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the staleness limit must be positive, got " + limit);
        }
        this.limit = limit;
        this.provenance = provenance;
    }

    @Override
    public List<Score> assess(Observation observation) {
        Traffic traffic = observation.traffic();
        if (traffic == null || traffic.newestEventMs() == Traffic.NEVER) {
            return List.of();
        }
        double silence = Math.max(0, observation.window().endMs() - traffic.newestEventMs()) / 1000.0;
        return List.of(new Score(
                observation.subject(),
                observation.window(),
                NAME,
                "silence-seconds",
                "age of the newest event at the end of the window, event time",
                null,
                Measurement.againstLimit(silence, limit.toMillis() / 1000.0, traffic.profiled()),
                List.of(),
                observation.evidence(),
                provenance));
    }
}
