package io.streamgauge.topology.partial;

/**
 * How far one input partition has come. A mark is a record in the log, so that a replay of that log sees it too.
 *
 * @param watermarkMs event time before which the partition is declared complete; {@link #UNKNOWN} before its first event,
 *     {@link Long#MAX_VALUE} once it ended
 */
public record Mark(SourcePartition from, Kind kind, long watermarkMs, Accounting accounting) implements Shuffled {
    /** No event yet. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Why the mark was made. */
    public enum Kind {
        /** Events moved the watermark past the end of a pane. */
        WATERMARK,
        /** Nothing came for a while; the other partitions need not wait for this one. */
        IDLE,
        /** The end of a bounded input. */
        ENDED
    }
}
