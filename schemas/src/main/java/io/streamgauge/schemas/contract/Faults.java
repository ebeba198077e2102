package io.streamgauge.schemas.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contradictions while they are looked for. Not thread-safe. */
final class Faults {
    private final List<Contradiction> found = new ArrayList<>();

    List<Contradiction> found() {
        return List.copyOf(found);
    }

    void add(String path, @Nullable AnomalyType type, String message) {
        found.add(new Contradiction(path, type, message));
    }

    void add(String path, String message) {
        add(path, null, message);
    }

    void limits(String path, Limits limits) {
        if (limits.contradict()) {
            add(path, "min %d is above max %d".formatted(limits.min(), limits.max()));
        }
    }

    /** Limits of a count, which is never negative. */
    void counts(String path, Limits limits) {
        if (limits.min() != null && limits.min() < 0) {
            add(path, AnomalyType.INVALID_SCHEMA_SPECIFICATION, "min %d is negative".formatted(limits.min()));
        }
        if (limits.max() != null && limits.max() < 0) {
            add(path, AnomalyType.INVALID_SCHEMA_SPECIFICATION, "max %d is negative".formatted(limits.max()));
        }
        limits(path, limits);
    }

    void range(String path, @Nullable Double min, @Nullable Double max) {
        if (min != null && max != null && min > max) {
            add(path, "min %s is above max %s".formatted(min, max));
        }
        if ((min != null && min.isNaN()) || (max != null && max.isNaN())) {
            add(path, "NaN is no limit");
        }
    }

    /** A share of all, or none given. */
    void share(String path, @Nullable Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            add(path, AnomalyType.INVALID_SCHEMA_SPECIFICATION, "%s is not between 0 and 1".formatted(share));
        }
    }

    void notNegative(String path, @Nullable Double limit) {
        if (limit != null && !(limit >= 0)) {
            add(path, "nothing is at or below %s".formatted(limit));
        }
    }

    void twice(String path, List<String> values) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                twice.add(value);
            }
        }
        twice.forEach(value -> add(path, "'%s' is listed more than once".formatted(value)));
    }
}
