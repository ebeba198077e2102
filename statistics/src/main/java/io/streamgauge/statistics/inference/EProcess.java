package io.streamgauge.statistics.inference;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.special.Gamma;

/**
 * Answers, after every window, whether the bins have drifted from the baseline, with a guarantee that holds however often and
 * for whatever reason one looks: an e-detector (Shin, Ramdas, Rinaldo 2023, doi:10.51387/23-NEJSDS51) made of a multinomial
 * e-process.
 *
 * <p>Each window, with counts c of n rows, gives an e-value: a number that is 1 at most on average if nothing has drifted,
 *
 * <pre>  L = [ Q(C + c) / Q(C) ] / [ prod p[b]^c[b] * exp(n r sqrt(chi2(c/n, p))) ],   chi2(q, p) = sum (q[b] - p[b])^2 / p[b]</pre>
 *
 * where C are the counts since the last restart, p the smoothed shares of the baseline, and Q the probability of a sequence
 * under a mixture of Dirichlet distributions around p of five concentrations: it learns what the stream has become. The
 * detector is Page's: {@code M' = max(1, M) L}, which restarts when the evidence has fallen below 1; it alarms at
 * {@code M >= A}.
 *
 * <p><b>The average run length to a false alarm is at least A windows.</b> Let the rows be independent given the past, with
 * shares p* in the ball {@code chi2(p*, p) <= r^2}.
 *
 * <ol>
 *   <li>{@code sum c[b] ln(p*[b]/p[b]) <= sum c[b] (p*[b] - p[b]) / p[b] = n sum (c[b]/n - p[b]) (p*[b] - p[b]) / p[b]}, and by
 *       Cauchy and Schwarz this is at most {@code n r sqrt(chi2(c/n, p))}. So the denominator of L is at least the true
 *       probability of the window's rows, and {@code E[L | past] <= sum over rows of Q(C + c) / Q(C) = 1}.
 *   <li>{@code M' <= (1 + M) L}, so {@code E[M' | past] <= 1 + M}: {@code M - windows} is a supermartingale. At the time T of
 *       the alarm {@code A <= E[M] <= E[T]}.
 * </ol>
 *
 * <p>The ball is there because a baseline of N rows knows its shares only to about {@code sqrt(df/N)}: without it, the detector
 * would in the end find that the baseline is a sample. By default r is such that the true shares are inside with probability
 * 0.999; a larger r is an effect floor: smaller differences are no drift.
 *
 * <p><b>What is not guaranteed.</b> Rows that depend on each other have more noise than this allows. With a dispersion d &gt; 1 the
 * detector uses {@code L^(1/d)}, which for independent rows is an e-value too (Jensen), and for dependent ones takes n rows for
 * n/d; that is a remedy, not a proof.
 *
 * <p>L depends on counts alone, so on neither the order of rows nor their split. Immutable and safe for use by any thread; the
 * state is a value of its own.
 */
public final class EProcess {

    private static final double[] CONCENTRATIONS = {10, 100, 1000, 10_000, 100_000};
    private static final double INSIDE = 0.999;

    private final double[] shares;
    private final double radius;
    private final double dispersion;
    private final double logThreshold;

    private EProcess(double[] shares, double radius, double dispersion, double logThreshold) {
        this.shares = shares;
        this.radius = radius;
        this.dispersion = dispersion;
        this.logThreshold = logThreshold;
    }

    /**
     * @param averageRunLength windows until a false alarm, at least, on average; A in the formula; more than 1
     * @param floor the root chi-square difference from the baseline that is no drift yet; the least radius of the ball
     * @param dispersion how many times more variable than those of independent rows the bins are, at least 1
     */
    public record Settings(double averageRunLength, double floor, double dispersion) {

        /** Checks the ranges. */
        public Settings {
            if (!(averageRunLength > 1 && averageRunLength <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("averageRunLength must be more than 1, got " + averageRunLength);
            }
            if (!(floor >= 0 && floor <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("floor must not be negative, got " + floor);
            }
            if (!(dispersion >= 1 && dispersion <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("dispersion must be at least 1, got " + dispersion);
            }
        }
    }

    /**
     * What came of a window.
     *
     * @param state where the next step begins; after an alarm, from the beginning
     * @param logEvidence ln M; the alarm is at ln A
     * @param alarm whether it is reached
     */
    public record Step(EProcessState state, double logEvidence, boolean alarm) {}

    /**
     * The detector of a baseline.
     *
     * @param baseline the {@linkplain io.streamgauge.statistics.profile.Profile#binCounts() counts of its bins}, not all 0
     */
    public static EProcess against(long[] baseline, Settings settings) {
        double rows = Arrays.stream(baseline).asDoubleStream().sum();
        if (!(rows > 0) || Arrays.stream(baseline).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("the baseline must have rows, and no negative counts");
        }
        int bins = baseline.length;
        double[] shares = Arrays.stream(baseline)
                .mapToDouble(count -> (count + 0.5) / (rows + bins / 2.0))
                .toArray();
        double sampling = bins < 2
                ? 0
                : new ChiSquaredDistribution(bins - 1.0).inverseCumulativeProbability(INSIDE) / (rows + bins / 2.0);
        double radius = Math.max(settings.floor(), Math.sqrt(sampling));
        return new EProcess(shares, radius, settings.dispersion(), StrictMath.log(settings.averageRunLength()));
    }

    /** The state before the first window. */
    public EProcessState start() {
        return new EProcessState(new long[shares.length], 0);
    }

    /** ln A: the evidence at which it alarms. */
    public double logThreshold() {
        return logThreshold;
    }

    /** How far from the baseline the shares may be without a drift: r. */
    public double radius() {
        return radius;
    }

    /** Takes the counts of the next window in; a window without rows changes nothing. */
    public Step step(EProcessState state, long[] counts) {
        if (counts.length != shares.length || state.bins() != shares.length) {
            throw new IllegalArgumentException("a window must have " + shares.length + " bins, got " + counts.length
                    + " and a state of " + state.bins());
        }
        // Page's restart: evidence below 1 is forgotten, with what was learned.
        EProcessState from = state.logEvidence() < 0 ? start() : state;
        double rows = Arrays.stream(counts).asDoubleStream().sum();
        if (rows == 0) {
            return new Step(state, state.logEvidence(), false);
        }
        long[] learned = from.counts();
        double before = logMixture(learned);
        double known = 0; // ln of the probability under the baseline
        double chiSquare = 0;
        for (int b = 0; b < counts.length; b++) {
            learned[b] += counts[b];
            known += counts[b] * StrictMath.log(shares[b]);
            double off = counts[b] / rows - shares[b];
            chiSquare += off * off / shares[b];
        }
        double logL = logMixture(learned) - before - known - rows * radius * Math.sqrt(chiSquare);
        double evidence = from.logEvidence() + logL / dispersion;
        boolean alarm = evidence >= logThreshold;
        return new Step(alarm ? start() : new EProcessState(learned, evidence), evidence, alarm);
    }

    /** ln of the mean over the concentrations w of {@code G(w)/G(w+n) prod G(w p + c)/G(w p)}, with G the gamma function. */
    private double logMixture(long[] counts) {
        double rows = Arrays.stream(counts).asDoubleStream().sum();
        var terms = new double[CONCENTRATIONS.length];
        for (int k = 0; k < terms.length; k++) {
            double w = CONCENTRATIONS[k];
            terms[k] = Gamma.logGamma(w) - Gamma.logGamma(w + rows);
            for (int b = 0; b < counts.length; b++) {
                if (counts[b] > 0) {
                    terms[k] += Gamma.logGamma(w * shares[b] + counts[b]) - Gamma.logGamma(w * shares[b]);
                }
            }
        }
        double largest = Arrays.stream(terms).max().orElseThrow();
        double sum = 0;
        for (double term : terms) {
            sum += StrictMath.exp(term - largest);
        }
        return largest + StrictMath.log(sum / terms.length);
    }
}
