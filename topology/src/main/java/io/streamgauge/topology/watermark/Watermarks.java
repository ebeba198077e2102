package io.streamgauge.topology.watermark;

import io.streamgauge.topology.partial.Mark;
import java.util.Collection;

/** How far has a source come, given how far each of its partitions has? Pure. */
public final class Watermarks {
    private Watermarks() {}

    /**
     * The smallest watermark over the partitions that are not idle.
     *
     * @param marks the last mark of each partition that sent one
     * @param partitions how many partitions the source has
     * @return {@link Mark#UNKNOWN} if a partition has not been heard of, or if all are idle: then event time stands still;
     *     {@link Long#MAX_VALUE} if all ended
     */
    public static long ofSource(Collection<Mark> marks, int partitions) {
        if (marks.size() < partitions) {
            return Mark.UNKNOWN;
        }
        return marks.stream()
                .filter(mark -> mark.kind() != Mark.Kind.IDLE)
                .mapToLong(Mark::watermarkMs)
                .min()
                .orElse(Mark.UNKNOWN);
    }
}
