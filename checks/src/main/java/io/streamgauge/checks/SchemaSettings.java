package io.streamgauge.checks;

import io.streamgauge.schemas.contract.DataContract;
import org.jspecify.annotations.Nullable;

/**
 * The schema that windows are held against.
 *
 * @param environment where the events come from; null: every feature is expected
 * @param minimumRows in a window with fewer events no distribution is compared
 */
public record SchemaSettings(DataContract schema, @Nullable String environment, long minimumRows) {}
