package io.streamgauge.checks;

import io.streamgauge.schemas.yaml.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long has a source been silent? The value is the longest stretch without events in seconds that ends in the window or at its end, in event time, beside
 * its limit at that time; of one that is too long as much as made it so ({@link SilenceWatch}). Where the times of events within the
 * window are not known it is the age of the newest event at the window's end. Before the first event there is nothing to be silent about.
 */
public final class StalenessCheck implements Check {
    public static final String NAME = "staleness";
    public static final String SILENCE = "silence-seconds";

    private static final double SECOND_MS = 1000;

    private final SilenceLimit limit;
    private final Provenance provenance;

    StalenessCheck(SilenceLimit limit, Provenance provenance) {
        this.limit = limit;
        this.provenance = provenance;
    }

    @Override
    public List<Score> assess(Observation observation) {
        Traffic traffic = observation.traffic();
        Quiet quiet = traffic == null ? null : traffic.quiet();
        if (traffic == null || traffic.newestEventMs() == Traffic.NEVER || Quiet.TOLD.equals(quiet)) {
            return List.of();
        }
        return List.of(
                quiet != null && quiet.hasGap()
                        ? score(observation, traffic, quiet.gapFromMs(), quiet.gapToMs())
                        : score(
                                observation,
                                traffic,
                                traffic.newestEventMs(),
                                observation.window().endMs()));
    }

    private Score score(Observation observation, Traffic traffic, long fromMs, long toMs) {
        double silence = Math.max(0, toMs - fromMs) / SECOND_MS;
        long longestMs = limit.longestMs(fromMs);
        boolean known = longestMs != SilenceLimit.FOR_EVER_MS;
        Measurement measurement = known
                ? Measurement.againstLimit(silence, longestMs / SECOND_MS, traffic.profiled())
                : new Measurement(silence, silence, null, null, null, null, traffic.profiled(), 0, false);
        return new Score(
                observation.subject(),
                observation.window(),
                NAME,
                SILENCE,
                "longest stretch without events that ends in the window, event time",
                null,
                measurement,
                List.of(),
                observation.evidence(),
                provenance,
                null,
                note(fromMs, known ? longestMs : null));
    }

    private String note(long fromMs, @Nullable Long longestMs) {
        String since = "no event after " + Instant.ofEpochMilli(fromMs);
        return longestMs == null ? since : since + ", where at most " + inMinutes(longestMs) + " is " + limit.basis();
    }

    /** To the minute, as nobody needs it closer; what is shorter to the second. */
    private static String inMinutes(long ms) {
        long unit = ms < Duration.ofMinutes(2).toMillis() ? 1000 : 60_000;
        return Durations.format(Duration.ofMillis((ms + unit - 1) / unit * unit));
    }
}
