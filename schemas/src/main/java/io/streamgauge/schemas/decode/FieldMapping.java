package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.contract.FeatureType;

/**
 * Where in a record the values of a feature lie.
 *
 * @param path names joined by dots, each a field of a record (or JSON object) or a key of a map. Looked up from the top;
 *     if the record has no field of the first name, the whole path is looked up in its field "features".
 * @param items whether the values of a list are kept, beside how many there are
 */
public record FieldMapping(String feature, String path, FeatureType type, boolean items) {
    /** Of a list only how many values it has is kept. */
    public FieldMapping(String feature, String path, FeatureType type) {
        this(feature, path, type, false);
    }

    public FieldMapping {
        if (path.isBlank()) {
            throw new IllegalArgumentException("path of feature '%s' must not be blank".formatted(feature));
        }
    }
}
