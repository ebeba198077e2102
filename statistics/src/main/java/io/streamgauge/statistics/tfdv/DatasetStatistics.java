package io.streamgauge.statistics.tfdv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a dataset: how many examples it has, and each feature's statistics. Paths are distinct. */
public record DatasetStatistics(double examples, List<FeatureStatistics> features) {
    public DatasetStatistics {
        Map<List<String>, FeatureStatistics> byPath = new LinkedHashMap<>();
        features.forEach(feature -> byPath.put(feature.path(), feature));
        features = List.copyOf(byPath.values());
    }

    public Optional<FeatureStatistics> feature(List<String> path) {
        return features.stream().filter(one -> one.path().equals(path)).findFirst();
    }

    /** The features that are in no other feature of the dataset. */
    public List<FeatureStatistics> roots() {
        return features.stream().filter(one -> !hasParent(one)).toList();
    }

    /** The features directly inside of {@code parent}. */
    public List<FeatureStatistics> children(FeatureStatistics parent) {
        List<FeatureStatistics> children = new ArrayList<>();
        for (FeatureStatistics one : features) {
            if (one.path().size() == parent.path().size() + 1
                    && one.path().subList(0, parent.path().size()).equals(parent.path())) {
                children.add(one);
            }
        }
        return children;
    }

    private boolean hasParent(FeatureStatistics one) {
        return one.path().size() > 1
                && feature(one.path().subList(0, one.path().size() - 1)).isPresent();
    }
}
