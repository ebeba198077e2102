package io.streamgauge.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number that a check computed for one feature, slice and window, good or bad.
 *
 * @param check name of the check: {@code drift}, {@code quality}, {@code staleness}
 * @param metric what was computed: {@code js-divergence}, {@code unseen-share}, {@code silence-seconds}
 * @param convention what another tool must do to get the same number
 * @param feature null: the score is about the source as a whole
 * @param contributors the bins that moved most, largest first
 * @param finding of a rule; null of anything else
 * @param note what else there is to say to a person, such as what kind of bug it looks like
 */
public record Score(
        Subject subject,
        Window window,
        String check,
        String metric,
        String convention,
        @Nullable String feature,
        Measurement measurement,
        List<Contributor> contributors,
        List<OffsetRange> evidence,
        Provenance provenance,
        @Nullable Finding finding,
        @Nullable String note) {
    public Score {
        contributors = contributors instanceof Contributors ? contributors : List.copyOf(contributors);
        evidence = List.copyOf(evidence);
    }

    /** A score of no rule, whose numbers say it all. */
    public Score(
            Subject subject,
            Window window,
            String check,
            String metric,
            String convention,
            @Nullable String feature,
            Measurement measurement,
            List<Contributor> contributors,
            List<OffsetRange> evidence,
            Provenance provenance) {
        this(
                subject,
                window,
                check,
                metric,
                convention,
                feature,
                measurement,
                contributors,
                evidence,
                provenance,
                null,
                null);
    }
}
