package io.streamgauge.statistics.distance;

/**
 * How a distance between two samples of one distribution shrinks as the samples grow: which power of it is about a multiple
 * of a chi-square variable, times {@code 1/n + 1/N} for n current and N reference rows.
 */
public enum Shrinkage {
    /** The distance itself: it falls like {@code 1/n} (divergences). */
    LINEAR,
    /** The square of the distance: it falls like {@code 1/sqrt(n)} (metrics). */
    SQUARE_ROOT;

    /** The distance on the scale where its null distribution is a scaled chi-square. */
    public double linear(double distance) {
        return this == LINEAR ? distance : distance * distance;
    }

    /** The inverse of {@link #linear}. */
    public double distance(double linear) {
        return this == LINEAR ? linear : Math.sqrt(linear);
    }
}
