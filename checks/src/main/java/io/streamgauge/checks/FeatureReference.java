package io.streamgauge.checks;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;

/**
 * What one feature's windows are compared with.
 *
 * @param total the feature over the whole baseline
 * @param windows the same feature over the baseline's reference windows, in time order, of the size of the windows to judge
 */
public record FeatureReference(FeatureSchema schema, Profile total, List<Profile> windows) {
    public FeatureReference {
        windows = List.copyOf(windows);
    }
}
