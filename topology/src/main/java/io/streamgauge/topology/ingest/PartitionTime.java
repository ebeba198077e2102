package io.streamgauge.topology.ingest;

import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Silence;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.state.LiveState;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * How far has this partition come in event time? Keeps the watermark in the state, completes the panes that it passes, and says so in
 * marks: of progress, of silence, of the end.
 */
final class PartitionTime {
    private final IngestDefinition definition;
    private final SourcePartition from;
    private final LiveState<LiveValue> state;
    private final Panes panes;
    private final Consumer<IngestOutput> out;
    private final long latenessMs;
    private final long idleAfterMs;
    private final Bytes key;
    private @Nullable PartitionProgress progress;
    private long generation;
    /** When a record last moved the time, or could have: until a while after it, others wait for this partition. */
    private long lastMovedWallMs;
    /**
     * Whether a mark was made since the start. At least once, the mark of an earlier life may be in the log and its state not: it said
     * that the partition is idle, and nobody would wait for what comes.
     */
    private boolean marked;
    /** Up to which event time it was said that nothing came; a second time does no harm. */
    private long silentUntilMs = Mark.UNKNOWN;

    PartitionTime(
            IngestDefinition definition,
            SourcePartition from,
            LiveState<LiveValue> state,
            Panes panes,
            Consumer<IngestOutput> out,
            long wallMs) {
        this.definition = definition;
        this.from = from;
        this.state = state;
        this.panes = panes;
        this.out = out;
        this.latenessMs = definition.source().lateness().toMillis();
        this.idleAfterMs = definition.source().idleAfter().toMillis();
        this.key = IngestKeys.progress(from.partition());
        this.lastMovedWallMs = wallMs;
    }

    /** The partition's progress, announced as changed to the store's next write-back. */
    PartitionProgress progress() {
        PartitionProgress current = progress;
        if (current == null || generation != state.generation()) {
            current = (PartitionProgress) state.get(key);
            if (current == null) {
                current = new PartitionProgress();
            }
            state.put(key, current);
            progress = current;
            generation = state.generation();
        }
        return current;
    }

    /** Time goes on with every event that is in time, also with one that is quarantined: or else nobody would hear of it. */
    void moveOn(long eventMs, long recordMs, long wallMs) {
        PartitionProgress progress = progress();
        if (progress.newestEventMs == Mark.UNKNOWN && progress.rejectedBeforeFirstEvent > 0) {
            panes.rejected(eventMs, progress.rejectedBeforeFirstEvent);
            progress.rejectedBeforeFirstEvent = 0;
        }
        if (eventMs >= progress.newestEventMs) {
            progress.newestEventMs = eventMs;
            progress.newestLagMs = recordMs - eventMs;
        }
        progress.badSinceMs = Mark.UNKNOWN;
        lastMovedWallMs = wallMs;
        silentUntilMs = Mark.UNKNOWN;
        advance(progress, progress.newestEventMs - latenessMs);
    }

    /**
     * A rejected record has no trustworthy event time. It counts in the pane that its neighbours suggest: the record's timestamp
     * less the lag that the newest event's record had behind its event.
     *
     * <p>Among good events it moves no time, so that these do not depend on it. But where nothing else came for as long as a silent
     * partition is waited for, by the records' own timestamps, time goes on with what is rejected, that much behind it: the windows
     * of a broken producer must close, or nobody hears that it is broken.
     */
    void reject(long recordMs, long wallMs) {
        PartitionProgress progress = progress();
        if (progress.newestEventMs == Mark.UNKNOWN) {
            progress.rejectedBeforeFirstEvent++;
            return;
        }
        long likelyMs = recordMs - progress.newestLagMs;
        panes.rejected(Math.max(progress.watermarkMs, likelyMs), 1);
        if (progress.badSinceMs == Mark.UNKNOWN) {
            progress.badSinceMs = recordMs;
        }
        long watermarkMs = likelyMs - idleAfterMs - latenessMs;
        if (recordMs - progress.badSinceMs >= idleAfterMs && watermarkMs > progress.watermarkMs) {
            lastMovedWallMs = wallMs;
            advance(progress, watermarkMs);
        }
    }

    private void advance(PartitionProgress progress, long watermarkMs) {
        boolean markAnyway = progress.idle || !marked;
        progress.idle = false;
        long before = progress.watermarkMs;
        if (watermarkMs > before) {
            progress.watermarkMs = watermarkMs;
        }
        boolean paneEnded = before != Mark.UNKNOWN && paneOf(progress.watermarkMs) > paneOf(before);
        if (paneEnded) {
            complete(progress.watermarkMs);
        }
        if (paneEnded || markAnyway) {
            definition.meter().watermark(definition.model(), from.source(), from.partition(), progress.watermarkMs);
            mark(progress, Mark.Kind.WATERMARK);
        }
    }

    /** The partition is silent; a second call changes nothing. */
    void idle() {
        PartitionProgress progress = progress();
        if (!progress.idle) {
            progress.idle = true;
            mark(progress, Mark.Kind.IDLE);
        }
    }

    /** There are no further records; a second call changes nothing. */
    void end() {
        PartitionProgress progress = progress();
        if (!progress.ended) {
            progress.ended = true;
            complete(Long.MAX_VALUE);
            mark(progress, Mark.Kind.ENDED);
        }
    }

    /** Live, a silent partition must not hold up the others for ever; bounded, an empty one ends at once. */
    void lookForSilence(long wallMs) {
        BoundedInput bounded = definition.bounded();
        // Read only: a look must not make something to write back of a partition that has long been silent.
        var soFar = (PartitionProgress) state.get(key);
        if (bounded != null) {
            if ((soFar == null || !soFar.ended) && bounded.lastOffset(from.topic(), from.partition()) < 0) {
                end();
            }
        } else if (wallMs - lastMovedWallMs >= idleAfterMs) {
            if (soFar == null || !soFar.idle) {
                idle();
            }
            if (definition.watchesSilence()) {
                tellSilence(soFar, wallMs);
            }
        }
    }

    /** Each time another slot has passed in silence. Events are supposed to come as far behind their time as the newest one did. */
    private void tellSilence(@Nullable PartitionProgress soFar, long wallMs) {
        long untilMs = Long.MAX_VALUE;
        if (soFar != null && soFar.newestEventMs != Mark.UNKNOWN) {
            long slotMs = Occupancy.slotMs(definition.paneMs());
            untilMs = Math.floorDiv(wallMs - soFar.newestLagMs, slotMs) * slotMs;
        }
        if (untilMs > silentUntilMs && (soFar == null || untilMs > soFar.newestEventMs)) {
            silent(untilMs);
        }
    }

    /** Says that nothing came up to this event time. */
    void silent(long untilMs) {
        silentUntilMs = untilMs;
        var soFar = (PartitionProgress) state.get(key);
        long newestMs = soFar == null ? Mark.UNKNOWN : soFar.newestEventMs;
        long lastOffset = soFar == null ? -1 : soFar.lastOffset;
        out.accept(new IngestOutput.ToAssess(new Silence(from, newestMs, untilMs, lastOffset, panes.busy())));
    }

    private void complete(long watermarkMs) {
        panes.complete(from, watermarkMs).forEach(record -> out.accept(new IngestOutput.ToAssess(record)));
    }

    private void mark(PartitionProgress progress, Mark.Kind kind) {
        marked = true;
        long watermarkMs = kind == Mark.Kind.ENDED ? Long.MAX_VALUE : progress.watermarkMs;
        out.accept(new IngestOutput.ToAssess(new Mark(from, kind, watermarkMs, progress.accounting())));
    }

    private long paneOf(long timeMs) {
        return Math.floorDiv(timeMs, definition.paneMs());
    }
}
