package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.diagnosis.NumberPairs.Pair;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Hours of the day from another time zone: the difference is constant but for midnight. */
final class HoursOfDay implements Finder {
    private static final int HOURS = 24;
    private static final int LEAST_DISTINCT = 8;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        NumberPairs pairs = NumberPairs.of(mismatches);
        boolean hours = pairs.canBeExplained()
                && both(pairs).allMatch(value -> value >= 0 && value < HOURS && value == Math.rint(value))
                && both(pairs).max().orElse(0) > HOURS / 2
                && pairs.pairs().stream().mapToDouble(Pair::base).distinct().count() >= LEAST_DISTINCT;
        if (!hours) {
            return Optional.empty();
        }
        int[] counts = new int[HOURS];
        pairs.pairs().forEach(pair -> counts[shift(pair)]++);
        int best = 0;
        for (int shift = 1; shift < HOURS; shift++) {
            best = counts[shift] > counts[best] ? shift : best;
        }
        double share = (double) counts[best] / mismatches.size();
        // Without a wrap it is an offset like others, and may be no hours at all.
        int shift = best;
        boolean wraps = pairs.pairs().stream().anyMatch(pair -> shift(pair) == shift && wraps(pair, shift));
        if (share < LEAST_SHARE || !wraps) {
            return Optional.empty();
        }
        int signed = best > HOURS / 2 ? best - HOURS : best;
        String words = "serving = training %s h around the clock (another time zone)".formatted(Words.signed(signed));
        return Optional.of(new Diagnosis(BugKind.TIME_ZONE, share, Words.inShare(words, share)));
    }

    private static DoubleStream both(NumberPairs pairs) {
        return pairs.pairs().stream().flatMapToDouble(pair -> DoubleStream.of(pair.base(), pair.test()));
    }

    private static int shift(Pair pair) {
        return Math.floorMod((int) (pair.test() - pair.base()), HOURS);
    }

    private static boolean wraps(Pair pair, int shift) {
        int signed = shift > HOURS / 2 ? shift - HOURS : shift;
        return pair.test() - pair.base() != signed;
    }
}
