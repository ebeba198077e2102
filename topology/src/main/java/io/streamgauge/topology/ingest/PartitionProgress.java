package io.streamgauge.topology.ingest;

import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;

/** How far one input partition has come, and what became of its records. Mutable; lives in the store of its task. */
final class PartitionProgress implements LiveValue {
    long newestEventMs = Mark.UNKNOWN;
    /** Timestamp of the newest event's record less its event time. */
    long newestLagMs;

    /** Timestamp of the first rejected record since the last event in time; {@link Mark#UNKNOWN} if there is none. */
    long badSinceMs = Mark.UNKNOWN;

    long watermarkMs = Mark.UNKNOWN;
    boolean idle;
    boolean ended;
    long read;
    long profiled;
    long late;
    long rejected;
    long canaries;
    long lastOffset = -1;
    /** Rejected before the first event told which time it is; they go to the first event's pane. */
    long rejectedBeforeFirstEvent;

    SchemaHistory schemas = new SchemaHistory();

    Accounting accounting() {
        return new Accounting(read, profiled, late, rejected, lastOffset, canaries);
    }
}
