package io.streamgauge.app.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the incident report needs to know of an alert record; the fields are those of the Alert contract. */
public record AlertSeen(
        String id,
        String state,
        String kind,
        String check,
        @Nullable String feature,
        String model,
        String source,
        Instant windowStart,
        Instant windowEnd,
        String message) {

    boolean firing() {
        return state.equals("FIRING");
    }
}
