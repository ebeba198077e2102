package io.streamgauge.checks;

import io.streamgauge.statistics.profile.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which bins moved most? Ordered by the difference of shares, ties by bin. */
final class Contributors {
    private static final int MOST = 5;

    private Contributors() {}

    static List<Contributor> largest(Profile reference, Profile current) {
        long[] before = reference.binCounts();
        long[] now = current.binCounts();
        double referenceTotal = reference.count();
        double currentTotal = current.count();
        return IntStream.range(0, before.length)
                .mapToObj(bin -> new Contributor(
                        current.layout().binLabel(bin), before[bin] / referenceTotal, now[bin] / currentTotal))
                .filter(moved -> moved.currentShare() != moved.referenceShare())
                .sorted(Comparator.comparingDouble(
                                (Contributor moved) -> -Math.abs(moved.currentShare() - moved.referenceShare()))
                        .thenComparing(Contributor::bin))
                .limit(MOST)
                .toList();
    }
}
