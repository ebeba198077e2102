package io.streamgauge.statistics.comparison;

/**
 * The exact lower tail of U: in how many of all orders of n and m rows is U that small? The numbers of orders with U = 0, 1, 2, ...
 * are the coefficients of the product over i = 1..n of {@code (1 - q^(m+i)) / (1 - q^i)}, which is formed factor by factor (Gauss;
 * Andrews 1976, The theory of partitions, chapter 3). Below the middle, coefficients rise, so that no digits are lost.
 */
final class MannWhitneyOrders {

    private MannWhitneyOrders() {}

    /** P(U <= u) if nothing differs and there are no ties, for a whole number {@code u} from 0 to {@code n m}. */
    static double atMost(long u, long n, long m) {
        long highest = n * m;
        return u > highest / 2 ? 1 - lower(highest - u - 1, Math.min(n, m), Math.max(n, m)) : lower(u, n, m);
    }

    private static double lower(long u, long n, long m) {
        if (u < 0) {
            return 0;
        }
        var shares = new double[(int) u + 1];
        shares[0] = 1;
        for (long i = 1; i <= n; i++) {
            for (int k = (int) u; k >= m + i; k--) {
                shares[k] -= shares[(int) (k - m - i)];
            }
            for (int k = (int) i; k <= u; k++) {
                shares[k] += shares[(int) (k - i)];
            }
            double orders = (m + i) / (double) i; // times so many; divided at once, lest they overflow
            for (int k = 0; k <= u; k++) {
                shares[k] /= orders;
            }
        }
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum;
    }
}
