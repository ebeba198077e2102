package io.streamgauge.statistics.comparison;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What psi and kl do about empty bins before they take shares: the logarithm of 0 is not defined. */
@FunctionalInterface
interface Smoothing {

    /** The shares of both sides. */
    Masses shares(Masses masses);

    /** No rule: an empty bin gives an infinite distance (deequ). */
    static Smoothing none() {
        return replacing(share -> share);
    }

    /** Shares that are exactly 0 become {@code fill}; nothing else changes, so that the sum may exceed 1. */
    static Smoothing zeroFill(double fill) {
        return replacing(share -> share == 0 ? fill : share);
    }

    /** Shares below {@code least} become {@code least} (Deepchecks). */
    static Smoothing atLeast(double least) {
        return replacing(share -> Math.max(share, least));
    }

    private static Smoothing replacing(DoubleUnaryOperator rule) {
        return masses -> new Masses(
                Arrays.stream(plain(masses.reference())).map(rule).toArray(),
                Arrays.stream(plain(masses.current())).map(rule).toArray());
    }

    /** On each side zeros become 1e-4, or a millionth of the smallest share if that is at most 1e-4 (Evidently). */
    static Smoothing adaptive() {
        return masses -> new Masses(adapted(plain(masses.reference())), adapted(plain(masses.current())));
    }

    /** Half a row more in each bin that is filled on at least one side; see the service's psi. */
    static Smoothing halfCount() {
        return masses -> {
            int filled = 0;
            for (int i = 0; i < masses.reference().length; i++) {
                filled += masses.reference()[i] + masses.current()[i] > 0 ? 1 : 0;
            }
            return new Masses(
                    halves(masses.reference(), masses.current(), filled),
                    halves(masses.current(), masses.reference(), filled));
        };
    }

    /** The shares scaled to a sum of 1 afterwards. */
    default Smoothing renormalised() {
        return masses -> {
            Masses shares = shares(masses);
            return new Masses(plain(shares.reference()), plain(shares.current()));
        };
    }

    /** Each mass by the sum of all. */
    static double[] plain(double[] masses) {
        double sum = Masses.sum(masses);
        return Arrays.stream(masses).map(mass -> mass / sum).toArray();
    }

    private static double[] adapted(double[] shares) {
        double least = Arrays.stream(shares).filter(share -> share > 0).min().orElse(1);
        double fill = least <= 1e-4 ? least / 1e6 : 1e-4;
        return Arrays.stream(shares).map(share -> share == 0 ? fill : share).toArray();
    }

    private static double[] halves(double[] masses, double[] others, int filled) {
        double sum = Masses.sum(masses) + filled / 2.0;
        var shares = new double[masses.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = masses[i] + others[i] > 0 ? (masses[i] + 0.5) / sum : 0;
        }
        return shares;
    }
}
