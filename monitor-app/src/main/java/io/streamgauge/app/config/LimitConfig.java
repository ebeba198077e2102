package io.streamgauge.app.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long may nothing come, how old may something be?
 *
 * @param atMost always; null: as long as it used to be, which is learnt
 */
public record LimitConfig(@Nullable Duration atMost) {
    static final LimitConfig LEARNED = new LimitConfig(null);
}
