package io.streamgauge.schemas.contract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a feature is expected beyond, or not expected in spite of, the default environments: a label when serving. */
public record Environments(Set<String> in, Set<String> notIn) {
    public static final Environments DEFAULT = new Environments(Set.of(), Set.of());

    public Environments {
        in = Set.copyOf(in);
        notIn = Set.copyOf(notIn);
    }

    /** Whether the feature belongs to {@code environment}; without one, every feature does. */
    public boolean expectedIn(@Nullable String environment, List<String> defaults) {
        if (environment == null || in.contains(environment)) {
            return true;
        }
        return !notIn.contains(environment) && defaults.contains(environment);
    }
}
