package io.streamgauge.app.config;

import org.jspecify.annotations.Nullable;

/**
 * The limits that hold for one feature.
 *
 * @param age of its values when they are used; null: not asked
 * @param silence how long it may have no values; null: not asked
 */
public record FeatureChecks(
        DriftConfig drift,
        QualityConfig quality,
        @Nullable LimitConfig age,
        @Nullable LimitConfig silence) {}
