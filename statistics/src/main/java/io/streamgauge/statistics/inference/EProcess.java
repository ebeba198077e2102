package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * Answers, after every window, whether a feature has drifted from the baseline, from all windows since the drift may have begun:
 * small drifts that last are seen although no single window shows them, with a guarantee that holds however often and for whatever
 * reason one looks. An e-detector (Shin, Ramdas, Rinaldo 2023, doi:10.51387/23-NEJSDS51) made of multinomial e-processes.
 *
 * <p>A bet c says: the mean of a function g on the bins ({@link DriftDirections}; mean 0 and variance 1 under the baseline's shares)
 * has risen, or fallen, to a. With {@code q[x]} the shares nearest to the baseline's under which the mean of g is x ({@link Tilt}), and
 * r the most that it may be off without a drift, a window with counts k gives the e-value
 *
 * <pre>  L = ( prod over bins of (q[a][b] / q[r][b])^k[b] )^(1/v),     M' = max(1, M) L</pre>
 *
 * a number that is 1 at most on average if nothing has drifted. M is the evidence of the bet; Page's rule forgets it when it is below
 * 1. The evidence of all bets, whose weights w add up to 1, is {@code max w M}; the alarm is at A.
 *
 * <p><b>The average run length to a false alarm is at least A windows.</b> {@code sum w M' <= sum w (1 + M) L}, of which the mean, given
 * the past, is at most {@code 1 + sum w M}: so {@code sum w M - windows} is a supermartingale, and at the time T of the alarm
 * {@code A <= E[max w M] <= E[sum w M] <= E[T]}.
 *
 * <p><b>{@code min(1, 1 / max w M)} is a p-value</b> at every single window, if windows are independent of each other: M is the largest product
 * of the last L's, which has the law of the largest product of the first ones, which exceeds x with a probability of at most 1/x (Ville);
 * over the bets these add up to {@code sum w / x}.
 *
 * <p><b>The finite baseline.</b> N rows know the mean of g to {@code sqrt(v/N)}. Without an allowance the detector would in the end find
 * that the baseline is a sample. So r is {@value #STANDARD_ERRORS} standard errors, and as much again as the skewness of a rare bin asks for;
 * no bet is on less than twice r.
 *
 * <p><b>Rows that depend on each other</b> have more noise than this allows. v is how many times more, along g, by the reference windows and
 * runs of them ({@link LongRunVariance}). In the limit of many rows this is exact; in small windows an approximation.
 *
 * <p><b>The floor</b> is the smallest bet: the drift that the detector is set to find, as the mean of g, in its standard deviations.
 * Evidence rises with drifts of more than half of it, and falls, on average, with smaller ones.
 *
 * <p><b>Behind an alarm</b> only the bet that won goes on, so that a drift that lasts is one alarm. Its evidence is held at
 * {@value #HEADROOM} above {@code ln A}, so that it is over soon: as soon, about, as it took to begin. When it has fallen below A, all
 * begins anew.
 *
 * <p>L depends on counts alone, so on neither the order of rows nor their split. Immutable and safe for use by any thread; the
 * state is a value of its own.
 */
public final class EProcess {

    /** What a configuration calls it. */
    public static final String NAME = "e-process";

    private static final double STANDARD_ERRORS = 2.5;
    private static final double HEADROOM = 9;
    private static final int FEWEST_ROWS = 30;

    private final Settings settings;
    private final double rows;
    private final DriftDirections directions;
    private final double[] variances;
    private final double[] shares;
    private final double[][] functions;
    private final Bets bets;
    private final double logThreshold;

    private EProcess(Settings settings, Layout layout, long[] counts, DriftDirections directions, double[] variances) {
        this.settings = settings;
        this.directions = directions;
        this.variances = variances;
        this.rows = Arrays.stream(counts).sum();
        this.shares = shares(layout, counts);
        this.functions = directions.standardised(shares);
        this.bets = Bets.on(functions, shares, variances, rows, settings.floor(), STANDARD_ERRORS);
        this.logThreshold = StrictMath.log(settings.averageRunLength());
    }

    /**
     * @param averageRunLength windows until a false alarm, at least, on average; A in the formula; more than 1
     * @param floor the smallest drift to be found, in standard deviations of the function that drifts
     */
    public record Settings(double averageRunLength, double floor) {

        /** Checks the ranges. */
        public Settings {
            if (!(averageRunLength > 1 && averageRunLength <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("averageRunLength must be more than 1, got " + averageRunLength);
            }
            if (!(floor >= 0 && floor <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("floor must not be negative, got " + floor);
            }
        }
    }

    /**
     * What came of a window.
     *
     * @param state where the next step begins
     * @param logEvidence ln of the evidence, 0 at least; the alarm is at ln A
     * @param alarm whether it is reached
     * @param finding what has most evidence, for people: {@code "level above the baseline, by 0.08 standard deviations or more"}
     */
    public record Step(EProcessState state, double logEvidence, boolean alarm, String finding) {

        /** The p-value of the evidence; the same as that of an e-value. */
        public double pValue() {
            return StrictMath.exp(-logEvidence);
        }
    }

    /**
     * The detector of a baseline.
     *
     * @param total not empty
     * @param referenceWindows in time order, by which v is found; with fewer than 5 rows count as independent
     */
    public static EProcess fit(Profile total, List<Profile> referenceWindows, Settings settings) {
        List<long[]> windows = referenceWindows.stream()
                .filter(window -> window.count() > 0)
                .map(Profile::binCounts)
                .toList();
        return of(total.layout(), total.binCounts(), windows, settings);
    }

    /**
     * The detector of a baseline whose rows have no time.
     *
     * @param total {@linkplain Profile#binCounts() counts of the bins}, not all 0
     */
    public static EProcess ofIndependentRows(Layout layout, long[] total, Settings settings) {
        return of(layout, total, List.of(), settings);
    }

    static EProcess of(Layout layout, long[] total, List<long[]> windows, Settings settings) {
        double rows = Arrays.stream(total).asDoubleStream().sum();
        if (!(rows > 0) || Arrays.stream(total).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("the baseline must have rows, and no negative counts");
        }
        double[] shares = shares(layout, total);
        var directions = DriftDirections.of(layout, shares, Math.max(FEWEST_ROWS, windows.size()) / rows);
        double[] variances = LongRunVariance.of(directions.standardised(shares), windows, rows);
        return new EProcess(settings, layout, total, directions, variances);
    }

    /** The same for a part of the rows, such as a slice: its shares and its size, the directions and variances of all. */
    public EProcess against(Profile part) {
        return new EProcess(settings, part.layout(), part.binCounts(), directions, variances);
    }

    /**
     * All bins together get one more row: none is impossible. Values that the baseline has not seen are expected as often as those that
     * it has seen once (Good 1953, doi:10.1093/biomet/40.3-4.237): a vocabulary that was learnt from the baseline has room for no others in it.
     */
    private static double[] shares(Layout layout, long[] counts) {
        double[] rows = Arrays.stream(counts)
                .mapToDouble(count -> count + 1.0 / counts.length)
                .toArray();
        if (layout instanceof Vocabulary vocabulary) {
            rows[vocabulary.size()] += Arrays.stream(counts, 0, vocabulary.size())
                    .filter(count -> count == 1)
                    .count();
        }
        double all = Arrays.stream(rows).sum();
        return Arrays.stream(rows).map(some -> some / all).toArray();
    }

    /** The state before the first window. */
    public EProcessState start() {
        return EProcessState.start(bets.fingerprint(), bets.count());
    }

    /** What another tool must know to get the same number. */
    public String convention() {
        return "directions=%d,bets=%d,errors=%s,floor=%s,restart=page"
                .formatted(directions.count(), bets.count(), STANDARD_ERRORS, settings.floor());
    }

    /** ln A: the evidence at which it alarms. */
    public double logThreshold() {
        return logThreshold;
    }

    /**
     * The smallest drift in the first direction (the level of numbers, the share of what is unseen on a vocabulary) that would be found, if it lasts, within
     * a tenth of the average run length, in windows of n rows; infinite if the baseline is too small for any.
     */
    public double detectableEffect(long n) {
        double windows = Math.max(1, settings.averageRunLength() / 10);
        return bets.detectable(logThreshold, n * windows);
    }

    /**
     * Takes the counts of the next window in; a window without rows changes nothing. A state of another detector (the baseline has been
     * replaced since) is as good as none.
     */
    public Step step(EProcessState before, long[] counts) {
        if (counts.length != shares.length) {
            throw new IllegalArgumentException("a window must have " + shares.length + " bins, got " + counts.length);
        }
        EProcessState state = before.isOf(bets.fingerprint(), bets.count()) ? before : start();
        double n = Arrays.stream(counts).asDoubleStream().sum();
        var sums = new double[functions.length];
        Arrays.setAll(sums, j -> LongRunVariance.sum(functions[j], counts));
        if (state.hasAlarmed()) {
            return goOn(state, sums, n);
        }
        double[] evidence = state.evidence();
        int best = -1;
        double most = 0;
        for (int c = 0; c < evidence.length; c++) {
            evidence[c] = Math.max(0, evidence[c] + bets.logE(c, sums, n));
            double weighted = evidence[c] + bets.logWeight(c);
            if (weighted > most) {
                best = c;
                most = weighted;
            }
        }
        if (most < logThreshold) {
            return new Step(state.with(evidence), most, false, finding(best));
        }
        return new Step(state.alarmed(best, Math.min(most, mostKept())), most, true, finding(best));
    }

    /** One step of the bet that won. */
    private Step goOn(EProcessState state, double[] sums, double n) {
        int bet = state.alarmed();
        double now = state.alarmEvidence() + bets.logE(bet, sums, n);
        if (now < logThreshold) {
            return new Step(start(), Math.max(0, now), false, finding(bet));
        }
        return new Step(state.alarmed(bet, Math.min(now, mostKept())), now, true, finding(bet));
    }

    private double mostKept() {
        return logThreshold + HEADROOM;
    }

    private String finding(int bet) {
        return bet < 0 ? "" : directions.names().get(bets.direction(bet)) + bets.moved(bet);
    }
}
