package io.streamgauge.checks.valueskew.diagnosis;

/**
 * What do the pairs that differ have in common?
 *
 * @param share of the pairs of this way to differ that it explains, in (0, 1]
 * @param words for a person; training and serving are called by these names
 */
public record Diagnosis(BugKind kind, double share, String words) {
    public Diagnosis {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be in (0, 1], got " + share);
        }
    }
}
