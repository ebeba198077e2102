package io.streamgauge.topology.join;

import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.Mark;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How far both sides have come as one task of the join sees it. Mutable. */
final class JoinProgress implements JoinValue {
    final Map<Side, Progress> sides =
            new TreeMap<>(Comparator.comparing(Side::serving).thenComparing(Side::partition));
    /** Rows before it are judged. */
    long watermarkMs = Mark.UNKNOWN;

    boolean idle;
    long read;
    long late;

    /** The smallest watermark of the partitions that are not idle; as it was while one is unheard of or all are idle. */
    long newWatermarkMs(int partitions) {
        if (sides.size() < partitions) {
            return watermarkMs;
        }
        return sides.values().stream()
                .filter(side -> !side.idle())
                .mapToLong(Progress::watermarkMs)
                .min()
                .orElse(watermarkMs);
    }

    boolean allIdle(int partitions) {
        return sides.size() == partitions && sides.values().stream().allMatch(Progress::idle);
    }
}
