package io.streamgauge.schemas.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of all data of a model: the contract of its training time.
 *
 * @param words enumerations that features refer to, by name
 * @param predicates rules over several features of an event
 */
public record DataContract(
        List<FeatureContract> features,
        List<SparseFeature> sparse,
        List<WeightedFeature> weighted,
        Map<String, Domain.Words> words,
        List<String> defaultEnvironments,
        DatasetLimits dataset,
        List<RowPredicate> predicates) {
    /** One that expects nothing and knows no feature. */
    public static final DataContract EMPTY =
            new DataContract(List.of(), List.of(), List.of(), Map.of(), List.of(), DatasetLimits.NONE, List.of());

    public DataContract {
        features = List.copyOf(features);
        sparse = List.copyOf(sparse);
        weighted = List.copyOf(weighted);
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        defaultEnvironments = List.copyOf(defaultEnvironments);
        predicates = List.copyOf(predicates);
    }

    /** The same with other features. */
    public DataContract withFeatures(List<FeatureContract> others) {
        return new DataContract(others, sparse, weighted, words, defaultEnvironments, dataset, predicates);
    }

    /** The same with other limits of the number of events. */
    public DataContract withDataset(DatasetLimits other) {
        return new DataContract(features, sparse, weighted, words, defaultEnvironments, other, predicates);
    }

    /** The same with other rules over the features of an event. */
    public DataContract withPredicates(List<RowPredicate> others) {
        return new DataContract(features, sparse, weighted, words, defaultEnvironments, dataset, others);
    }

    /** The feature at a path; records are gone through. */
    public Optional<FeatureContract> feature(List<String> path) {
        List<FeatureContract> level = features;
        FeatureContract found = null;
        for (String step : path) {
            found = named(level, step);
            if (found == null) {
                return Optional.empty();
            }
            level = found.domain() instanceof Domain.Struct struct ? struct.features() : List.of();
        }
        return Optional.ofNullable(found);
    }

    /** The sparse feature at a path. */
    public Optional<SparseFeature> sparse(List<String> path) {
        String name = path.get(path.size() - 1);
        List<SparseFeature> level = sparse;
        if (path.size() > 1) {
            Optional<FeatureContract> parent = feature(path.subList(0, path.size() - 1));
            level = parent.isPresent() && parent.get().domain() instanceof Domain.Struct struct
                    ? struct.sparse()
                    : List.of();
        }
        return level.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The weighted feature at a path; they are never in a record. */
    public Optional<WeightedFeature> weighted(List<String> path) {
        return path.size() != 1
                ? Optional.empty()
                : weighted.stream()
                        .filter(one -> one.name().equals(path.get(0)))
                        .findFirst();
    }

    private static @Nullable FeatureContract named(List<FeatureContract> level, String name) {
        return level.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
