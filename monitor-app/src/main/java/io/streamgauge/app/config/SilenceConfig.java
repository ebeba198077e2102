package io.streamgauge.app.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long may nothing come?
 *
 * @param atMost at any time; null: as long as it used to be at the time of the week, learnt from the baseline
 */
public record SilenceConfig(@Nullable Duration atMost) {
    static final SilenceConfig LEARNED = new SilenceConfig(null);
}
