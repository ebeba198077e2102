package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.diagnosis.NumberPairs.Pair;
import java.util.List;
import java.util.Optional;

/** Serving is a constant times training: another unit. Also where either side is rounded to a few decimals. */
final class ConstantRatio implements Finder {
    private static final double EXACT = 1e-6;
    /** What rounding may account for of a typical value; with more, neighbouring ratios fit as well. */
    private static final double MOST_ROUNDING = 0.05;
    /** How far a ratio read off rounded values lies from that of the units. */
    private static final double NEAR = 0.02;

    private static final int LEAST_DISTINCT = 5;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        NumberPairs all = NumberPairs.of(mismatches);
        // Zero is zero in every unit, and a rounded small value may be.
        NumberPairs pairs = new NumberPairs(
                all.pairs().stream().filter(pair -> pair.base() != 0).toList(), all.outOf());
        if (!pairs.canBeExplained() || !varies(pairs)) {
            return Optional.empty();
        }
        return exact(pairs).or(() -> rounded(pairs));
    }

    /** A constant difference is a constant ratio where values hardly vary. */
    private static boolean varies(NumberPairs pairs) {
        double middle = pairs.median((base, test) -> Math.abs(base));
        return pairs.share(pair -> Math.abs(Math.abs(pair.base()) - middle) > 0.01 * middle) > 0.2
                && pairs.pairs().stream().mapToDouble(Pair::test).distinct().count() >= LEAST_DISTINCT;
    }

    private static Optional<Diagnosis> exact(NumberPairs pairs) {
        double ratio = pairs.median((base, test) -> test / base);
        double share =
                pairs.share(pair -> Math.abs(pair.test() - ratio * pair.base()) <= EXACT * Math.abs(pair.test()));
        return share < LEAST_SHARE || Math.abs(ratio - 1) < 100 * EXACT
                ? Optional.empty()
                : Optional.of(diagnosis(ratio, KnownRatio.near(ratio, 2 * EXACT), share));
    }

    private static Optional<Diagnosis> rounded(NumberPairs pairs) {
        // The larger half: there rounding disturbs the ratio less.
        double middle = pairs.median((base, test) -> Math.abs(base));
        double typical = new NumberPairs(
                        pairs.pairs().stream()
                                .filter(pair -> Math.abs(pair.base()) >= middle)
                                .toList(),
                        pairs.outOf())
                .median((base, test) -> test / base);
        Optional<KnownRatio> known = KnownRatio.near(typical, NEAR);
        double ratio = known.map(KnownRatio::factor).orElse(typical);
        double rounding = pairs.turned().halfUnitOfBase() + Math.abs(ratio) * pairs.halfUnitOfBase();
        double allowed = rounding * (1 + EXACT);
        boolean tells = rounding > 0
                && rounding <= MOST_ROUNDING * Math.abs(ratio) * middle
                && Math.abs(ratio - 1) * middle > 4 * rounding;
        double share = pairs.share(pair -> Math.abs(pair.test() - ratio * pair.base()) <= allowed);
        return tells && share >= LEAST_SHARE ? Optional.of(diagnosis(ratio, known, share)) : Optional.empty();
    }

    private static Diagnosis diagnosis(double ratio, Optional<KnownRatio> known, double share) {
        String units = known.map(each -> " (" + each.words() + ")").orElse(ratio == -1 ? " (the sign is turned)" : "");
        String words = "serving = %s x training%s"
                .formatted(Words.number(known.map(KnownRatio::factor).orElse(ratio)), units);
        return new Diagnosis(BugKind.UNIT, share, Words.inShare(words, share));
    }
}
