package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;

/**
 * What the events of one slice looked like at training.
 *
 * @param definition what is in the slice; a slice of the same name with another definition is another slice
 * @param totals the profile of each feature over the slice's training rows, in the order of the baseline's features of this
 *     source; to be read only
 */
public record SliceBaseline(Source source, String slice, String definition, List<Profile> totals) {
    public SliceBaseline {
        totals = List.copyOf(totals);
    }
}
