package io.streamgauge.app.view;

import org.jspecify.annotations.Nullable;

/**
 * What the windows of one line on the page have in common.
 *
 * @param feature null when the score is about the source as a whole
 * @param windows which of the model's windows: {@code 1h}, {@code 1d/1h}, {@code 1d@Europe/Berlin}
 */
public record SeriesKey(
        String model,
        String source,
        @Nullable String feature,
        String slice,
        String check,
        String metric,
        String windows) {}
