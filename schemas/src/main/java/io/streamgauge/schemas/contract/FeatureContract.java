package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/**
 * What is expected of one feature.
 *
 * @param type null if the contract does not say; then it has to say the {@code kind}
 * @param kind what the values are taken for where any way to write them is good; null if that follows from type and
 *     domain
 * @param minDomainMass share of the values that must be in an enumeration; null is all of them
 * @param unique number of distinct values; null if it is not limited
 * @param distribution what is expected of all values together
 * @param derived whether it is made from other features
 * @param sensitive whether values must never be shown, as they may tell who somebody is
 * @param action what happens to an event that breaks what is said here
 */
public record FeatureContract(
        String name,
        @Nullable PhysicalType type,
        @Nullable FeatureType kind,
        Presence presence,
        Shape shape,
        Domain domain,
        @Nullable Double minDomainMass,
        @Nullable Limits unique,
        Comparator skew,
        Comparator drift,
        Distribution distribution,
        Environments environments,
        Lifecycle lifecycle,
        boolean derived,
        boolean sensitive,
        Action action) {

    /** A feature of which nothing more is said than its type. */
    public static FeatureContract of(String name, @Nullable PhysicalType type) {
        return FeatureContractBuilder.named(name).type(type).build();
    }

    /** The same, to be changed. */
    public FeatureContractBuilder change() {
        return FeatureContractBuilder.of(this);
    }

    /**
     * How the feature is profiled. Texts are counted by value, numbers on a grid unless they are names of something; only
     * the words true and false are booleans there.
     */
    public FeatureType profiledAs() {
        if (kind != null) {
            return kind;
        }
        if (domain instanceof Domain.TrueFalse words && "true".equals(words.trueValue())) {
            return FeatureType.BOOLEAN;
        }
        boolean categorical = (domain instanceof Domain.WholeNumbers whole && whole.categorical())
                || (domain instanceof Domain.Numbers floats && floats.categorical());
        boolean numbers = type == PhysicalType.INT || type == PhysicalType.FLOAT;
        return numbers && !categorical ? FeatureType.NUMERIC : FeatureType.CATEGORICAL;
    }
}
