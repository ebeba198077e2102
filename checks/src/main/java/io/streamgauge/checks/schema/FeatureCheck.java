package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.statistics.tfdv.CustomStatistic;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import org.jspecify.annotations.Nullable;

/** Holds the statistics of one feature against its contract. */
final class FeatureCheck {
    private final DataContract contract;
    private final DatasetStatistics data;
    private final Controls controls;
    private final CheckOptions options;
    private final Reasons reasons;

    FeatureCheck(
            DataContract contract, DatasetStatistics data, Controls controls, CheckOptions options, Reasons reasons) {
        this.contract = contract;
        this.data = data;
        this.controls = controls;
        this.options = options;
        this.reasons = reasons;
    }

    /** Whether data of that environment break the contract if they lack the feature. */
    static boolean required(FeatureContract feature, DataContract contract, @Nullable String environment) {
        return feature.lifecycle().checked()
                && feature.presence().required()
                && feature.environments().expectedIn(environment, contract.defaultEnvironments());
    }

    /** Adds what is wrong; false if the feature cannot be looked into further. */
    boolean check(FeatureStatistics feature, FeatureContract expected) {
        FeatureContract sound = ContractCheck.sound(expected, contract, options.compatibility(), reasons);
        if (sound == null) {
            return false;
        }
        if (feature.presences().present() == 0) {
            return absent(sound);
        }
        environment(feature, sound);
        ShapeCheck.check(feature.presences(), sound.shape(), reasons);
        PresenceCheck.check(feature.presences(), data.examples(), sound.presence(), reasons);
        boolean asTyped = type(feature, sound);
        domain(feature, sound);
        UniqueCheck.check(feature, sound.unique(), options.compatibility(), reasons);
        DistributionCheck.check(feature, sound.distribution(), reasons);
        var comparators = new ComparatorCheck(options.compatibility(), reasons);
        comparators.compare(feature, sound.drift(), controls.previousSpan(), ComparatorCheck.DRIFT);
        comparators.compare(feature, sound.skew(), controls.serving(), ComparatorCheck.SKEW);
        derived(feature, sound);
        return asTyped;
    }

    private boolean absent(FeatureContract feature) {
        if (!required(feature, contract, options.environment())) {
            return true;
        }
        reasons.add(AnomalyType.FEATURE_TYPE_NOT_PRESENT, "Column dropped", "No example has a value for the feature.");
        return false;
    }

    private void environment(FeatureStatistics feature, FeatureContract expected) {
        if (!expected.environments().expectedIn(options.environment(), contract.defaultEnvironments())) {
            reasons.add(
                    AnomalyType.SCHEMA_NEW_COLUMN,
                    "Column missing in environment",
                    "The data have %s, which the schema does not expect in the environment %s."
                            .formatted(feature.name(), options.environment()));
        }
    }

    private boolean type(FeatureStatistics feature, FeatureContract expected) {
        PhysicalType found = physical(feature.type());
        FeatureType kind = expected.type() == null ? expected.kind() : null;
        boolean fits = kind == null ? found == expected.type() : fits(found, kind);
        if (fits) {
            return true;
        }
        reasons.add(
                AnomalyType.UNEXPECTED_DATA_TYPE,
                "Unexpected data type",
                "The schema says %s; the data are %s."
                        .formatted(
                                expected.type() == null && kind != null ? kind.word() : expected.type(),
                                feature.type()));
        return false;
    }

    /** Whether values that are written like that can be what the contract takes them for. */
    private static boolean fits(PhysicalType found, FeatureType kind) {
        return switch (kind) {
            case NUMERIC, EMBEDDING -> found == PhysicalType.INT || found == PhysicalType.FLOAT;
            case TEXT -> found == PhysicalType.BYTES;
            case CATEGORICAL, BOOLEAN -> found != PhysicalType.STRUCT;
        };
    }

    private static PhysicalType physical(DataType type) {
        return switch (type) {
            case STRING, BYTES -> PhysicalType.BYTES;
            case INT -> PhysicalType.INT;
            case FLOAT -> PhysicalType.FLOAT;
            case STRUCT -> PhysicalType.STRUCT;
        };
    }

    private void domain(FeatureStatistics feature, FeatureContract expected) {
        Domain domain = expected.domain();
        if (feature.type() == DataType.BYTES && !fitsBytes(domain)) {
            reasons.add(
                    AnomalyType.DOMAIN_INVALID_FOR_TYPE,
                    "Invalid domain type",
                    "Raw bytes cannot have a %s.".formatted(domain.word()));
            domain = new Domain.Any();
        }
        if (domain instanceof Domain.Any && expected.kind() == FeatureType.BOOLEAN) {
            boolean text = feature.type() == DataType.STRING;
            domain = new Domain.TrueFalse(text ? "true" : null, text ? "false" : null);
        }
        if (domain instanceof Domain.Any) {
            semantics(feature, expected.name());
        } else {
            DomainChecks.check(feature, domain, expected, contract, reasons);
        }
    }

    private static boolean fitsBytes(Domain domain) {
        return domain instanceof Domain.Any
                || domain instanceof Domain.Language
                || domain instanceof Domain.Image
                || domain instanceof Domain.Url;
    }

    /** Statistics may bring a guess of what the values mean; it is of use where the contract does not say. */
    private void semantics(FeatureStatistics feature, String name) {
        String guess = feature.custom("domain_info").map(CustomStatistic::text).orElse("");
        if (!guess.isEmpty()) {
            reasons.add(
                    AnomalyType.SEMANTIC_DOMAIN_UPDATE,
                    "Updated semantic domain",
                    "The statistics say what the values of %s mean, the schema does not: %s"
                            .formatted(name, guess.strip()));
        }
    }

    private void derived(FeatureStatistics feature, FeatureContract expected) {
        if (feature.derived() && !expected.derived()) {
            reasons.add(
                    AnomalyType.DERIVED_FEATURE_INVALID_SOURCE,
                    "Derived source not set in schema.",
                    "The data were made from other features; the schema does not say so.");
        }
        if (expected.derived() && !ContractCheck.fitsDerived(expected.lifecycle())) {
            reasons.add(
                    AnomalyType.DERIVED_FEATURE_BAD_LIFECYCLE,
                    "Derived feature has wrong lifecycle.",
                    "The feature is derived, so its stage must be VALIDATION_DERIVED or DISABLED; it is %s."
                            .formatted(expected.lifecycle()));
        }
    }
}
