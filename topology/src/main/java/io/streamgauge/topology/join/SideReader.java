package io.streamgauge.topology.join;

import io.streamgauge.schemas.decode.CanaryEvent;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.schemas.decode.Rejection;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.topology.failure.RejectedRecords;
import io.streamgauge.topology.ingest.EventTimeGuard;
import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.MemoryState;
import io.streamgauge.topology.state.StateWriter;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one partition of one side of the join: decodes, guards the event time, drops what is late, and says every now and
 * then how far it has come. A tombstone says nothing about the values that a row had, and is passed over.
 *
 * <p>Knows nothing of Kafka Streams. One thread at a time.
 */
public final class SideReader {
    private final SideDefinition definition;
    private final SourceSettings source;
    private final EventDecoder decoder;
    private final EventBuffer event;
    private final EventTimeGuard guard;
    private final RejectedRecords rejectedRecords;
    private final SideRows rows;
    private final LiveState<SidePosition> state;
    private final Consumer<SideRecord> out;
    private final Consumer<GenericRecord> rejected;
    private final Side from;
    private final Bytes key;
    private final long lastOffset;
    private final long latenessMs;
    private final long stepMs;
    private SidePosition position = new SidePosition();
    /** Of the state when the position was looked up. */
    private long generation = -1;

    private long lastGoodWallMs;

    /**
     * The reader of one partition.
     *
     * @param state how far it has come
     * @param rejected gets what of the training side is no row
     * @param wallMs silence is counted from then on
     */
    SideReader(
            SideDefinition definition,
            int partition,
            LiveState<SidePosition> state,
            Consumer<SideRecord> out,
            Consumer<GenericRecord> rejected,
            long wallMs) {
        this.definition = definition;
        this.source = definition.source();
        this.decoder = definition.newDecoder();
        this.event = new EventBuffer(source.mapping().features().size());
        this.guard = new EventTimeGuard(source.earliestMs(), source.maxAhead());
        this.rejectedRecords = new RejectedRecords(
                new SourcePartition(
                        definition.model(), source.source(), source.mapping().topic(), partition),
                definition.largestRejectedValue());
        this.rows = new SideRows(definition.features());
        this.state = state;
        this.out = out;
        this.rejected = rejected;
        this.from = new Side(definition.serving(), partition);
        this.key = new StateWriter().tag(0).number(partition).toKey();
        BoundedInput bounded = definition.bounded();
        this.lastOffset = bounded == null
                ? Long.MAX_VALUE
                : bounded.lastOffset(source.mapping().topic(), partition);
        this.latenessMs = source.lateness().toMillis();
        this.stepMs = definition.stepMs();
        this.lastGoodWallMs = wallMs;
    }

    /** A reader that starts again rather than resume. */
    public static SideReader inMemory(
            SideDefinition definition,
            int partition,
            Consumer<SideRecord> out,
            Consumer<GenericRecord> rejected,
            long wallMs) {
        return new SideReader(definition, partition, new MemoryState<>(definition.name()), out, rejected, wallMs);
    }

    /**
     * Takes the next record.
     *
     * @param recordMs the record's own timestamp, negative if it has none
     * @param headers null: none
     */
    public void process(
            long offset,
            long recordMs,
            byte @Nullable [] recordKey,
            byte @Nullable [] value,
            @Nullable Headers headers,
            long wallMs) {
        if (offset > lastOffset) {
            return;
        }
        if (headers == null || headers.lastHeader(CanaryEvent.HEADER) == null) {
            read(offset, recordMs, recordKey, value, wallMs);
        }
        if (offset >= lastOffset) {
            end();
        }
    }

    private void read(long offset, long recordMs, byte @Nullable [] recordKey, byte @Nullable [] value, long wallMs) {
        Rejection rejection = decoder.decode(value, event);
        if (rejection == null) {
            rejection = guard.check(event.eventTimeMs(), recordMs);
        }
        if (rejection == null) {
            row(offset, wallMs);
        } else if (!from.serving() && rejection.reason() != RejectReason.NO_VALUE) {
            // Of the serving side the ingest step says so already.
            rejected.accept(rejectedRecords.of(rejection, offset, recordMs, recordKey, value));
        }
    }

    private void row(long offset, long wallMs) {
        SidePosition at = position();
        long timeMs = event.eventTimeMs();
        if (at.newestMs != Mark.UNKNOWN && timeMs < at.newestMs - latenessMs) {
            return;
        }
        Row row = rows.of(event, from, offset);
        if (row != null) {
            out.accept(row);
        }
        lastGoodWallMs = wallMs;
        if (timeMs > at.newestMs) {
            at.newestMs = timeMs;
            changed(at);
        }
        long watermarkMs = at.newestMs - latenessMs;
        if (at.idle || step(watermarkMs) > step(at.toldMs)) {
            at.toldMs = watermarkMs;
            at.idle = false;
            changed(at);
            out.accept(new Progress(from, false, watermarkMs));
        }
    }

    private long step(long watermarkMs) {
        return Math.floorDiv(watermarkMs, stepMs);
    }

    /** There are no more records. Again: nothing. */
    public void end() {
        SidePosition at = position();
        if (!at.ended) {
            at.toldMs = Long.MAX_VALUE;
            at.idle = false;
            at.ended = true;
            changed(at);
            out.accept(new Progress(from, false, Long.MAX_VALUE));
        }
    }

    /** Live, a silent partition must not hold up the others for ever; bounded, an empty one ends at once. */
    void lookForSilence(long wallMs) {
        SidePosition at = position();
        if (definition.bounded() != null) {
            if (lastOffset < 0) {
                end();
            }
        } else if (!at.idle && wallMs - lastGoodWallMs >= source.idleAfter().toMillis()) {
            at.toldMs = at.newestMs == Mark.UNKNOWN ? Mark.UNKNOWN : at.newestMs - latenessMs;
            at.idle = true;
            at.ended = false;
            changed(at);
            out.accept(new Progress(from, true, at.toldMs));
        }
    }

    private SidePosition position() {
        if (generation != state.generation()) {
            generation = state.generation();
            SidePosition found = state.get(key);
            position = found == null ? new SidePosition() : found;
        }
        return position;
    }

    private void changed(SidePosition at) {
        if (at.announced != state.generation()) {
            at.announced = state.generation();
            state.put(key, at);
        }
    }
}
