package io.streamgauge.app.config;

import org.jspecify.annotations.Nullable;

/**
 * What is asked about the way of the records?
 *
 * @param changes whether new writers' schemas, model versions and producers are told
 * @param lost greatest share of the numbered records that may be missing; null: not asked
 * @param repeated greatest share of them that may come again; null: not asked
 * @param reordered greatest share of them that may come behind later ones; null: not asked
 * @param producerHeader header that says who wrote a record
 * @param sequenceHeader header with the record's number
 */
public record PipelineConfig(
        boolean changes,
        @Nullable Double lost,
        @Nullable Double repeated,
        @Nullable Double reordered,
        String producerHeader,
        String sequenceHeader) {}
