package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What every event has to keep.
 *
 * @param name {@code FLOAT_TYPE_BIG_FLOAT} (TFDV's names where it has one), {@code rule:<name>} of a row predicate, {@code
 *     text:<detector>}
 * @param feature null if the rule is about several
 * @param tolerated share of a window's events that may break it, 0 to 1
 * @param acceptance how the schema would have to change to accept the events that break it; null if it cannot. {@code {present}} stands
 *     for the share of events that keep the rule
 */
public record EventRule(
        String name,
        @Nullable String feature,
        Severity severity,
        Action action,
        double tolerated,
        @Nullable String acceptance,
        EventTest test) {
    public EventRule {
        if (!(tolerated >= 0 && tolerated <= 1)) {
            throw new IllegalArgumentException(
                    "rule '%s' must tolerate a share of 0 to 1, got %s".formatted(name, tolerated));
        }
    }

    /** The same, but at least so large a share of the events may break it. */
    public EventRule tolerating(double share) {
        return new EventRule(name, feature, severity, action, Math.max(tolerated, share), acceptance, test);
    }

    public EventRule withSeverity(Severity other) {
        return new EventRule(name, feature, other, action, tolerated, acceptance, test);
    }

    /** Name and feature: what counts are kept under. */
    public String id() {
        return feature == null ? name : name + " " + feature;
    }
}
