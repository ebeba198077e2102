package io.streamgauge.statistics.inference;

/**
 * A {@link NullDistribution} at one level and power: what does not depend on the size of a window is computed once, since it
 * costs much more than all else. The answers are the same, to the last bit.
 *
 * @param upper upper quantile of the chi-square law at the level
 * @param z normal quantile of the power
 */
public record LeveledNull(NullDistribution law, double upper, double z) {

    /** The same against another reference of the same kind, of {@code rows} rows. */
    public LeveledNull withReferenceOf(long rows) {
        return rows == law.nReference() ? this : new LeveledNull(law.withReferenceOf(rows), upper, z);
    }

    /** See {@link NullDistribution#quantile}. */
    public double quantile(long n) {
        return law.quantileAt(upper, n);
    }

    /** See {@link NullDistribution#pValue}. */
    public double pValue(double value, long n) {
        return law.pValue(value, n);
    }

    /** See {@link NullDistribution#detectableEffect}. */
    public double detectableEffect(long n) {
        return law.effectAt(upper, z, n);
    }
}
