package io.streamgauge.app.validate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is held against what. Data are rows or statistics.
 *
 * @param previous the span before
 * @param customValidations conditions on statistics
 */
public record ValidationFiles(
        Path schema,
        Path data,
        @Nullable Path previous,
        @Nullable Path serving,
        @Nullable Path customValidations) {}
