package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How far has the feature moved, in standard deviations? The largest of a few standardized effects, each of which sees another kind
 * of change, so that the usual kinds are seen as early as by a test made for them, and the others are not missed:
 *
 * <ul>
 *   <li><b>level</b> (numbers): the change of the mean normal score of the bins, in standard deviations. It is as good as a t-test where
 *       that is best, and better elsewhere (Chernoff and Savage 1958, doi:10.1214/aoms/1177706436); the unit of the values does not
 *       matter. Counts 1.
 *   <li><b>spread</b> (numbers): the change of the second orthonormal polynomial of the scores. Counts {@value NumberEffects#SPREAD}.
 *   <li><b>shape</b>: {@code sqrt(PSI)} over about ten groups of bins of equal mass (numbers, counts {@value NumberEffects#SHAPE}), or up to
 *       64 groups of values, the frequent ones each alone (categories, counts 1).
 *   <li><b>presence</b>: {@code sqrt(PSI)} of known values, values that the reference does not have, missing, mistyped, NaN and so on.
 *       Counts 0.7 of numbers, 1 to 2 of categories, see {@link PresenceEffect}.
 * </ul>
 *
 * <p>The square root of PSI is in standard deviations as well: between two normal distributions of equal variance, PSI is the
 * square of the distance of their means in that unit. Half a row is added to each bin that is filled on a side, and what chance adds
 * on average, {@code (bins - 1) (1/n + 1/N)}, is subtracted from PSI, as in the bias-corrected effect sizes of contingency tables
 * (Bergsma 2013, doi:10.1016/j.jkss.2012.10.002). Level, spread and shape are weighed with the root of the share of rows that
 * have a value in the reference. Cohen's words apply: 0.2 is a small effect, 0.5 a medium one, 0.8 a large one.
 *
 * <p>The weights were chosen such that of the false alarms at level 0.01 all but a few in a hundred are of the level of numbers, which
 * makes it as powerful as a t-test against shifts, and most are of the shape of categories.
 */
public final class EffectSize extends BinnedDistance {

    /** The name in configuration, scores and alerts. */
    public static final String NAME = "effect-size";

    /** What a reader needs to recompute the number. */
    public static final String CONVENTION =
            "largest-of=level,spread,shape,presence;unit=standard-deviations,bins=baseline,missing=bin";

    /** A small effect in Cohen's words (1988): the floor when none is configured. */
    public static final double SMALL = 0.2;

    private static final int MOST_PREPARED = 10_000;

    // A baseline is compared with window after window, and what is prepared for it costs ten times as much as a
    // comparison.
    private final Map<Reference, CountDistance> prepared = new ConcurrentHashMap<>();

    /** Equal if the counts are; those of a slice are others than those of all rows. */
    private static final class Reference {
        private final Layout layout;
        private final long[] counts;

        Reference(Profile reference) {
            this.layout = reference.layout();
            this.counts = reference.binCounts();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reference reference
                    && Arrays.equals(counts, reference.counts)
                    && layout.equals(reference.layout);
        }

        @Override
        public int hashCode() {
            return 31 * layout.hashCode() + Arrays.hashCode(counts);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String convention() {
        return CONVENTION;
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }

    @Override
    public CountDistance onCounts(Profile reference) {
        var key = new Reference(reference);
        CountDistance known = prepared.get(key);
        if (known == null) {
            known = of(key.layout, key.counts);
            if (prepared.size() < MOST_PREPARED) {
                prepared.put(key, known);
            }
        }
        return known;
    }

    @Override
    public ToDoubleFunction<Profile> from(Profile reference) {
        CountDistance own = of(reference.layout(), reference.binCounts());
        long[] before = reference.binCounts();
        return current -> {
            check(reference, current);
            return own.between(before, current.binCounts());
        };
    }

    private static CountDistance of(Layout layout, long[] reference) {
        return layout instanceof Grid grid
                ? ofNumbers(grid.edgeCount() + 1, reference)
                : ofCategories(((Vocabulary) layout).size(), reference);
    }

    /**
     * The effect size on bare counts of a numeric feature.
     *
     * @param values how many bins, in order of size, hold numbers; those behind them hold what is none
     * @param reference the counts that later references will mostly be, for which all is prepared
     */
    public static CountDistance ofNumbers(int values, long[] reference) {
        return new OfReference(before -> new NumberEffects(values, before)::largest, reference);
    }

    /**
     * The effect size on bare counts of a categorical feature.
     *
     * @param values how many bins hold a value each; behind them, that of unseen values and those of what is no value
     * @param reference the counts that later references will mostly be, for which all is prepared
     */
    public static CountDistance ofCategories(int values, long[] reference) {
        return new OfReference(before -> new CategoryEffects(values, before)::largest, reference);
    }

    /** Keeps what was prepared for the reference of the last call, since the next one mostly has the same. */
    private static final class OfReference implements CountDistance {
        private final Function<long[], ToDoubleFunction<long[]>> effects;
        private volatile Prepared last; // two threads may prepare the same; that costs time, nothing else

        private OfReference(Function<long[], ToDoubleFunction<long[]>> effects, long[] reference) {
            this.effects = effects;
            this.last = new Prepared(effects, reference);
        }

        @Override
        public double between(long[] reference, long[] current) {
            Prepared prepared = last;
            if (!Arrays.equals(reference, prepared.reference)) {
                prepared = new Prepared(effects, reference);
                last = prepared;
            }
            return prepared.largest.applyAsDouble(current);
        }
    }

    private static final class Prepared {
        private final long[] reference;
        private final ToDoubleFunction<long[]> largest;

        private Prepared(Function<long[], ToDoubleFunction<long[]>> effects, long[] reference) {
            this.reference = reference.clone();
            this.largest = effects.apply(this.reference);
        }
    }
}
