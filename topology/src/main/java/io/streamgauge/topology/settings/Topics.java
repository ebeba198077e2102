package io.streamgauge.topology.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The topics that the monitor writes.
 *
 * @param partials from ingest to assess; internal
 * @param pairs rows of serving and training on the way to the task that joins them; internal
 * @param scores every number that a check computed, key = model; also from assess to alert
 * @param profiles merged profiles of each pane, for what-ifs and the dashboard
 * @param rejected records that could not be used
 * @param late events that came after their window, with their bytes; null: they are only counted
 * @param alertPrefix alerts of kind k go to {@code alertPrefix.k}
 */
public record Topics(
        String partials,
        String pairs,
        String scores,
        String profiles,
        String rejected,
        @Nullable String late,
        String alertPrefix) {
    /** Every kind of alert, and so every alert topic. */
    public static final List<String> ALERT_KINDS =
            List.of("drift", "skew", "staleness", "quality", "performance", "pipeline");

    /** The names that follow from the application id. */
    public static Topics of(String applicationId, String rejected, String alertPrefix) {
        return new Topics(
                applicationId + "-partials",
                applicationId + "-pairs",
                applicationId + "-scores",
                applicationId + "-profiles",
                rejected,
                null,
                alertPrefix);
    }

    /** The same, with a topic for late events. */
    public Topics withLate(@Nullable String topic) {
        return new Topics(partials, pairs, scores, profiles, rejected, topic, alertPrefix);
    }

    public String alerts(String kind) {
        return alertPrefix + "." + kind;
    }

    public List<String> allAlerts() {
        return ALERT_KINDS.stream().map(this::alerts).toList();
    }
}
