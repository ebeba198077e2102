package io.streamgauge.schemas.contract;

import java.util.List;

/** A tensor that is written as features with the coordinates and a feature with the values. */
public record SparseFeature(String name, List<String> indices, String value, Lifecycle lifecycle) {
    public SparseFeature {
        indices = List.copyOf(indices);
    }
}
