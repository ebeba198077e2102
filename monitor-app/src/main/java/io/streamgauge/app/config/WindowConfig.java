package io.streamgauge.app.config;

import java.time.Duration;
import java.util.Collection;

/**
 * On which intervals of event time is judged?
 *
 * @param size of each window
 * @param advance from one window's start to the next; equal to the size for windows that do not overlap
 */
public record WindowConfig(Duration size, Duration advance) {
    public WindowConfig {
        if (advance.isZero() || advance.isNegative() || advance.compareTo(size) > 0) {
            throw new IllegalArgumentException(
                    "a window's advance must be above 0 and at most its size " + size + ", got " + advance);
        }
    }

    /** The smallest advance of {@code windows}. */
    static Duration pane(Collection<WindowConfig> windows) {
        return windows.stream()
                .map(WindowConfig::advance)
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
