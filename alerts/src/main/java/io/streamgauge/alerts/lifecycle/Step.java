package io.streamgauge.alerts.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What one window did to an alert.
 *
 * @param next where it stands now
 * @param announced what is to be told, null if nothing changed for a reader
 * @param episodeStartMs start of the first window of the episode that the announcement is about
 */
public record Step(AlertState next, @Nullable Phase announced, long episodeStartMs) {
    static Step silent(AlertState next) {
        return new Step(next, null, 0);
    }
}
