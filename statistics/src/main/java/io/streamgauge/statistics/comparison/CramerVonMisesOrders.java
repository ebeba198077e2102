package io.streamgauge.statistics.comparison;

import java.util.Arrays;
import org.hipparchus.util.ArithmeticUtils;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * The exact upper tail of the two-sample Cramer-von Mises statistic: in how many of all orders of n and m rows is it as large? Goes
 * over the lattice paths from (0, 0) to (n, m) row by row; a path passes (v, u) with {@code (a v - b u)^2}, where {@code a n = b m} is
 * the least common multiple, and at each point it is known how many paths came there with which sum (Xiao, Gordon and Yakovlev 2007,
 * doi:10.18637/jss.v017.i08, as in scipy.stats). Sums that are large enough already are left out, and so the others are counted.
 */
final class CramerVonMisesOrders {

    /** Up to here C(2n, n) is a long, and the sums are few enough to list. */
    static final int MOST_ROWS = 32;

    private CramerVonMisesOrders() {}

    /** How many paths have each sum; sums ascend. */
    private static final class Sums {
        static final Sums NONE = new Sums(new long[0], new long[0]);

        private final long[] sums;
        private final long[] paths;

        Sums(long[] sums, long[] paths) {
            this.sums = sums;
            this.paths = paths;
        }

        /** The paths of both, each sum raised by {@code step}, those of {@code bound} and above left out. */
        Sums and(Sums other, long step, long bound) {
            var both = new long[sums.length + other.sums.length];
            var ways = new long[both.length];
            int length = 0;
            int i = 0;
            int j = 0;
            while (i < sums.length || j < other.sums.length) {
                long a = i < sums.length ? sums[i] : Long.MAX_VALUE;
                long b = j < other.sums.length ? other.sums[j] : Long.MAX_VALUE;
                both[length] = Math.min(a, b) + step;
                if (both[length] >= bound) {
                    break;
                }
                ways[length++] = (a <= b ? paths[i++] : 0) + (b <= a ? other.paths[j++] : 0);
            }
            return new Sums(Arrays.copyOf(both, length), Arrays.copyOf(ways, length));
        }
    }

    /**
     * P(T >= t) if nothing differs and there are no ties.
     *
     * @param ranks {@code n sum (rank_i - i)^2} of one side plus the same of the other, from which T is made
     */
    static double tail(double ranks, int n, int m) {
        long multiple = ArithmeticUtils.lcm(n, m);
        double product = (double) n * m;
        double all = n + m;
        double least = Math.floor(
                multiple * multiple * all * (6 * ranks - product * (4 * product - 1)) / (6 * product * product));
        long orders = CombinatoricsUtils.binomialCoefficient(n + m, n);
        return (double) (orders - below((long) least, n, m, multiple)) / orders;
    }

    private static long below(long bound, int n, int m, long multiple) {
        var column = new Sums[n + 1];
        Arrays.fill(column, Sums.NONE);
        column[0] = bound > 0 ? new Sums(new long[] {0}, new long[] {1}) : Sums.NONE;
        for (int u = 0; u <= m; u++) {
            Sums before = Sums.NONE;
            for (int v = 0; v <= n; v++) {
                long gap = multiple / n * v - multiple / m * u;
                before = before.and(column[v], gap * gap, bound);
                column[v] = before;
            }
        }
        return Arrays.stream(column[n].paths).sum();
    }
}
