package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;

/**
 * What the features of one source looked like in one window of the training period, {@code [startMs, endMs)} in event
 * time, UTC.
 *
 * @param profiles in the order of the baseline's features of this source; to be read only
 * @param count rows in the window, 0 for a window in which nothing happened
 */
public record ReferenceWindow(Source source, long startMs, long endMs, List<Profile> profiles, long count) {
    public ReferenceWindow {
        profiles = List.copyOf(profiles);
        if (endMs <= startMs) {
            throw new IllegalArgumentException(
                    "end of a reference window must be after its start, got [%d, %d)".formatted(startMs, endMs));
        }
    }
}
