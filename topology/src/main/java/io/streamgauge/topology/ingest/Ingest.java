package io.streamgauge.topology.ingest;

import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.schemas.decode.Rejection;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.rule.EventChecks;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.topology.failure.RejectedRecords;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.state.LiveState;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of one input partition of one source of one model into profiles, without any shuffle: decode, guard the event
 * time, profile; when the watermark passes the end of a pane, its partials and a mark leave for assess.
 *
 * <p>Every record read ends as exactly one of profiled, late or rejected. What can fail (decoding) comes before the first write,
 * so that no record has half an effect.
 *
 * <p>Knows nothing of Kafka Streams: records and the wall clock are handed in, outputs go to a consumer. One thread at a time.
 */
public final class Ingest {
    private final IngestDefinition definition;
    private final EventDecoder decoder;
    private final EventBuffer event;
    private final EventTimeGuard guard;
    private final EventChecks checks;
    private final RejectedRecords rejectedRecords;

    private final LiveState<LiveValue> state;
    private final Consumer<IngestOutput> out;
    private final Panes panes;
    private final SourcePartition from;
    private final long paneMs;
    private final long latenessMs;
    private final Bytes progressKey;
    private @Nullable PartitionProgress progress;
    private long generation;
    /** Records that move no watermark keep nobody waiting: a partition with nothing but bad records is idle. */
    private long lastGoodWallMs;
    /**
     * Whether a mark was made since the start. At least once, the mark of an earlier life may be in the log and its state not: it said
     * that the partition is idle, and nobody would wait for what comes.
     */
    private boolean marked;

    /**
     * @param state of this partition's task
     * @param out takes what leaves the step, in order
     * @param wallMs the wall clock at the start
     */
    public Ingest(
            IngestDefinition definition,
            int partition,
            LiveState<LiveValue> state,
            Consumer<IngestOutput> out,
            long wallMs) {
        this.definition = definition;
        this.decoder = definition.newDecoder();
        this.event = new EventBuffer(definition.chunks().features());
        SourceSettings source = definition.source();
        this.guard = new EventTimeGuard(source.earliestMs(), source.maxAhead());
        this.checks = new EventChecks(definition.rules());
        this.state = state;
        this.out = out;
        this.paneMs = definition.paneMs();
        this.latenessMs = source.lateness().toMillis();
        this.panes = new Panes(state, definition.chunks(), definition.newSlices(), paneMs);
        this.from = new SourcePartition(
                definition.model(), source.source(), source.mapping().topic(), partition);
        this.rejectedRecords = new RejectedRecords(from, definition.largestRejectedValue());
        this.progressKey = IngestKeys.progress(partition);
        this.lastGoodWallMs = wallMs;
    }

    /**
     * Takes the next record of the partition.
     *
     * @param recordMs the record's own timestamp
     * @param wallMs the wall clock; only live silence depends on it
     */
    public void process(long offset, long recordMs, byte @Nullable [] key, byte @Nullable [] value, long wallMs) {
        if (isBehindTheEnd(offset)) {
            return;
        }
        Rejection rejection = decoder.decode(value, event);
        if (rejection == null) {
            rejection = guard.check(event.eventTimeMs(), recordMs);
        }
        PartitionProgress progress = progress();
        progress.read++;
        progress.lastOffset = offset;
        if (rejection != null) {
            reject(progress, rejection, offset, recordMs, key, value);
        } else if (event.eventTimeMs() < progress.watermarkMs) {
            progress.late++;
            definition.meter().late(definition.model(), from.source());
            panes.late(progress.newestEventMs);
        } else {
            int broken = checks.check(event);
            EventRule quarantine = checks.quarantine();
            if (broken > 0) {
                panes.broken(checks, broken, event, isOfBaseline(), from, offset);
            }
            if (quarantine == null) {
                profile(progress, offset);
            } else {
                quarantine(progress, quarantine, offset, recordMs, key, value);
            }
            moveOn(progress, recordMs, wallMs);
        }
        endIfLast(progress, offset);
    }

    private boolean isOfBaseline() {
        String version = event.version();
        return version == null || version.equals(definition.baselineVersion());
    }

    private void profile(PartitionProgress progress, long offset) {
        progress.profiled++;
        definition.meter().profiled(definition.model(), from.source());
        String version = event.version();
        panes.profile(event, version == null ? definition.baselineVersion() : Panes.admissible(version), offset);
    }

    /** The event's time is as good as any; only its values are not wanted in the profiles. */
    private void quarantine(
            PartitionProgress progress,
            EventRule rule,
            long offset,
            long recordMs,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        progress.rejected++;
        definition.meter().rejected(definition.model(), from.source(), RejectReason.RULE_BROKEN);
        panes.quarantined(event.eventTimeMs());
        var why = new Rejection(RejectReason.RULE_BROKEN, "quarantined by rule " + rule.id(), null);
        out.accept(new IngestOutput.ToRejected(rejectedRecords.of(why, offset, recordMs, key, value)));
    }

    /** Time goes on with every event that is in time, also with one that is quarantined: or else nobody would hear of it. */
    private void moveOn(PartitionProgress progress, long recordMs, long wallMs) {
        if (progress.newestEventMs == Mark.UNKNOWN) {
            placeEarlyRejections(progress);
        }
        if (event.eventTimeMs() >= progress.newestEventMs) {
            progress.newestEventMs = event.eventTimeMs();
            progress.newestLagMs = recordMs - event.eventTimeMs();
        }
        boolean markAnyway = progress.idle || !marked;
        progress.idle = false;
        lastGoodWallMs = wallMs;
        advance(progress, progress.newestEventMs - latenessMs, markAnyway);
    }

    private void placeEarlyRejections(PartitionProgress progress) {
        if (progress.rejectedBeforeFirstEvent > 0) {
            panes.rejected(event.eventTimeMs(), progress.rejectedBeforeFirstEvent);
            progress.rejectedBeforeFirstEvent = 0;
        }
    }

    private void advance(PartitionProgress progress, long watermarkMs, boolean markAnyway) {
        long before = progress.watermarkMs;
        if (watermarkMs > before) {
            progress.watermarkMs = watermarkMs;
        }
        boolean paneEnded = before != Mark.UNKNOWN && paneOf(progress.watermarkMs) > paneOf(before);
        if (paneEnded) {
            forwardAll(panes.complete(from, progress.watermarkMs));
        }
        if (paneEnded || markAnyway) {
            definition.meter().watermark(definition.model(), from.source(), from.partition(), progress.watermarkMs);
            mark(progress, Mark.Kind.WATERMARK);
        }
    }

    /**
     * A rejected record has no trustworthy event time. It counts in the pane that its neighbours suggest: the record's timestamp
     * less the lag that the newest event's record had behind its event.
     */
    private void reject(
            PartitionProgress progress,
            Rejection why,
            long offset,
            long recordMs,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        progress.rejected++;
        definition.meter().rejected(definition.model(), from.source(), why.reason());
        if (progress.newestEventMs == Mark.UNKNOWN) {
            progress.rejectedBeforeFirstEvent++;
        } else {
            long likelyMs = Math.max(progress.watermarkMs, recordMs - progress.newestLagMs);
            panes.rejected(likelyMs, 1);
        }
        var record = rejectedRecords.of(why, offset, recordMs, key, value);
        out.accept(new IngestOutput.ToRejected(record));
    }

    /** A bounded input may grow on; its partitions said that they ended, and what follows would overwrite complete panes. */
    private boolean isBehindTheEnd(long offset) {
        BoundedInput bounded = definition.bounded();
        return bounded != null && offset > bounded.lastOffset(from.topic(), from.partition());
    }

    private void endIfLast(PartitionProgress progress, long offset) {
        BoundedInput bounded = definition.bounded();
        if (bounded != null && offset >= bounded.lastOffset(from.topic(), from.partition())) {
            end(progress);
        }
    }

    /** A log that is replayed says that the partition was silent here, so that the others did not wait for it. */
    public void idle() {
        PartitionProgress progress = progress();
        if (!progress.idle) {
            progress.idle = true;
            mark(progress, Mark.Kind.IDLE);
        }
    }

    /** There are no further records: what is open is complete. A second call changes nothing. */
    public void end() {
        PartitionProgress progress = progress();
        if (!progress.ended) {
            end(progress);
        }
    }

    private void end(PartitionProgress progress) {
        progress.ended = true;
        forwardAll(panes.complete(from, Long.MAX_VALUE));
        mark(progress, Mark.Kind.ENDED);
    }

    /** Live, a silent partition must not hold up the others for ever; bounded, an empty one ends at once. */
    public void lookForSilence(long wallMs) {
        BoundedInput bounded = definition.bounded();
        var soFar = (PartitionProgress) state.get(progressKey);
        if (bounded != null) {
            boolean ended = soFar != null && soFar.ended;
            if (!ended && bounded.lastOffset(from.topic(), from.partition()) < 0) {
                end(progress());
            }
        } else if ((soFar == null || !soFar.idle)
                && wallMs - lastGoodWallMs >= definition.source().idleAfter().toMillis()) {
            PartitionProgress progress = progress();
            progress.idle = true;
            mark(progress, Mark.Kind.IDLE);
        }
    }

    /** The partition's progress, announced as changed to the store's next write-back. */
    private PartitionProgress progress() {
        PartitionProgress current = progress;
        if (current == null || generation != state.generation()) {
            current = (PartitionProgress) state.get(progressKey);
            if (current == null) {
                current = new PartitionProgress();
            }
            state.put(progressKey, current);
            progress = current;
            generation = state.generation();
        }
        return current;
    }

    private void mark(PartitionProgress progress, Mark.Kind kind) {
        marked = true;
        long watermarkMs = kind == Mark.Kind.ENDED ? Long.MAX_VALUE : progress.watermarkMs;
        out.accept(new IngestOutput.ToAssess(new Mark(from, kind, watermarkMs, progress.accounting())));
    }

    private void forwardAll(Iterable<Shuffled> records) {
        records.forEach(record -> out.accept(new IngestOutput.ToAssess(record)));
    }

    private long paneOf(long timeMs) {
        return Math.floorDiv(timeMs, paneMs);
    }
}
