package io.streamgauge.benchmarks.calibration;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A stream in which nothing changes, unless it is told to. Two streams of one kind and seed are equal. */
final class SteadyStream {
    private static final int GUIDES = 4096;

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

        boolean isNumeric() {
            return categories == 0;
        }
    }

    private final Kind kind;
    private final SplittableRandom random;
    private final double noise;
    private final double[] cumulated;
    private final int[] guide; // where the search for a category begins, so that it is short
    private final byte[][] names;
    private double x;
    private double shift;

    SteadyStream(Kind kind, long seed) {
        this.kind = kind;
        this.random = new SplittableRandom(seed);
        this.x = random.nextGaussian();
        this.noise = Math.sqrt(1 - kind.phi * kind.phi);
        this.cumulated = cumulated(kind.categories);
        this.guide = new int[GUIDES];
        for (int i = 1; i < GUIDES && !kind.isNumeric(); i++) {
            guide[i] = guide[i - 1];
            while (cumulated[guide[i]] <= i / (double) GUIDES) {
                guide[i]++;
            }
        }
        this.names = IntStream.range(0, kind.categories)
                .mapToObj(i -> name(i).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private static double[] cumulated(int categories) {
        double all =
                IntStream.rangeClosed(1, categories).mapToDouble(i -> 1.0 / i).sum();
        var cumulated = new double[categories];
        double sum = 0;
        for (int i = 0; i < categories; i++) {
            sum += 1 / (all * (i + 1));
            cumulated[i] = i == categories - 1 ? 1 : sum;
        }
        return cumulated;
    }

    /** The layout that a baseline of so many rows of this stream has: takes the rows. */
    Layout layoutOf(int rows) {
        return kind.isNumeric()
                ? Grid.fromSample(numbers(rows), Grid.DEFAULT_BINS)
                : Vocabulary.of(Arrays.stream(names)
                        .map(name -> new String(name, StandardCharsets.UTF_8))
                        .toList());
    }

    /** From now on numbers are larger by so much, in standard deviations; those of a lognormal before they are taken to the power. */
    void shift(double standardDeviations) {
        shift = standardDeviations;
    }

    /** The profile of the next n rows. */
    Profile window(Layout layout, int n) {
        Profile profile = layout.newProfile();
        if (profile instanceof NumericProfile numbers) {
            for (int i = 0; i < n; i++) {
                numbers.add(number());
            }
        } else if (profile instanceof CategoricalProfile categories) {
            for (int i = 0; i < n; i++) {
                byte[] name = names[category()];
                categories.add(name, 0, name.length);
            }
        }
        return profile;
    }

    /** The next n rows of a numeric stream. */
    double[] numbers(int n) {
        return IntStream.range(0, n).mapToDouble(i -> number()).toArray();
    }

    /** How often each category is among the next n rows. */
    int[] categories(int n) {
        var counts = new int[kind.categories];
        for (int i = 0; i < n; i++) {
            counts[category()]++;
        }
        return counts;
    }

    private double number() {
        x = kind.phi * x + noise * random.nextGaussian();
        return kind == Kind.LOGNORMAL ? Math.exp(x + shift) : x + shift;
    }

    private int category() {
        double at = random.nextDouble();
        int category = guide[(int) (at * GUIDES)];
        while (cumulated[category] <= at) {
            category++;
        }
        return category;
    }

    static String name(int category) {
        return "v" + category;
    }
}
