package io.streamgauge.schemas.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for contradictions in what is said of features. */
final class FeatureContradictions {
    private final DataContract contract;
    private final Faults faults;

    FeatureContradictions(DataContract contract, Faults faults) {
        this.contract = contract;
        this.faults = faults;
    }

    void features(List<FeatureContract> features, String parent) {
        Set<String> names = new HashSet<>();
        for (FeatureContract feature : features) {
            String path = parent + "." + feature.name();
            if (feature.name().isEmpty()) {
                faults.add(path, AnomalyType.FEATURE_MISSING_NAME, "a feature needs a name");
            } else if (!names.add(feature.name())) {
                faults.add(path, "the feature is listed more than once");
            }
            feature(feature, path);
        }
    }

    private void feature(FeatureContract feature, String path) {
        type(feature, path);
        faults.share(path + ".presence.min-fraction", feature.presence().minFraction());
        faults.counts(path + ".presence", new Limits(feature.presence().minCount(), null));
        shape(feature.shape(), path);
        if (feature.unique() != null) {
            faults.limits(path + ".unique", feature.unique());
        }
        DistributionContradictions.in(feature.distribution(), path + ".distribution", faults);
        domain(feature, path);
        comparator(feature.skew(), path + ".skew");
        comparator(feature.drift(), path + ".drift");
        environments(feature.environments(), path);
        boolean derived =
                feature.lifecycle() == Lifecycle.VALIDATION_DERIVED || feature.lifecycle() == Lifecycle.DISABLED;
        if (feature.derived() && !derived) {
            faults.add(
                    path + ".lifecycle",
                    AnomalyType.DERIVED_FEATURE_BAD_LIFECYCLE,
                    "a derived feature must be validation-derived or disabled");
        }
    }

    private void type(FeatureContract feature, String path) {
        if (feature.type() == null && feature.kind() == null) {
            faults.add(path + ".type", AnomalyType.FEATURE_MISSING_TYPE, "a feature needs a type");
        } else if (feature.type() != null && !feature.domain().types().contains(feature.type())) {
            faults.add(
                    path + ".type",
                    AnomalyType.DOMAIN_INVALID_FOR_TYPE,
                    "the type does not go with %s".formatted(feature.domain().word()));
        }
    }

    private void shape(Shape shape, String path) {
        if (shape instanceof Shape.Counted counted) {
            faults.counts(path + ".values", counted.limits());
        } else if (shape instanceof Shape.Nested nested) {
            for (int level = 0; level < nested.levels().size(); level++) {
                faults.counts(
                        path + ".nested-values[%d]".formatted(level),
                        nested.levels().get(level));
            }
        } else if (shape instanceof Shape.Fixed fixed && fixed.sizes().stream().anyMatch(size -> size <= 0)) {
            faults.add(
                    path + ".shape",
                    AnomalyType.INVALID_SCHEMA_SPECIFICATION,
                    "each size must be at least 1, got %s".formatted(fixed.sizes()));
        }
    }

    private void domain(FeatureContract feature, String path) {
        Domain domain = feature.domain();
        if (domain instanceof Domain.Named named && !contract.words().containsKey(named.name())) {
            faults.add(
                    path + ".enum",
                    AnomalyType.INVALID_DOMAIN_SPECIFICATION,
                    "there is no enumeration '%s' under enums".formatted(named.name()));
        } else if (domain instanceof Domain.TrueFalse words) {
            words(words, feature.type(), path + ".boolean");
        } else if (domain instanceof Domain.Struct struct) {
            features(struct.features(), path + ".features");
        } else {
            DomainContradictions.in(domain, path, faults);
        }
        boolean listed = domain instanceof Domain.Named || domain instanceof Domain.Words;
        faults.share(path + ".min-domain-mass", feature.minDomainMass());
        if (feature.minDomainMass() != null && !listed) {
            faults.add(
                    path + ".min-domain-mass",
                    AnomalyType.INVALID_SCHEMA_SPECIFICATION,
                    "only a feature with an enum can have this");
        }
    }

    private void words(Domain.TrueFalse words, @Nullable PhysicalType type, String path) {
        boolean some = words.trueValue() != null || words.falseValue() != null;
        if (type != null && some != (type == PhysicalType.BYTES)) {
            faults.add(
                    path,
                    AnomalyType.BOOL_TYPE_INVALID_CONFIG,
                    some ? "words for true and false need the type text" : "a text needs a word for true or for false");
        }
        if (some && Objects.equals(words.trueValue(), words.falseValue())) {
            faults.add(
                    path,
                    AnomalyType.INVALID_DOMAIN_SPECIFICATION,
                    "'%s' cannot be both true and false".formatted(words.trueValue()));
        }
    }

    private void comparator(Comparator comparator, String path) {
        faults.notNegative(path + ".l-infinity", comparator.infinityNorm());
        faults.notNegative(path + ".jensen-shannon", comparator.jensenShannonDivergence());
        faults.notNegative(path + ".normalized-absolute-difference", comparator.normalizedAbsoluteDifference());
    }

    private void environments(Environments environments, String path) {
        environments.in().stream()
                .filter(environments.notIn()::contains)
                .sorted()
                .forEach(name ->
                        faults.add(path + ".not-in-environments", "'%s' is under in-environments too".formatted(name)));
    }
}
