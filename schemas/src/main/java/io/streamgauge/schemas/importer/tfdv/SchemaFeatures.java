package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.Comparator.HistogramSource;
import io.streamgauge.schemas.contract.Environments;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureContractBuilder;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.Shape;
import io.streamgauge.schemas.contract.SparseFeature;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import io.streamgauge.statistics.tfdv.FeaturePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the features of a schema into contracts, and notes what has no place in them. Not thread-safe. */
final class SchemaFeatures {
    /** What a feature says that no check looks at. */
    private static final List<String> NOT_TAKEN = List.of("group_presence", "annotation", "sequence_metadata");

    private final List<String> left = new ArrayList<>();
    private final SchemaDomains domains = new SchemaDomains(this);

    List<String> left() {
        return left;
    }

    void leave(List<String> path, String what) {
        left.add(path.isEmpty() ? what : FeaturePath.text(path) + ": " + what);
    }

    List<FeatureContract> features(ProtoMessage parent, List<String> path) {
        List<FeatureContract> features = new ArrayList<>();
        for (ProtoMessage message : parent.messages("feature")) {
            List<String> own = new ArrayList<>(path);
            own.add(message.text("name"));
            features.add(feature(message, own));
        }
        return features;
    }

    List<SparseFeature> sparse(ProtoMessage parent) {
        return parent.messages("sparse_feature").stream()
                .map(message -> new SparseFeature(
                        message.text("name"),
                        message.messages("index_feature").stream()
                                .map(index -> index.text("name"))
                                .toList(),
                        message.message("value_feature").text("name"),
                        lifecycle(message)))
                .toList();
    }

    private FeatureContract feature(ProtoMessage message, List<String> path) {
        for (String field : NOT_TAKEN) {
            if (message.has(field)) {
                leave(path, field);
            }
        }
        message.unknownFields().forEach(field -> leave(path, field));
        ProtoMessage presence = message.message("presence");
        ProtoMessage unique = message.message("unique_constraints");
        return FeatureContractBuilder.named(message.text("name"))
                .type(type(message))
                .presence(new Presence(presence.optionalNumber("min_fraction"), presence.optionalInteger("min_count")))
                .shape(shape(message))
                .domain(domains.domain(message, path))
                .minDomainMass(
                        message.has("distribution_constraints")
                                ? minDomainMass(message.message("distribution_constraints"))
                                : null)
                .unique(message.has("unique_constraints") ? limits(unique) : null)
                .skew(comparator(message.message("skew_comparator")))
                .drift(comparator(message.message("drift_comparator")))
                .environments(new Environments(
                        new HashSet<>(message.texts("in_environment")),
                        new HashSet<>(message.texts("not_in_environment"))))
                .lifecycle(lifecycle(message))
                .derived(message.has("validation_derived_source"))
                .build();
    }

    private static double minDomainMass(ProtoMessage constraints) {
        Double mass = constraints.optionalNumber("min_domain_mass");
        return mass == null ? 1 : mass;
    }

    private static @Nullable PhysicalType type(ProtoMessage message) {
        for (PhysicalType type : PhysicalType.values()) {
            if (message.text("type").equals(type.name())) {
                return type;
            }
        }
        return null;
    }

    static Lifecycle lifecycle(ProtoMessage message) {
        if (message.flag("deprecated")) {
            return Lifecycle.DEPRECATED;
        }
        for (Lifecycle stage : Lifecycle.values()) {
            if (message.text("lifecycle_stage").equals(stage.name())) {
                return stage;
            }
        }
        return Lifecycle.UNKNOWN_STAGE;
    }

    static Limits limits(ProtoMessage message) {
        return new Limits(message.optionalInteger("min"), message.optionalInteger("max"));
    }

    private static Shape shape(ProtoMessage message) {
        if (message.has("shape")) {
            return new Shape.Fixed(message.message("shape").messages("dim").stream()
                    .map(dim -> dim.integer("size"))
                    .toList());
        }
        if (message.has("value_count")) {
            return new Shape.Counted(limits(message.message("value_count")));
        }
        if (message.has("value_counts")) {
            return new Shape.Nested(message.message("value_counts").messages("value_count").stream()
                    .map(SchemaFeatures::limits)
                    .toList());
        }
        return new Shape.Free();
    }

    private static Comparator comparator(ProtoMessage message) {
        ProtoMessage divergence = message.message("jensen_shannon_divergence");
        String source = divergence.message("source").text("type");
        return new Comparator(
                message.message("infinity_norm").optionalNumber("threshold"),
                divergence.optionalNumber("threshold"),
                source.equals("QUANTILES") ? HistogramSource.QUANTILES : HistogramSource.STANDARD,
                message.message("normalized_abs_difference").optionalNumber("threshold"));
    }
}
