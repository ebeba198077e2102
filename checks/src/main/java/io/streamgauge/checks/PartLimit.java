package io.streamgauge.checks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long may a part of a source be silent? As long as the settings say; or, where it is to be learnt, as its own past says, since no baseline knows
 * partitions, versions, or when the events of a slice came.
 *
 * <p>Of {@code n} panes with events a part was heard in {@code b}, up to the beginning of its silence. A further pane without it then weighs
 * {@code -ln(1 - b / (n + 1))}, as in {@link LearnedSilence}. The limit is the larger of {@value #MARGIN} times its longest silence that
 * was within its limit, and of {@code -ln(level)}, with the budget's level for a pane. Before it has been known for a week there is no limit.
 *
 * <p>What was heard in fewer than {@value #FEWEST_PANES} panes has no limit of either kind: that was no stream.
 */
public final class PartLimit {
    private static final int FEWEST_PANES = 3;
    private static final double MARGIN = 1.5;
    private static final long LEARNT_AFTER_MS = Duration.ofDays(7).toMillis();

    private final @Nullable Duration atMost;
    private final long paneMs;
    /** How much has to be missed before chance alone is no explanation. */
    private final double least;

    /** @param paneMs length of all panes */
    public PartLimit(SilenceSettings settings, long paneMs) {
        this.atMost = settings.atMost();
        this.paneMs = paneMs;
        this.least = -Math.log(settings.falseAlarms().levelPerWindow(Duration.ofMillis(paneMs)));
    }

    /** In milliseconds of the part's clock, the same from the beginning of a silence to its end; {@link SilenceLimit#FOR_EVER_MS} if there is no limit. */
    long longestMs(PartSilence part, long clockMs) {
        long untilMs = part.silence() == null ? clockMs : part.silence().fromMs();
        long knownMs = untilMs - part.knownFromMs();
        long heardMs = knownMs - part.quietMs();
        if (heardMs < FEWEST_PANES * paneMs) {
            return SilenceLimit.FOR_EVER_MS;
        }
        if (atMost != null) {
            return atMost.toMillis();
        }
        if (knownMs < LEARNT_AFTER_MS) {
            return SilenceLimit.FOR_EVER_MS;
        }
        double weight = -Math.log1p(-(heardMs / (double) (knownMs + paneMs)));
        return (long) Math.max(MARGIN * part.longestMs(), least / weight * paneMs);
    }

    /** What the limit rests on, for people; completes "at most 5m is ...". */
    String basis() {
        return atMost == null ? "usual for it" : "allowed";
    }
}
