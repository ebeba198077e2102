package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A stream in which nothing changes, unless it is told to. Two streams of one kind and seed are equal. */
final class SteadyStream {

    /** What the rows are. */
    enum Kind {
        NORMAL(0, 0),
        LOGNORMAL(0, 0),
        /** {@code x' = phi x + sqrt(1 - phi^2) e}. */
        AUTOREGRESSIVE_5(0.5, 0),
        AUTOREGRESSIVE_9(0.9, 0),
        /** Shares proportional to 1, 1/2, 1/3, ... */
        CATEGORIES_5(0, 5),
        CATEGORIES_500(0, 500);

        private final double phi;
        private final int categories;

        Kind(double phi, int categories) {
            this.phi = phi;
            this.categories = categories;
        }
    }

    private final Kind kind;
    private final SplittableRandom random;
    private final double[] cumulated;
    private double x;
    private double shift;

    SteadyStream(Kind kind, long seed) {
        this.kind = kind;
        this.random = new SplittableRandom(seed);
        this.x = random.nextGaussian();
        this.cumulated = new double[kind.categories];
        double all = IntStream.rangeClosed(1, kind.categories)
                .mapToDouble(i -> 1.0 / i)
                .sum();
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += 1 / (all * (i + 1));
            cumulated[i] = i == cumulated.length - 1 ? 1 : sum;
        }
    }

    /** The layout that a baseline of so many rows of this stream has: takes the rows. */
    Layout layoutOf(int rows) {
        return kind.categories > 0
                ? Vocabulary.of(IntStream.range(0, kind.categories)
                        .mapToObj(SteadyStream::name)
                        .toList())
                : Grid.fromSample(
                        IntStream.range(0, rows).mapToDouble(i -> number()).toArray(), Grid.DEFAULT_BINS);
    }

    /** From now on numbers are larger by so much, in standard deviations; those of a lognormal before they are taken to the power. */
    void shift(double standardDeviations) {
        shift = standardDeviations;
    }

    /** The next n rows. */
    Profile window(Layout layout, int n) {
        Profile profile = layout.newProfile();
        for (int i = 0; i < n; i++) {
            if (profile instanceof NumericProfile numbers) {
                numbers.add(number());
            } else if (profile instanceof CategoricalProfile categories) {
                categories.add(category());
            }
        }
        return profile;
    }

    private double number() {
        double noise = random.nextGaussian();
        x = kind.phi == 0 ? noise : kind.phi * x + Math.sqrt(1 - kind.phi * kind.phi) * noise;
        return kind == Kind.LOGNORMAL ? Math.exp(x + shift) : x + shift;
    }

    private String category() {
        int found = Arrays.binarySearch(cumulated, random.nextDouble());
        return name(Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found));
    }

    private static String name(int category) {
        return "v" + category;
    }
}
