package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A slice's numbers: the bins are those of the whole model, 64 of equal mass, and the reference has hardly two rows for each. */
final class SparseNumbers {
    private static final int WINDOWS = 12;
    private static final int LIVE_ROWS = 125;
    private static final Grid GRID =
            Grid.of(IntStream.range(1, 64).mapToDouble(i -> i / 64.0).toArray());

    private final SplittableRandom random;

    private SparseNumbers(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The share of live windows beyond the quantile, a mean over references of 12 windows of so many rows. */
    static double falseAlarmRate(Distance distance, int rows, double level, int references, int live) {
        return IntStream.range(0, references)
                .mapToDouble(seed -> new SparseNumbers(seed).rate(distance, rows, level, live) / references)
                .sum();
    }

    private double rate(Distance distance, int rows, double level, int live) {
        List<Profile> windows =
                IntStream.range(0, WINDOWS).mapToObj(i -> window(rows)).toList();
        Profile total = GRID.newProfile();
        windows.forEach(total::mergeFrom);
        double threshold = Calibration.fit(distance, total, windows).quantile(level, LIVE_ROWS);
        return IntStream.range(0, live)
                        .filter(i -> distance.between(total, window(LIVE_ROWS)) > threshold)
                        .count()
                / (double) live;
    }

    private Profile window(int rows) {
        NumericProfile profile = GRID.newProfile();
        for (int i = 0; i < rows; i++) {
            profile.add(random.nextDouble());
        }
        return profile;
    }
}
