package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.diagnosis.NumberPairs.Pair;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;

/** One side has fewer digits: rounded, cut to whole numbers, carried in single precision. */
final class Rounding implements Finder {
    private static final int MOST_DECIMALS = 6;
    private static final int LEAST_DECIMALS = -3;
    /** Sums in another order differ less; no two units are so close. */
    private static final double LAST_DIGITS = 1e-6;

    /** Where the coarse side has one value nearly always, that value is a rounding of many others by chance. */
    private static final double MOST_OFTEN = 0.8;

    private static final double HALF = 0.5 + 1e-6;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        NumberPairs pairs = NumberPairs.of(mismatches);
        return coarser(pairs, "serving has training")
                .or(() -> coarser(pairs.turned(), "training has serving"))
                .or(() -> lastDigits(pairs));
    }

    private static Optional<Diagnosis> coarser(NumberPairs pairs, String who) {
        if (!pairs.canBeExplained() || isNearlyConstant(pairs)) {
            return Optional.empty();
        }
        double single = pairs.share(pair -> (float) pair.base() == pair.test());
        if (single >= LEAST_SHARE) {
            return diagnosis(single, who + "'s values in single precision (float32)");
        }
        for (int decimals = MOST_DECIMALS; decimals >= LEAST_DECIMALS; decimals--) {
            double scale = Math.pow(10, decimals);
            double rounded = share(pairs, scale, (fine, coarse) -> Math.abs(fine - coarse) <= HALF);
            if (rounded >= LEAST_SHARE) {
                return diagnosis(rounded, who + "'s values rounded to " + places(decimals));
            }
            double cut = share(pairs, scale, is((fine, coarse) -> fine < 0 ? Math.ceil(fine) : Math.floor(fine)));
            double floor = share(pairs, scale, is((fine, coarse) -> Math.floor(fine)));
            double ceiling = share(pairs, scale, is((fine, coarse) -> Math.ceil(fine)));
            double most = Math.max(cut, Math.max(floor, ceiling));
            if (most >= LEAST_SHARE) {
                String how = most == cut ? "cut" : most == floor ? "rounded down" : "rounded up";
                return diagnosis(most, "%s's values %s to %s".formatted(who, how, places(decimals)));
            }
        }
        return Optional.empty();
    }

    private static boolean isNearlyConstant(NumberPairs pairs) {
        var coarse = Frequencies.ofTexts(
                pairs.pairs().stream().map(pair -> Double.toString(pair.test())).toList());
        return coarse.share(coarse.top()) > MOST_OFTEN;
    }

    private static BiPredicate<Double, Double> is(DoubleBinaryOperator expected) {
        return (fine, coarse) -> expected.applyAsDouble(fine, coarse) == Math.rint(coarse);
    }

    private static double share(NumberPairs pairs, double scale, BiPredicate<Double, Double> same) {
        return pairs.share(pair -> NumberPairs.isWhole(pair.test() * scale)
                && !NumberPairs.isWhole(pair.base() * scale)
                && same.test(pair.base() * scale, pair.test() * scale));
    }

    private static Optional<Diagnosis> lastDigits(NumberPairs pairs) {
        double share = pairs.share(Rounding::differInLastDigits);
        return share < LEAST_SHARE
                ? Optional.empty()
                : diagnosis(share, "differs only in the last digits, by less than a millionth");
    }

    private static boolean differInLastDigits(Pair pair) {
        return Math.abs(pair.test() - pair.base()) < LAST_DIGITS * Math.abs(pair.base())
                && !(NumberPairs.isWhole(pair.base()) && NumberPairs.isWhole(pair.test()));
    }

    private static Optional<Diagnosis> diagnosis(double share, String words) {
        return Optional.of(new Diagnosis(BugKind.ROUNDING, share, Words.inShare(words, share)));
    }

    private static String places(int decimals) {
        if (decimals > 0) {
            return decimals + (decimals == 1 ? " decimal" : " decimals");
        }
        return decimals == 0 ? "whole numbers" : "multiples of " + Words.number(Math.pow(10, -decimals));
    }
}
