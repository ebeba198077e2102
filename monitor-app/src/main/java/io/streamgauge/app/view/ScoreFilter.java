package io.streamgauge.app.view;

import org.jspecify.annotations.Nullable;

/** Which scores to show: each part that is not null must be equal. */
public record ScoreFilter(
        @Nullable String model,
        @Nullable String source,
        @Nullable String check) {

    boolean accepts(ScoreRow score) {
        return matches(model, score.model()) && matches(source, score.source()) && matches(check, score.check());
    }

    static boolean matches(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
