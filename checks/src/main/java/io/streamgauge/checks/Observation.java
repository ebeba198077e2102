package io.streamgauge.checks;

import io.streamgauge.statistics.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a window holds: everything that a check may look at.
 *
 * @param profiles one per feature of the source, in the order of the baseline's features; empty profiles if no event came
 * @param traffic what became of the source's records; null where the observation is about a part of them only (a slice, or a model
 *     version beside the baseline's), since late and rejected records belong to no part
 * @param evidence where the window's records lie, one range per input partition that contributed
 */
public record Observation(
        Subject subject,
        Window window,
        List<Profile> profiles,
        @Nullable Traffic traffic,
        List<OffsetRange> evidence) {
    public Observation {
        profiles = List.copyOf(profiles);
        evidence = List.copyOf(evidence);
    }
}
