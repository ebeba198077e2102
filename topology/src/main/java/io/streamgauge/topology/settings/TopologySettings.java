package io.streamgauge.topology.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the topology depends on; the same settings give the same topology.
 *
 * @param partialsPartitions partitions of the partials topic: how many assess tasks share the models
 * @param bounded where the input ends; null for a live service
 * @param largestRejectedValue bytes of a rejected record that are kept
 */
public record TopologySettings(
        List<ModelSettings> models,
        Topics topics,
        int partialsPartitions,
        @Nullable BoundedInput bounded,
        int largestRejectedValue) {
    public TopologySettings {
        models = List.copyOf(models);
        if (partialsPartitions < 1) {
            throw new IllegalArgumentException("the partials topic needs partitions, got " + partialsPartitions);
        }
    }

    /** The same with other models. */
    public TopologySettings withModels(List<ModelSettings> others) {
        return new TopologySettings(others, topics, partialsPartitions, bounded, largestRejectedValue);
    }

    public ModelSettings model(String name) {
        return models.stream()
                .filter(candidate -> candidate.model().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no model '" + name + "' is configured"));
    }
}
