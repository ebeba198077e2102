package io.streamgauge.app.view;

import org.jspecify.annotations.Nullable;

/** Which alerts to show: each part that is not null must be equal. */
public record AlertFilter(
        @Nullable String model,
        @Nullable String state,
        @Nullable String kind) {

    boolean accepts(AlertRow alert) {
        return ScoreFilter.matches(model, alert.model())
                && ScoreFilter.matches(state, alert.state())
                && ScoreFilter.matches(kind, alert.kind());
    }
}
