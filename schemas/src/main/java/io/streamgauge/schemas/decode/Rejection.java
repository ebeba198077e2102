package io.streamgauge.schemas.decode;

import org.jspecify.annotations.Nullable;

/**
 * Why a record was rejected.
 *
 * @param detail for a human, one short line without any of the record's values
 * @param schemaId of the record's header, null if it has none
 */
public record Rejection(
        RejectReason reason, String detail, @Nullable Integer schemaId) {}
