package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Independent rows of 500 categories with shares 1, 1/2, 1/3, ... in 100 windows of 100 rows, and as many live windows as one likes. */
final class RareCategories {

    private static final int CATEGORIES = 500;
    private static final int ROWS = 100;
    private static final int WINDOWS = 100;
    private final BinSampler sampler;

    private RareCategories(double exponent, long seed) {
        sampler = new BinSampler(
                IntStream.rangeClosed(1, CATEGORIES)
                        .mapToDouble(i -> Math.pow(i, -exponent))
                        .toArray(),
                new SplittableRandom(seed).nextLong());
    }

    /**
     * The share of live windows beyond the quantile, a mean over references.
     *
     * @param exponent the share of the i-th value is proportional to {@code i^-exponent}
     */
    static double falseAlarmRate(Distance distance, double exponent, double level, int references, int live) {
        return IntStream.range(0, references)
                .mapToDouble(seed -> new RareCategories(exponent, seed).rate(distance, level, live) / references)
                .sum();
    }

    private double rate(Distance distance, double level, int live) {
        List<long[]> counts =
                IntStream.range(0, WINDOWS).mapToObj(i -> window()).toList();
        Vocabulary vocabulary = Vocabulary.of(counts.stream()
                .flatMap(window -> IntStream.range(0, CATEGORIES)
                        .filter(i -> window[i] > 0)
                        .mapToObj(RareCategories::name))
                .distinct()
                .toList());
        List<Profile> windows =
                counts.stream().map(window -> profile(vocabulary, window)).toList();
        Profile total = vocabulary.newProfile();
        windows.forEach(total::mergeFrom);
        double threshold = Calibration.fit(distance, total, windows).quantile(level, ROWS);
        return IntStream.range(0, live)
                        .filter(i -> distance.between(total, profile(vocabulary, window())) > threshold)
                        .count()
                / (double) live;
    }

    private long[] window() {
        var counts = new long[CATEGORIES];
        sampler.draw(ROWS, counts);
        return counts;
    }

    /** Values that the reference does not have are in the bin of unseen ones. */
    private static Profile profile(Vocabulary vocabulary, long[] counts) {
        CategoricalProfile profile = vocabulary.newProfile();
        for (int i = 0; i < CATEGORIES; i++) {
            for (long row = 0; row < counts[i]; row++) {
                profile.add(name(i));
            }
        }
        return profile;
    }

    private static String name(int category) {
        return "v" + category;
    }
}
