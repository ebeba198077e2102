package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The numbers of a slice that few rows of training are in. Its bins are those of all rows, 64 of equal mass, and so is the law that it is judged by;
 * its own reference has hardly two rows for each bin, or none.
 */
final class SparseNumbers {
    private static final int WINDOWS = 12;
    private static final int SLICES = 20;
    private static final int LIVE_ROWS = 125;
    private static final Grid GRID =
            Grid.of(IntStream.range(1, 64).mapToDouble(i -> i / 64.0).toArray());

    private final SplittableRandom random;

    private SparseNumbers(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The share of live windows of the slice beyond the quantile, a mean over references in which it has so many rows. */
    static double falseAlarmRate(Distance distance, int rows, double level, int references, int live) {
        return IntStream.range(0, references)
                .mapToDouble(seed -> new SparseNumbers(seed).rate(distance, rows, level, live) / references)
                .sum();
    }

    private double rate(Distance distance, int rows, double level, int live) {
        List<Profile> windows = IntStream.range(0, WINDOWS)
                .mapToObj(i -> profile(SLICES * rows / WINDOWS))
                .toList();
        Profile all = GRID.newProfile();
        windows.forEach(all::mergeFrom);
        Profile slice = profile(rows);
        double threshold = Calibration.fit(distance, all, windows)
                .withReferenceOf(slice.count())
                .quantile(level, LIVE_ROWS);
        return IntStream.range(0, live)
                        .filter(i -> distance.between(slice, profile(LIVE_ROWS)) > threshold)
                        .count()
                / (double) live;
    }

    private Profile profile(int rows) {
        NumericProfile profile = GRID.newProfile();
        for (int i = 0; i < rows; i++) {
            profile.add(random.nextDouble());
        }
        return profile;
    }
}
