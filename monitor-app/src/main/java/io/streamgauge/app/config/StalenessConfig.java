package io.streamgauge.app.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How old may things be? Null: not asked.
 *
 * @param topic how long features and predictions may be silent
 * @param feature age of a feature's value when it was used
 * @param model age of the newest training data
 * @param deployed since the deployment of the model that answers
 * @param baseline how much older than the training of that model the baseline's training data may be
 * @param label how long labels may be silent
 * @param labelDelay how much later than what they are the labels of may come, by the ages of the labels topic
 * @param otherVersions share of the events of another version than the baseline's
 * @param entropyDrop share of a feature's entropy at training that may be lost
 * @param parts how long parts of a source may be silent while others are not
 */
public record StalenessConfig(
        @Nullable LimitConfig topic,
        @Nullable LimitConfig feature,
        @Nullable Duration model,
        @Nullable Duration deployed,
        @Nullable Duration baseline,
        @Nullable LimitConfig label,
        @Nullable LimitConfig labelDelay,
        @Nullable Double otherVersions,
        @Nullable Double entropyDrop,
        PartsConfig parts) {}
