package io.streamgauge.statistics.comparison;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.special.Gamma;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * Upper tails of the Kolmogorov-Smirnov distance. Hipparchus has the distributions but forms the tail as a difference from
 * 1, which has no digits left below 1e-16; so the far tails are summed from positive terms here.
 */
final class KolmogorovSmirnovTail {

    private static final int SMALL = 140;
    private static final int MIDDLE = 500; // e^n must be a double

    private KolmogorovSmirnovTail() {}

    /**
     * P(D >= d) over all orders of n and m rows without ties. Goes column by column over the lattice paths; each cell holds
     * the share of the paths to it that have left the band {@code |i/n - j/m| < d} (the recursion in scipy.stats).
     */
    static double exact(double d, long n, long m) {
        long rows = Math.max(n, m);
        long columns = Math.min(n, m);
        long divisor = gcd(rows, columns);
        long stepRow = rows / divisor;
        long stepColumn = columns / divisor;
        long height = Math.round(d * (stepRow * (double) columns));
        if (height == 0) {
            return 1;
        }
        var outside = new double[(int) columns + 1];
        for (int j = 0; j <= columns; j++) {
            outside[j] = j * stepRow >= height ? 1 : 0;
        }
        for (long i = 1; i <= rows; i++) {
            for (int j = 0; j <= columns; j++) {
                if (Math.abs(i * stepColumn - j * stepRow) >= height) {
                    outside[j] = 1;
                } else if (j > 0) {
                    outside[j] = (outside[j] * i + outside[j - 1] * j) / (i + j);
                }
            }
        }
        return outside[(int) columns];
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** P(D >= d) for one sample of n rows against a known continuous distribution. */
    static double oneSample(double d, double n) {
        if (d <= 0 || n < 1) {
            return 1;
        }
        double squared = n * d * d;
        if (d >= 1 || squared >= 370) {
            return 0;
        }
        // Far out, both sides cannot be exceeded at once: twice the one-sided tail has an error below its last digit.
        boolean far = d >= 0.5 || squared >= (n <= SMALL ? 4 : 2.2);
        if (far) {
            return Math.min(1, 2 * oneSided(d, n));
        }
        // For a small distance of a few hundred rows, Pelz and Good's approximation has only five digits.
        boolean near = n > SMALL && n <= MIDDLE && n * Math.pow(d, 1.5) <= 1.4;
        return 1 - (near ? bothSidesInside(d, n) : new KolmogorovSmirnovTest().cdf(d, (int) n));
    }

    /** Marsaglia, Tsang and Wang 2003, doi:10.18637/jss.v008.i18, which Hipparchus has for at most 140 rows. */
    private static double bothSidesInside(double d, double n) {
        int k = (int) Math.ceil(n * d);
        double h = k - n * d;
        int size = 2 * k - 1;
        var matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= Math.min(size - 1, i + 1); j++) {
                double corner = j == 0 ? Math.pow(h, i + 1) : 0;
                corner += i == size - 1 ? Math.pow(h, size - j) : 0;
                corner -= i == size - 1 && j == 0 ? Math.pow(Math.max(0, 2 * h - 1), size) : 0;
                matrix[i][j] = (1 - corner) / Math.exp(Gamma.logGamma(i - j + 2.0));
            }
        }
        double inside = MatrixUtils.createRealMatrix(matrix).power((int) n).getEntry(k - 1, k - 1);
        return inside * Math.exp(Gamma.logGamma(n + 1) - n * Math.log(n));
    }

    /** Birnbaum and Tingey 1951, doi:10.1214/aoms/1177729550: a sum of positive terms. */
    private static double oneSided(double d, double n) {
        double sum = 0;
        double whole = Gamma.logGamma(n + 1);
        for (int j = 0; j <= Math.floor(n * (1 - d)); j++) {
            double below = 1 - d - j / n;
            if (below > 0) {
                double choose = whole - Gamma.logGamma(j + 1) - Gamma.logGamma(n - j + 1);
                sum += Math.exp(choose + (n - j) * Math.log(below) + (j - 1) * Math.log(d + j / n));
            }
        }
        return Math.min(1, d * sum);
    }
}
