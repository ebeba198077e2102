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
import io.streamgauge.topology.state.StateReader;
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
    private static final int VERSION = 1;

    private final SideDefinition definition;
    private final SourceSettings source;
    private final EventDecoder decoder;
    private final EventBuffer event;
    private final EventTimeGuard guard;
    private final RejectedRecords rejectedRecords;
    private final SideRows rows;
    private final LiveState<byte[]> state;
    private final Consumer<SideRecord> out;
    private final Consumer<GenericRecord> rejected;
    private final Side from;
    private final Bytes key;
    private long lastGoodWallMs;

    /**
     * The reader of one partition.
     *
     * @param state how far it has come
     * @param rejected gets what of the training side is no row
     * @param wallMs silence is counted from then on
     */
    public SideReader(
            SideDefinition definition,
            int partition,
            LiveState<byte[]> state,
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
        this.lastGoodWallMs = wallMs;
    }

    /** How far the partition has come. */
    private record Position(long newestMs, long toldMs, boolean idle, boolean ended) {
        static final Position START = new Position(Mark.UNKNOWN, Mark.UNKNOWN, false, false);

        byte[] toBytes() {
            var out = new StateWriter().tag(VERSION).number(newestMs).number(toldMs);
            return out.tag(idle ? 1 : 0).tag(ended ? 1 : 0).toBytes();
        }

        static Position of(byte @Nullable [] bytes) {
            if (bytes == null) {
                return START;
            }
            var in = new StateReader(bytes, "the position of a side").expectVersion(VERSION);
            return new Position(in.number(), in.number(), in.tag() == 1, in.tag() == 1);
        }
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
        BoundedInput bounded = definition.bounded();
        long last = bounded == null
                ? Long.MAX_VALUE
                : bounded.lastOffset(source.mapping().topic(), from.partition());
        if (offset > last) {
            return;
        }
        if (headers == null || headers.lastHeader(CanaryEvent.HEADER) == null) {
            read(offset, recordMs, recordKey, value, wallMs);
        }
        if (offset >= last) {
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
        Position before = position();
        long lateness = source.lateness().toMillis();
        if (before.newestMs() != Mark.UNKNOWN && event.eventTimeMs() < before.newestMs() - lateness) {
            return;
        }
        Row row = rows.of(event, from, offset);
        if (row != null) {
            out.accept(row);
        }
        lastGoodWallMs = wallMs;
        long newestMs = Math.max(before.newestMs(), event.eventTimeMs());
        long watermarkMs = newestMs - lateness;
        boolean tell = before.idle() || step(watermarkMs) > step(before.toldMs());
        if (tell) {
            out.accept(new Progress(from, false, watermarkMs));
        }
        if (tell || newestMs != before.newestMs()) {
            keep(new Position(newestMs, tell ? watermarkMs : before.toldMs(), false, false));
        }
    }

    private long step(long watermarkMs) {
        return Math.floorDiv(watermarkMs, definition.stepMs());
    }

    /** There are no more records. Again: nothing. */
    public void end() {
        if (position().ended()) {
            return;
        }
        keep(new Position(position().newestMs(), Long.MAX_VALUE, false, true));
        out.accept(new Progress(from, false, Long.MAX_VALUE));
    }

    /** Live, a silent partition must not hold up the others for ever; bounded, an empty one ends at once. */
    void lookForSilence(long wallMs) {
        Position now = position();
        BoundedInput bounded = definition.bounded();
        if (bounded != null) {
            if (!now.ended() && bounded.lastOffset(source.mapping().topic(), from.partition()) < 0) {
                end();
            }
        } else if (!now.idle() && wallMs - lastGoodWallMs >= source.idleAfter().toMillis()) {
            long watermarkMs = now.newestMs() == Mark.UNKNOWN
                    ? Mark.UNKNOWN
                    : now.newestMs() - source.lateness().toMillis();
            keep(new Position(now.newestMs(), watermarkMs, true, false));
            out.accept(new Progress(from, true, watermarkMs));
        }
    }

    private Position position() {
        return Position.of(state.get(key));
    }

    private void keep(Position position) {
        state.put(key, position.toBytes());
    }
}
