package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import java.util.List;
import java.util.Optional;

/** Serving has the value of an earlier row: always so many rows before, or of varying age from a stale cache. */
final class Lag implements Finder {
    /** Features with few different values agree with some earlier row by chance. */
    private static final int LEAST_DISTINCT = 5;
    /** The same at other lags: the feature repeats itself so much that one lag says little. */
    private static final double MOST_BY_CHANCE = 0.5;
    /** Agreements with earlier rows, in the mean: with so many, chance alone finds one in 78% of the pairs. */
    private static final double MOST_AGREEMENTS = 1.5;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        if (Frequencies.of(mismatches.stream().map(Mismatch::test).toList()).distinct() < LEAST_DISTINCT) {
            return Optional.empty();
        }
        return constant(mismatches).or(() -> stale(mismatches));
    }

    private static Optional<Diagnosis> constant(List<Mismatch> mismatches) {
        int best = 1;
        for (int lag = 2; lag <= Mismatch.MOST_LAG; lag++) {
            best = agreements(mismatches, lag) > agreements(mismatches, best) ? lag : best;
        }
        List<Mismatch> witnesses = witnesses(mismatches, best);
        long most = agreements(witnesses, best);
        double share = (double) most / witnesses.size();
        double others = (double) (agreements(witnesses) - most) / witnesses.size() / (Mismatch.MOST_LAG - 1);
        if (share < LEAST_SHARE || others > MOST_BY_CHANCE) {
            return Optional.empty();
        }
        String words = "serving has the value of %d row(s) before".formatted(best);
        return Optional.of(new Diagnosis(BugKind.LAG, share, Words.inShare(words, share)));
    }

    private static Optional<Diagnosis> stale(List<Mismatch> mismatches) {
        int oldest = oldest(mismatches);
        List<Mismatch> witnesses = witnesses(mismatches, oldest);
        long old = witnesses.stream().filter(each -> each.lags() != 0).count();
        double share = (double) old / witnesses.size();
        if (share < LEAST_SHARE || agreements(witnesses) > MOST_AGREEMENTS * witnesses.size()) {
            return Optional.empty();
        }
        String words = "serving has values of earlier rows, up to %d before: a stale cache".formatted(oldest);
        return Optional.of(new Diagnosis(BugKind.STALE, share, Words.inShare(words, share)));
    }

    /**
     * Those that look back far enough to agree or not: of the first ones of a window the rows before are not known. All, if that leaves
     * too few.
     */
    private static List<Mismatch> witnesses(List<Mismatch> mismatches, int lag) {
        List<Mismatch> witnesses =
                mismatches.stream().filter(each -> each.known() >= lag).toList();
        boolean enough = witnesses.size() >= Diagnoses.LEAST_PAIRS && 2 * witnesses.size() >= mismatches.size();
        return enough ? witnesses : mismatches;
    }

    private static long agreements(List<Mismatch> mismatches, int lag) {
        return mismatches.stream()
                .filter(each -> (each.lags() >>> (lag - 1) & 1) == 1)
                .count();
    }

    private static long agreements(List<Mismatch> mismatches) {
        return mismatches.stream().mapToLong(each -> Long.bitCount(each.lags())).sum();
    }

    private static int oldest(List<Mismatch> mismatches) {
        return mismatches.stream()
                .filter(each -> each.lags() != 0)
                .mapToInt(each -> Long.numberOfTrailingZeros(each.lags()) + 1)
                .max()
                .orElse(0);
    }
}
