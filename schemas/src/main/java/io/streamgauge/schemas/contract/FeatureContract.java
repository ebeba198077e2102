package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/**
 * What is expected of one feature.
 *
 * @param type null if the contract does not say, which is a mistake in it
 * @param minDomainMass share of the values that must be in an enumeration; null is all of them
 * @param unique number of distinct values; null if it is not limited
 * @param derived whether it is made from other features
 */
public record FeatureContract(
        String name,
        @Nullable PhysicalType type,
        Presence presence,
        Shape shape,
        Domain domain,
        @Nullable Double minDomainMass,
        @Nullable Limits unique,
        Comparator skew,
        Comparator drift,
        Environments environments,
        Lifecycle lifecycle,
        boolean derived) {}
