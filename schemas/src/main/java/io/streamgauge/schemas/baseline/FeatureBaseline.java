package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;

/**
 * What one feature looked like at training.
 *
 * @param layout the bins that live profiles must use, too, to be compared with it
 * @param total profile of all training rows; to be read only
 */
public record FeatureBaseline(FeatureSchema schema, Layout layout, Profile total) {
    public FeatureBaseline {
        if (total.layout().fingerprint() != layout.fingerprint()) {
            throw new IllegalArgumentException(
                    "total profile of feature '%s' has another layout than its baseline".formatted(schema.name()));
        }
    }
}
