package io.streamgauge.schemas.inference;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureContractBuilder;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.Shape;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Level;
import java.util.List;

/**
 * Which contract do these data suggest? By the rules of TensorFlow Data Validation (its feature_util.cc,
 * string_domain_util.cc and bool_domain_util.cc): the type as found; required in every example if it is in every
 * example, else in one at least; the number of values if it is always the same, else at least one; an enumeration for
 * texts with few distinct values; a boolean for the whole numbers 0 and 1 and for pairs of words such as true and false.
 * Numbers get no range: the largest of the training data is no limit that anybody meant. Pure.
 */
public final class SchemaInference {
    /** More distinct texts than this are no enumeration. */
    public static final int MAX_ENUM_VALUES = 400;

    private final DatasetStatistics data;

    private SchemaInference(DatasetStatistics data) {
        this.data = data;
    }

    /** The contract of all features of {@code data}, in their order. */
    public static DataContract of(DatasetStatistics data) {
        var inference = new SchemaInference(data);
        return DataContract.EMPTY.withFeatures(inference.features(data.roots()));
    }

    /** The contract of one feature of {@code data}, with those inside of it. */
    public static FeatureContract of(FeatureStatistics feature, DatasetStatistics data) {
        return new SchemaInference(data).feature(feature);
    }

    /** How many values an example holds: lists of the same length everywhere, or of one value at least. */
    public static Shape shape(FeatureStatistics feature) {
        List<Level> levels = feature.presences().levels();
        if (levels.size() > 1) {
            return new Shape.Nested(levels.stream().map(SchemaInference::limits).toList());
        }
        Level only = levels.get(0);
        return only.minValues() > 0 ? new Shape.Counted(limits(only)) : new Shape.Free();
    }

    private List<FeatureContract> features(List<FeatureStatistics> level) {
        return level.stream().map(this::feature).toList();
    }

    private FeatureContract feature(FeatureStatistics feature) {
        List<String> path = feature.path();
        var contract = FeatureContractBuilder.named(path.get(path.size() - 1))
                .type(type(feature))
                .domain(
                        type(feature) == PhysicalType.STRUCT
                                ? new Domain.Struct(features(data.children(feature)), List.of())
                                : DomainInference.of(feature))
                .derived(feature.derived());
        boolean present = feature.presences().present() >= 1;
        boolean always = present && feature.presences().missing() == 0;
        if (present) {
            contract.presence(new Presence(always ? 1.0 : null, 1L));
            contract.shape(always ? fixed(feature) : shape(feature));
        }
        return contract.build();
    }

    private static PhysicalType type(FeatureStatistics feature) {
        return switch (feature.type()) {
            case INT -> PhysicalType.INT;
            case FLOAT -> PhysicalType.FLOAT;
            case STRING, BYTES -> PhysicalType.BYTES;
            case STRUCT -> PhysicalType.STRUCT;
        };
    }

    /** The shape of a feature that every example has: a tensor, if all lists have the same length. */
    private static Shape fixed(FeatureStatistics feature) {
        List<Level> levels = feature.presences().levels();
        boolean same = levels.stream()
                .allMatch(level ->
                        level.minValues() > 0 && level.minValues() == level.maxValues() && level.missing() == 0);
        return same ? new Shape.Fixed(levels.stream().map(Level::minValues).toList()) : shape(feature);
    }

    private static Limits limits(Level level) {
        if (level.minValues() <= 0) {
            return Limits.NONE;
        }
        return level.minValues() == level.maxValues()
                ? new Limits(level.minValues(), level.maxValues())
                : new Limits(1L, null);
    }
}
