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
        @Nullable SilenceConfig partition,
        @Nullable SilenceConfig version,
        @Nullable SilenceConfig slice,
        @Nullable SilenceConfig values) {
    static final PartsConfig NONE = new PartsConfig(null, null, null, null);
}
