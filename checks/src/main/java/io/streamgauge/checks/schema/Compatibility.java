package io.streamgauge.checks.schema;

/**
 * Whose verdict is asked for where ours differs. Ours differs in this:
 *
 * <ul>
 *   <li>No examples at all are an anomaly, NO_DATA_IN_SPAN; upstream they are a flag beside an empty list.
 *   <li>A feature that is compared, that the other data have and these have nothing of, though nobody asked for it, is
 *       COMPARATOR_TREATMENT_DATA_MISSING; upstream never says so.
 *   <li>Limits of distinct values count each for itself; upstream a most number that is not given is zero.
 *   <li>A boolean domain with words for a number, or without words for text, is BOOL_TYPE_INVALID_CONFIG.
 *   <li>NaN matches NaN and infinity infinity in the divergence; upstream they never do.
 *   <li>A contract that contradicts itself ({@link io.streamgauge.schemas.contract.Contradictions}) is refused; upstream it is used or mended.
 * </ul>
 */
public enum Compatibility {
    OURS,
    TFDV
}
