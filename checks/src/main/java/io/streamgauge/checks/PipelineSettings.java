package io.streamgauge.checks;

import org.jspecify.annotations.Nullable;

/**
 * What is asked about the way of the records.
 *
 * @param changes whether it is told when a writer's schema, a model version or a producer is new
 * @param lost greatest share of the numbered records that may be missing; null: not asked
 * @param repeated greatest share of them that may come again; null: not asked
 * @param reordered greatest share of them that may come behind later ones; null: not asked
 * @param producerHeader name of the header that says who wrote a record
 * @param sequenceHeader name of the header with the record's number
 */
public record PipelineSettings(
        boolean changes,
        @Nullable Double lost,
        @Nullable Double repeated,
        @Nullable Double reordered,
        String producerHeader,
        String sequenceHeader) {
    public static final String PRODUCER_HEADER = "streamgauge-producer";
    public static final String SEQUENCE_HEADER = "streamgauge-sequence";

    /** With the usual names of the headers. */
    public PipelineSettings(
            boolean changes, @Nullable Double lost, @Nullable Double repeated, @Nullable Double reordered) {
        this(changes, lost, repeated, reordered, PRODUCER_HEADER, SEQUENCE_HEADER);
    }

    /** Whether the numbers of records are followed. */
    public boolean countsSequences() {
        return lost != null || repeated != null || reordered != null;
    }

    /** Whether headers are read at all. */
    public boolean readsHeaders() {
        return changes || countsSequences();
    }
}
