package io.streamgauge.app.config;

import org.jspecify.annotations.Nullable;

/**
 * How long may parts of a source be silent while others are not? Null: not asked.
 *
 * @param partition one partition of the topic
 * @param version one model version
 * @param slice one slice
 * @param values those of one feature
 */
public record PartsConfig(
        @Nullable LimitConfig partition,
        @Nullable LimitConfig version,
        @Nullable LimitConfig slice,
        @Nullable LimitConfig values) {
    static final PartsConfig NONE = new PartsConfig(null, null, null, null);
}
