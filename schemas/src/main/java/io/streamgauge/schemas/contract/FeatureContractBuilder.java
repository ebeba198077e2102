package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/** Makes the contract of a feature, part by part. What is not given is not limited. Not thread-safe. */
public final class FeatureContractBuilder {
    private final String name;
    private @Nullable PhysicalType type;
    private @Nullable FeatureType kind;
    private Presence presence = Presence.OPTIONAL;
    private Shape shape = new Shape.Free();
    private Domain domain = new Domain.Any();
    private @Nullable Double minDomainMass;
    private @Nullable Limits unique;
    private Comparator skew = Comparator.NONE;
    private Comparator drift = Comparator.NONE;
    private Distribution distribution = Distribution.ANY;
    private Environments environments = Environments.DEFAULT;
    private Lifecycle lifecycle = Lifecycle.UNKNOWN_STAGE;
    private boolean derived;
    private boolean sensitive;
    private Action action = Action.FLAG;

    private FeatureContractBuilder(String name) {
        this.name = name;
    }

    public static FeatureContractBuilder named(String name) {
        return new FeatureContractBuilder(name);
    }

    static FeatureContractBuilder of(FeatureContract feature) {
        return named(feature.name())
                .type(feature.type())
                .kind(feature.kind())
                .presence(feature.presence())
                .shape(feature.shape())
                .domain(feature.domain())
                .minDomainMass(feature.minDomainMass())
                .unique(feature.unique())
                .skew(feature.skew())
                .drift(feature.drift())
                .distribution(feature.distribution())
                .environments(feature.environments())
                .lifecycle(feature.lifecycle())
                .derived(feature.derived())
                .sensitive(feature.sensitive())
                .action(feature.action());
    }

    public FeatureContractBuilder type(@Nullable PhysicalType given) {
        type = given;
        return this;
    }

    public FeatureContractBuilder kind(@Nullable FeatureType given) {
        kind = given;
        return this;
    }

    public FeatureContractBuilder presence(Presence given) {
        presence = given;
        return this;
    }

    public FeatureContractBuilder shape(Shape given) {
        shape = given;
        return this;
    }

    public FeatureContractBuilder domain(Domain given) {
        domain = given;
        return this;
    }

    public FeatureContractBuilder minDomainMass(@Nullable Double given) {
        minDomainMass = given;
        return this;
    }

    public FeatureContractBuilder unique(@Nullable Limits given) {
        unique = given;
        return this;
    }

    public FeatureContractBuilder skew(Comparator given) {
        skew = given;
        return this;
    }

    public FeatureContractBuilder drift(Comparator given) {
        drift = given;
        return this;
    }

    public FeatureContractBuilder distribution(Distribution given) {
        distribution = given;
        return this;
    }

    public FeatureContractBuilder environments(Environments given) {
        environments = given;
        return this;
    }

    public FeatureContractBuilder lifecycle(Lifecycle given) {
        lifecycle = given;
        return this;
    }

    public FeatureContractBuilder derived(boolean given) {
        derived = given;
        return this;
    }

    public FeatureContractBuilder sensitive(boolean given) {
        sensitive = given;
        return this;
    }

    public FeatureContractBuilder action(Action given) {
        action = given;
        return this;
    }

    public FeatureContract build() {
        return new FeatureContract(
                name,
                type,
                kind,
                presence,
                shape,
                domain,
                minDomainMass,
                unique,
                skew,
                drift,
                distribution,
                environments,
                lifecycle,
                derived,
                sensitive,
                action);
    }
}
