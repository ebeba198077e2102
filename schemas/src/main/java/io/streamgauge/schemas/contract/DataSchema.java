package io.streamgauge.schemas.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which features a model has, over all its sources. Names are unique; the order is the order of the slots. */
public record DataSchema(List<FeatureSchema> features) {
    public DataSchema {
        features = List.copyOf(features);
        Set<String> names = new HashSet<>();
        for (FeatureSchema feature : features) {
            if (!names.add(feature.name())) {
                throw new IllegalArgumentException("feature '%s' is listed twice".formatted(feature.name()));
            }
        }
    }

    /** The features of one source, in order. */
    public List<FeatureSchema> features(Source source) {
        return features.stream().filter(feature -> feature.source() == source).toList();
    }

    /** The feature of that name, if there is one. */
    public Optional<FeatureSchema> feature(String name) {
        return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
    }
}
