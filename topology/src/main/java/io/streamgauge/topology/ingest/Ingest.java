package io.streamgauge.topology.ingest;

import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.schemas.decode.Rejection;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.rule.EventChecks;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.topology.failure.RejectedRecords;
import io.streamgauge.topology.partial.Canary;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.state.LiveState;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of one input partition of one source of one model into profiles, without any shuffle: decode, guard the event
 * time, profile; when the watermark passes the end of a pane, its partials and a mark leave for assess.
 *
 * <p>Every record read ends as exactly one of profiled, late, rejected or a canary. What can fail (decoding) comes before the first write,
 * so that no record has half an effect.
 *
 * <p>Knows nothing of Kafka Streams: records and the wall clock are handed in, outputs go to a consumer. One thread at a time.
 */
public final class Ingest {
    private static final int MOST_ROWS = 512;

    /** Of the rows that wait: about half a megabyte, which the processor's second-level cache holds. */
    private static final int MOST_CELLS = 32_768;

    private final IngestDefinition definition;
    private final EventDecoder decoder;
    private final EventBuffer event;
    private final EventTimeGuard guard;
    private final EventChecks checks;
    private final RejectedRecords rejectedRecords;

    private final Consumer<IngestOutput> out;
    private final Panes panes;
    private final PartitionTime time;
    private final RecordWay way;
    private final SourcePartition from;
    /** Profiled since the meter was told. */
    private long untold;

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
        int features = definition.chunks().features();
        this.event = new EventBuffer(features, Math.max(1, Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, features))));
        SourceSettings source = definition.source();
        this.guard = new EventTimeGuard(source.earliestMs(), source.maxAhead());
        this.checks = new EventChecks(definition.rules());
        this.out = out;
        this.from = new SourcePartition(
                definition.model(), source.source(), source.mapping().topic(), partition);
        this.panes = new Panes(
                state,
                definition.chunks(),
                definition.newSlices(),
                definition.paneMs(),
                event,
                definition.tellsChanges() ? from : null);
        this.way = new RecordWay(definition, from, state, panes);
        this.time = new PartitionTime(definition, from, state, panes, out, wallMs);
        this.rejectedRecords = new RejectedRecords(from, definition.largestRejectedValue());
    }

    /**
     * Takes the next record of the partition. What it says may wait to be counted together with what others say, until {@link
     * #settle}; the bytes must not change until then.
     *
     * @param recordMs the record's own timestamp
     * @param headers null: none
     * @param wallMs the wall clock; only live silence depends on it
     */
    public void process(
            long offset,
            long recordMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            long wallMs) {
        if (isBehindTheEnd(offset)) {
            return;
        }
        Rejection rejection = decoder.decode(value, event);
        if (rejection == null) {
            rejection = guard.check(event.eventTimeMs(), recordMs);
        }
        PartitionProgress progress = time.progress();
        way.look(headers, rejection == null ? event : null, progress, decoder);
        progress.read++;
        progress.lastOffset = offset;
        String canary = way.canary();
        if (canary != null) {
            String why = rejection == null ? "" : rejection.reason() + ": " + rejection.detail();
            out.accept(new IngestOutput.ToAssess(new Canary(from, canary, offset, why)));
        }
        if (canary != null && rejection == null) {
            progress.canaries++;
        } else if (rejection != null) {
            way.countRejected(progress, recordMs, offset);
            reject(progress, rejection, offset, recordMs, key, value);
            time.reject(recordMs, wallMs);
        } else if (event.eventTimeMs() < progress.watermarkMs) {
            late(progress, offset, recordMs, key, value);
        } else {
            inTime(progress, offset, recordMs, key, value, wallMs);
        }
        endIfLast(offset);
    }

    private void late(
            PartitionProgress progress, long offset, long recordMs, byte @Nullable [] key, byte @Nullable [] value) {
        progress.late++;
        way.countLate(progress, offset);
        definition.meter().late(definition.model(), from.source());
        panes.late(progress.newestEventMs);
        if (definition.keepsLate()) {
            long byMs = progress.watermarkMs - event.eventTimeMs();
            var why = new Rejection(RejectReason.LATE, "%d ms behind the watermark".formatted(byMs), null);
            out.accept(new IngestOutput.ToLate(rejectedRecords.of(why, offset, recordMs, key, value)));
        }
    }

    private void inTime(
            PartitionProgress progress,
            long offset,
            long recordMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            long wallMs) {
        long eventMs = event.eventTimeMs();
        way.countInTime(progress, eventMs, offset);
        countId(offset);
        int broken = checks.check(event);
        EventRule quarantine = checks.quarantine();
        if (broken > 0) {
            panes.broken(checks, broken, isOfBaseline(), from, offset);
        }
        if (quarantine == null) {
            profile(progress, offset);
        } else {
            panes.quarantined(eventMs);
            var why = new Rejection(RejectReason.RULE_BROKEN, "quarantined by rule " + quarantine.id(), null);
            reject(progress, why, offset, recordMs, key, value);
        }
        time.moveOn(eventMs, recordMs, wallMs);
    }

    private void countId(long offset) {
        String id = definition.countsIds() ? event.id() : null;
        if (id != null) {
            panes.id(id, event.eventTimeMs(), from, offset);
        }
    }

    private boolean isOfBaseline() {
        String version = event.version();
        return version == null || version.equals(definition.baselineVersion());
    }

    private void profile(PartitionProgress progress, long offset) {
        progress.profiled++;
        untold++;
        String version = event.version();
        panes.profile(version == null ? definition.baselineVersion() : Panes.admissible(version), offset);
    }

    private void reject(
            PartitionProgress progress,
            Rejection why,
            long offset,
            long recordMs,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        progress.rejected++;
        definition.meter().rejected(definition.model(), from.source(), why.reason());
        out.accept(new IngestOutput.ToRejected(rejectedRecords.of(why, offset, recordMs, key, value)));
    }

    /** Counts what waits: must be called before the state is written back. */
    public void settle() {
        panes.settle();
        if (untold > 0) {
            definition.meter().profiled(definition.model(), from.source(), untold);
            untold = 0;
        }
    }

    /** A bounded input may grow on; its partitions said that they ended, and what follows would overwrite complete panes. */
    private boolean isBehindTheEnd(long offset) {
        BoundedInput bounded = definition.bounded();
        return bounded != null && offset > bounded.lastOffset(from.topic(), from.partition());
    }

    private void endIfLast(long offset) {
        BoundedInput bounded = definition.bounded();
        if (bounded != null && offset >= bounded.lastOffset(from.topic(), from.partition())) {
            end();
        }
    }

    /** A log that is replayed says that the partition was silent here, so that the others did not wait for it. */
    public void idle() {
        time.idle();
    }

    /** A log that is replayed says that nothing came here up to this event time. */
    public void silent(long untilMs) {
        time.silent(untilMs);
    }

    /** There are no further records: what is open is complete. A second call changes nothing. */
    public void end() {
        time.end();
    }

    /** Live, a silent partition must not hold up the others for ever; bounded, an empty one ends at once. */
    public void lookForSilence(long wallMs) {
        time.lookForSilence(wallMs);
    }
}
