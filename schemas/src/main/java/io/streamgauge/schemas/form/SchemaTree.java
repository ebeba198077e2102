package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.SparseFeature;
import io.streamgauge.schemas.contract.WeightedFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contract as a tree of maps and lists: only what it says, in a fixed order of keys. */
final class SchemaTree {
    private SchemaTree() {}

    static Map<String, Object> of(DataContract contract) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", SchemaForm.VERSION);
        putAny(tree, "environments", contract.defaultEnvironments());
        putAny(tree, "dataset", dataset(contract.dataset()));
        Map<String, Object> enums = new LinkedHashMap<>();
        contract.words().forEach((name, words) -> enums.put(name, words.values()));
        putAny(tree, "enums", enums);
        tree.put("features", features(contract.features()));
        putAny(tree, "sparse-features", sparse(contract.sparse()));
        putAny(tree, "weighted-features", weighted(contract.weighted()));
        putAny(
                tree,
                "predicates",
                contract.predicates().stream().map(SchemaTree::predicate).toList());
        return tree;
    }

    static Map<String, Object> features(List<FeatureContract> features) {
        Map<String, Object> tree = new LinkedHashMap<>();
        features.forEach(feature -> tree.put(feature.name(), FeatureTree.of(feature)));
        return tree;
    }

    static Map<String, Object> sparse(List<SparseFeature> features) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (SparseFeature feature : features) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("indices", feature.indices());
            one.put("value", feature.value());
            lifecycle(one, feature.lifecycle());
            tree.put(feature.name(), one);
        }
        return tree;
    }

    private static Map<String, Object> weighted(List<WeightedFeature> features) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (WeightedFeature feature : features) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("feature", feature.feature());
            one.put("weight", feature.weight());
            lifecycle(one, feature.lifecycle());
            tree.put(feature.name(), one);
        }
        return tree;
    }

    private static Map<String, Object> dataset(DatasetLimits dataset) {
        Map<String, Object> tree = new LinkedHashMap<>();
        putAny(tree, "examples", limits(dataset.examples()));
        putAny(tree, "previous-span", ratio(dataset.previousSpan()));
        putAny(tree, "previous-version", ratio(dataset.previousVersion()));
        return tree;
    }

    private static Map<String, Object> ratio(RatioLimits limits) {
        return range(limits.min(), limits.max());
    }

    private static Map<String, Object> predicate(RowPredicate predicate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", predicate.name());
        tree.put("when", predicate.when());
        tree.put("severity", word(predicate.severity()));
        tree.put("on", word(predicate.action()));
        if (predicate.tolerated() != 0) {
            tree.put("tolerated", predicate.tolerated());
        }
        return tree;
    }

    static Map<String, Object> limits(Limits limits) {
        return range(limits.min(), limits.max());
    }

    static Map<String, Object> range(@Nullable Number min, @Nullable Number max) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "min", min);
        put(tree, "max", max);
        return tree;
    }

    static void lifecycle(Map<String, Object> tree, Lifecycle lifecycle) {
        if (lifecycle != Lifecycle.UNKNOWN_STAGE) {
            tree.put("lifecycle", word(lifecycle));
        }
    }

    static void action(Map<String, Object> tree, Action action) {
        if (action != Action.FLAG) {
            tree.put("on", word(action));
        }
    }

    static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    static void putAny(Map<String, Object> tree, String key, Map<String, Object> values) {
        if (!values.isEmpty()) {
            tree.put(key, values);
        }
    }

    static void putAny(Map<String, Object> tree, String key, List<?> values) {
        if (!values.isEmpty()) {
            tree.put(key, values);
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
