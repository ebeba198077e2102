package io.streamgauge.checks;

import io.streamgauge.statistics.profile.Profile;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which bins moved most? Ordered by the difference of shares, ties by bin. Found when somebody first looks, as labels cost more than
 * all else of a score, and of most scores nobody looks; so the profiles must not change any more. Safe for use by any thread.
 */
final class Contributors extends AbstractList<Contributor> {
    private static final int MOST = 5;

    private @Nullable Profile reference;
    private @Nullable Profile current;
    private List<Contributor> found = List.of();

    /** Both with rows, on the same bins. */
    Contributors(Profile reference, Profile current) {
        this.reference = reference;
        this.current = current;
    }

    @Override
    public Contributor get(int index) {
        return found().get(index);
    }

    @Override
    public int size() {
        return found().size();
    }

    private synchronized List<Contributor> found() {
        if (reference != null && current != null) {
            found = largest(reference, current);
            reference = null;
            current = null;
        }
        return found;
    }

    static List<Contributor> largest(Profile reference, Profile current) {
        double[] before = shares(reference);
        double[] now = shares(current);
        double least = leastOfMost(before, now);
        // Labels are dear, hence only those that can be among the most.
        return IntStream.range(0, before.length)
                .filter(bin -> before[bin] != now[bin] && moved(before, now, bin) >= least)
                .mapToObj(bin -> new Contributor(current.layout().binLabel(bin), before[bin], now[bin]))
                .sorted(Comparator.comparingDouble(
                                (Contributor moved) -> -Math.abs(moved.currentShare() - moved.referenceShare()))
                        .thenComparing(Contributor::bin))
                .limit(MOST)
                .toList();
    }

    private static double[] shares(Profile profile) {
        double total = profile.count();
        return Arrays.stream(profile.binCounts())
                .mapToDouble(count -> count / total)
                .toArray();
    }

    private static double leastOfMost(double[] before, double[] now) {
        double[] moved = new double[before.length];
        Arrays.setAll(moved, bin -> moved(before, now, bin));
        Arrays.sort(moved);
        return moved[Math.max(0, moved.length - MOST)];
    }

    private static double moved(double[] before, double[] now, int bin) {
        return Math.abs(now[bin] - before[bin]);
    }
}
