package io.streamgauge.statistics.distance;

/**
 * Do rows hold what they held, be it a known value, a value that the reference does not have, or none (missing, mistyped, NaN, ...)?
 * The square root of the stability index of these groups, times a weight.
 *
 * <p>What the reference does not have may yet come without any change: a new extreme of numbers twice in N rows, a value of a
 * category, or a number in a bin where the reference has none, as often as there are bins in which the reference has one row (Good 1953,
 * doi:10.1093/biomet/40.3-4.237). So many rows the reference is taken to have of them.
 */
final class PresenceEffect {

    private final ShareGroups groups;
    private final double weight;

    /**
     * @param values the bins below this hold values
     * @param strangersBin holds all values that have no bin; -1 of numbers, which have none
     * @param counts of the reference
     * @param strangers rows that the reference is taken to have of values that it does not have
     * @param varying what the effect counts if the reference has more than known values
     */
    PresenceEffect(int values, int strangersBin, long[] counts, long strangers, double varying) {
        var groupOf = new int[counts.length];
        var reference = new long[2 + counts.length - values];
        for (int bin = 0; bin < counts.length; bin++) {
            boolean strange = bin == strangersBin || (bin < values && counts[bin] == 0);
            groupOf[bin] = strange ? 1 : bin < values ? 0 : 2 + bin - values;
            reference[groupOf[bin]] += counts[bin];
        }
        boolean varies = BinnedDistance.sum(reference) > reference[0];
        var expected = new long[reference.length];
        expected[1] = strangers;
        this.groups = new ShareGroups(groupOf, reference, expected);
        this.weight = varies ? varying : Math.max(1, varying);
    }

    /**
     * Rows of new values in as many rows as the reference has: the number of values that it has once (Good 1953,
     * doi:10.1093/biomet/40.3-4.237), and two standard errors, for which those that it has twice count too.
     */
    static long strangers(int values, long[] reference) {
        long once = 0;
        long twice = 0;
        for (int bin = 0; bin < values; bin++) {
            once += reference[bin] == 1 ? 1 : 0;
            twice += reference[bin] == 2 ? 1 : 0;
        }
        return once + Math.round(2 * Math.sqrt(once + 2.0 * twice));
    }

    double of(long[] current) {
        return weight * Math.sqrt(groups.index(current));
    }
}
