package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;

/**
 * How old were the values of one kind when they were used, at training? In seconds, on {@link AgeField#GRID}.
 *
 * @param name of what is so old, as in {@link AgeField}
 * @param total of all training rows; to be read only
 * @param windows one for each of the baseline's reference windows of this source, in their order
 */
public record AgeBaseline(Source source, String name, Profile total, List<Profile> windows) {
    public AgeBaseline {
        windows = List.copyOf(windows);
        if (total.layout().fingerprint() != AgeField.GRID.fingerprint()) {
            throw new IllegalArgumentException("age of '" + name + "' has other bins than ages have");
        }
    }
}
