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
 * @param rules which rules the events of this part broke; null where that is not counted, as of another model version
 * @param before the same part of the window that ended where this one begins; null if there was none, or no check looks back
 */
public record Observation(
        Subject subject,
        Window window,
        List<Profile> profiles,
        @Nullable Traffic traffic,
        List<OffsetRange> evidence,
        @Nullable RuleCounts rules,
        @Nullable List<Profile> before) {
    public Observation {
        profiles = List.copyOf(profiles);
        evidence = List.copyOf(evidence);
        before = before == null ? null : List.copyOf(before);
    }

    /** The events of a source as a whole, or a part of them whose rules are not counted, without a window before. */
    public Observation(
            Subject subject,
            Window window,
            List<Profile> profiles,
            @Nullable Traffic traffic,
            List<OffsetRange> evidence) {
        this(subject, window, profiles, traffic, evidence, traffic == null ? null : traffic.rules(), null);
    }

    /** Events that were counted in the profiles, whatever was in them. */
    public long events() {
        return traffic != null
                ? traffic.profiled()
                : profiles.isEmpty() ? 0 : profiles.get(0).count();
    }

    /** Whether values of the feature may be shown: none of its texts held what a detector looks for. */
    public boolean mayShow(@Nullable String feature) {
        return rules != null && !rules.heldSecrets(feature);
    }

    /** Whether this is about all events of the source. */
    public boolean isWhole() {
        return traffic != null;
    }
}
