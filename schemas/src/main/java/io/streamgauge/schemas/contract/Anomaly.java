package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/**
 * One way in which data break their contract.
 *
 * @param feature path of the feature, its steps joined by dots; null if the data as a whole are meant
 */
public record Anomaly(
        @Nullable String feature, AnomalyType type, Severity severity, String shortDescription, String description) {}
