package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;

/**
 * What the features of one source looked like in one window of the training period, {@code [startMs, endMs)} in event
 * time, UTC.
 *
 * @param profiles in the order of the baseline's features of this source; to be read only
 * @param count rows in the window, 0 for a window in which nothing happened
 * @param busy in which slots of the window there were rows; none if there are rows and it is not known
 */
public record ReferenceWindow(
        Source source, long startMs, long endMs, List<Profile> profiles, long count, Occupancy busy) {
    /** Of rows whose times within the window are not known. */
    public ReferenceWindow(Source source, long startMs, long endMs, List<Profile> profiles, long count) {
        this(source, startMs, endMs, profiles, count, Occupancy.NONE);
    }

    /** The same with so many of its profiles. */
    ReferenceWindow firstProfiles(int number) {
        return profiles.size() == number
                ? this
                : new ReferenceWindow(source, startMs, endMs, profiles.subList(0, number), count, busy);
    }

    public ReferenceWindow {
        profiles = List.copyOf(profiles);
        if (endMs <= startMs) {
            throw new IllegalArgumentException(
                    "end of a reference window must be after its start, got [%d, %d)".formatted(startMs, endMs));
        }
    }
}
