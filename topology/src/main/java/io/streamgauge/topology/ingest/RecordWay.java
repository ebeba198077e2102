package io.streamgauge.topology.ingest;

import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.state.LiveState;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** On which way did the current record of a partition come: by which schema, from which producer, as which of its records? */
final class RecordWay {
    private final boolean tellsChanges;
    private final boolean countsSequences;
    private final ProducerStamp stamp;
    private final ProducerNumbers numbers;
    private final Panes panes;
    private final SourcePartition from;
    private int schema = EventBuffer.NO_SCHEMA;
    /** What the schema changed. */
    private String change = "";

    RecordWay(IngestDefinition definition, SourcePartition from, LiveState<LiveValue> state, Panes panes) {
        this.tellsChanges = definition.tellsChanges();
        this.countsSequences = definition.countsSequences();
        this.stamp = new ProducerStamp(definition.pipeline());
        this.numbers = new ProducerNumbers(state, panes, from, definition.paneMs());
        this.panes = panes;
        this.from = from;
    }

    /**
     * Takes the next record. Comes before anything is counted, as the registry may be asked what a new schema changed.
     *
     * @param event null if it is rejected
     */
    void look(
            @Nullable Headers headers, @Nullable EventBuffer event, PartitionProgress progress, EventDecoder decoder) {
        stamp.read(headers);
        if (tellsChanges && event != null && event.schemaId() != schema) {
            int now = event.schemaId();
            change = now == EventBuffer.NO_SCHEMA ? "" : progress.schemas.change(now, decoder);
            schema = now;
        }
    }

    /** Its name if the record is one that was sent to see whether it comes through, else null. */
    @Nullable
    String canary() {
        return stamp.canary();
    }

    /** Rejected records are in the pane that their neighbours suggest; before the first event there is none. */
    void countRejected(PartitionProgress progress, long recordMs, long offset) {
        boolean known = progress.newestEventMs != Mark.UNKNOWN;
        long likelyMs = Math.max(progress.watermarkMs, recordMs - progress.newestLagMs);
        number(known ? likelyMs : Mark.UNKNOWN, progress, offset);
    }

    void countLate(PartitionProgress progress, long offset) {
        number(progress.newestEventMs, progress, offset);
    }

    void countInTime(PartitionProgress progress, long eventMs, long offset) {
        number(eventMs, progress, offset);
        if (!tellsChanges) {
            return;
        }
        String producer = stamp.producer();
        if (schema == EventBuffer.NO_SCHEMA && producer == null) {
            return;
        }
        PipelineTally tally = panes.pipelineAt(eventMs);
        if (schema != EventBuffer.NO_SCHEMA && tally.isOther(schema)) {
            tally.schema(schema, change, from, offset);
        }
        if (producer != null) {
            tally.producer(producer, from, offset);
        }
    }

    private void number(long timeMs, PartitionProgress progress, long offset) {
        String producer = stamp.producer();
        if (countsSequences && producer != null && stamp.number() != ProducerStamp.NO_NUMBER) {
            numbers.take(producer, stamp.number(), timeMs, progress.watermarkMs, offset);
        }
    }
}
