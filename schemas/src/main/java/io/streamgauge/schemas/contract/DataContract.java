package io.streamgauge.schemas.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of all data of a model: the contract of its training time.
 *
 * @param words enumerations that features refer to, by name
 */
public record DataContract(
        List<FeatureContract> features,
        List<SparseFeature> sparse,
        List<WeightedFeature> weighted,
        Map<String, Domain.Words> words,
        List<String> defaultEnvironments,
        DatasetLimits dataset) {
    public DataContract {
        features = List.copyOf(features);
        sparse = List.copyOf(sparse);
        weighted = List.copyOf(weighted);
        words = Map.copyOf(new LinkedHashMap<>(words));
        defaultEnvironments = List.copyOf(defaultEnvironments);
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
