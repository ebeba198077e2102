package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is the contract of one feature sound in itself? What is wrong is noted, and left out for the checks that follow. */
final class ContractCheck {
    private final FeatureContract feature;
    private final DataContract contract;
    private final Compatibility compatibility;
    private final Reasons reasons;

    private ContractCheck(
            FeatureContract feature, DataContract contract, Compatibility compatibility, Reasons reasons) {
        this.feature = feature;
        this.contract = contract;
        this.compatibility = compatibility;
        this.reasons = reasons;
    }

    /** The sound part of a feature's contract; null if there is none. */
    static @Nullable FeatureContract sound(
            FeatureContract feature, DataContract contract, Compatibility compatibility, Reasons reasons) {
        return new ContractCheck(feature, contract, compatibility, reasons).sound();
    }

    static boolean fitsDerived(Lifecycle lifecycle) {
        return lifecycle == Lifecycle.VALIDATION_DERIVED || lifecycle == Lifecycle.DISABLED;
    }

    private @Nullable FeatureContract sound() {
        if (feature.name().isEmpty()) {
            reasons.add(
                    AnomalyType.FEATURE_MISSING_NAME,
                    "unspecified name (maybe meant to be the empty string): find name rather than deprecating.",
                    "The schema has a feature without a name; it is not checked.");
            return null;
        }
        PhysicalType type = type();
        if (type == null && feature.kind() == null) {
            return null;
        }
        Presence presence = presence(feature.presence());
        Shape shape = shape(feature.shape());
        Domain domain = domain(type);
        distribution(domain);
        return feature.change()
                .type(type)
                .presence(presence)
                .shape(shape)
                .domain(known(domain))
                .build();
    }

    private @Nullable PhysicalType type() {
        if (feature.type() != null || feature.kind() != null) {
            return feature.type();
        }
        boolean words = feature.domain() instanceof Domain.Named || feature.domain() instanceof Domain.Words;
        reasons.add(
                AnomalyType.FEATURE_MISSING_TYPE,
                words
                        ? "unspecified type: inferring the type to be BYTES, given the domain specified."
                        : "unspecified type: determine the type and set it, rather than deprecating.",
                words
                        ? "The schema gives the feature no type; it is read as BYTES, since its domain holds texts."
                        : "The schema gives the feature no type; it is not checked.");
        return words ? PhysicalType.BYTES : null;
    }

    private Presence presence(Presence presence) {
        Double fraction = presence.minFraction();
        if (fraction != null && fraction < 0) {
            invalid(
                    "min_fraction should not be negative: clear is equal to zero",
                    "presence.min_fraction is %s; it must be in [0, 1].".formatted(fraction));
            return new Presence(null, presence.minCount());
        }
        if (fraction != null && fraction > 1) {
            invalid(
                    "min_fraction should not greater than 1",
                    "presence.min_fraction is %s; it must be in [0, 1].".formatted(fraction));
            return new Presence(1.0, presence.minCount());
        }
        return presence;
    }

    private Shape shape(Shape shape) {
        if (shape instanceof Shape.Counted counted) {
            return new Shape.Counted(limits(counted.limits(), "ValueCount", ""));
        }
        if (shape instanceof Shape.Nested nested) {
            List<Limits> levels = new ArrayList<>();
            for (Limits level : nested.levels()) {
                levels.add(limits(level, "ValueCounts", " at level " + levels.size()));
            }
            return new Shape.Nested(levels);
        }
        if (shape instanceof Shape.Fixed fixed && fixed.sizes().stream().anyMatch(size -> size <= 0)) {
            invalid(
                    "Shape.dim.size must be a positive integer",
                    "shape.dim sizes are %s; each must be 1 or more.".formatted(fixed.sizes()));
            return new Shape.Free();
        }
        return shape;
    }

    private Limits limits(Limits limits, String name, String level) {
        Long min = limits.min();
        Long max = limits.max();
        if (min != null && min < 0) {
            invalid(
                    name + ".min should not be negative",
                    "A least number of %d values%s makes no sense.".formatted(min, level));
            min = null;
        }
        long least = min == null ? 0 : min;
        if (max != null && max < least) {
            invalid(
                    name + ".max should not be less than min",
                    "At most %d values%s contradict at least %d.".formatted(max, level, least));
            max = least;
        }
        return new Limits(min, max);
    }

    private Domain domain(@Nullable PhysicalType type) {
        Domain domain = feature.domain();
        if (type == null) {
            return domain;
        }
        if (!domain.types().contains(type)) {
            reasons.add(
                    AnomalyType.DOMAIN_INVALID_FOR_TYPE,
                    "The domain does not match the type",
                    "A feature of type %s cannot have a %s.".formatted(type, domain.word()));
            return new Domain.Any();
        }
        if (domain instanceof Domain.TrueFalse words && compatibility == Compatibility.OURS) {
            booleanWords(words, type);
        }
        return domain;
    }

    private void booleanWords(Domain.TrueFalse words, PhysicalType type) {
        boolean some = words.trueValue() != null || words.falseValue() != null;
        if (some != (type == PhysicalType.BYTES)) {
            reasons.add(
                    AnomalyType.BOOL_TYPE_INVALID_CONFIG,
                    "Invalid bool domain",
                    some
                            ? "Words for true and false are of no use for a feature of type %s.".formatted(type)
                            : "A feature of type BYTES needs a word for true or for false.");
        }
    }

    private void distribution(Domain domain) {
        if (feature.minDomainMass() == null || domain instanceof Domain.Named || domain instanceof Domain.Words) {
            return;
        }
        String kind = domain instanceof Domain.Any
                ? "require domain or string domain."
                : "not supported for %s.".formatted(kind(domain));
        invalid(
                "distribution constraints " + kind,
                "distribution_constraints.min_domain_mass needs an enumeration of texts, which the feature has not.");
    }

    private static String kind(Domain domain) {
        if (domain instanceof Domain.TrueFalse) {
            return "bool domains";
        }
        if (domain instanceof Domain.WholeNumbers) {
            return "int domains";
        }
        if (domain instanceof Domain.Numbers) {
            return "float domains";
        }
        return domain instanceof Domain.Struct ? "struct domains" : "semantic domains";
    }

    private Domain known(Domain domain) {
        if (domain instanceof Domain.Named named && !contract.words().containsKey(named.name())) {
            // Upstream clears the name before it writes it.
            String name = compatibility == Compatibility.TFDV ? "" : named.name();
            reasons.add(
                    AnomalyType.INVALID_DOMAIN_SPECIFICATION,
                    "missing domain: " + name,
                    "The schema defines no enumeration with the name '%s'.".formatted(named.name()));
            return new Domain.Any();
        }
        return domain;
    }

    private void invalid(String shortDescription, String description) {
        reasons.add(AnomalyType.INVALID_SCHEMA_SPECIFICATION, shortDescription, description);
    }
}
