package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.SparseFeature;
import io.streamgauge.schemas.contract.WeightedFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rules for features that are written as several: a value and its indices, or its weights. Of an event that has none of the parts
 * they say nothing. Only where all parts are features of the same source.
 */
final class PairRules {
    private final List<String> slots;
    private final List<EventRule> rules = new ArrayList<>();

    private PairRules(List<FeatureSchema> slots) {
        this.slots = slots.stream().map(FeatureSchema::name).toList();
    }

    static List<EventRule> of(DataContract contract, List<FeatureSchema> slots) {
        var all = new PairRules(slots);
        contract.sparse().stream().filter(one -> one.lifecycle().checked()).forEach(all::sparse);
        contract.weighted().stream().filter(one -> one.lifecycle().checked()).forEach(all::weighted);
        return all.rules;
    }

    private void sparse(SparseFeature feature) {
        int value = slots.indexOf(feature.value());
        int[] indices = feature.indices().stream().mapToInt(slots::indexOf).toArray();
        if (value < 0 || IntStream.of(indices).anyMatch(index -> index < 0)) {
            return;
        }
        add(
                "SPARSE_FEATURE_MISSING_VALUE",
                feature.name(),
                event -> event.isMissing(value) && IntStream.of(indices).anyMatch(index -> !event.isMissing(index)));
        add(
                "SPARSE_FEATURE_MISSING_INDEX",
                feature.name(),
                event -> IntStream.of(indices).anyMatch(event::isMissing)
                        && (!event.isMissing(value)
                                || IntStream.of(indices).anyMatch(index -> !event.isMissing(index))));
        add(
                "SPARSE_FEATURE_LENGTH_MISMATCH",
                feature.name(),
                event -> !event.isMissing(value)
                        && IntStream.of(indices)
                                .anyMatch(index ->
                                        !event.isMissing(index) && event.valueCount(index) != event.valueCount(value)));
    }

    private void weighted(WeightedFeature feature) {
        int value = slots.indexOf(feature.feature());
        int weight = slots.indexOf(feature.weight());
        if (value < 0 || weight < 0) {
            return;
        }
        add(
                "WEIGHTED_FEATURE_MISSING_VALUE",
                feature.name(),
                event -> event.isMissing(value) && !event.isMissing(weight));
        add(
                "WEIGHTED_FEATURE_MISSING_WEIGHT",
                feature.name(),
                event -> event.isMissing(weight) && !event.isMissing(value));
        add(
                "WEIGHTED_FEATURE_LENGTH_MISMATCH",
                feature.name(),
                event -> !event.isMissing(value)
                        && !event.isMissing(weight)
                        && event.valueCount(value) != event.valueCount(weight));
    }

    private void add(String name, String feature, EventTest broken) {
        rules.add(new EventRule(name, feature, Severity.ERROR, Action.FLAG, 0, null, broken));
    }
}
