package io.streamgauge.app.view;

import org.jspecify.annotations.Nullable;

/**
 * How one model stands.
 *
 * @param version of the latest score; null before the first
 * @param series how many lines of scores there are, over all features, slices, checks and window sizes
 * @param moved how many of them are above their threshold in their latest window
 * @param windows how many window marks have been seen
 * @param latestWindowEndMs event time up to which some source of the model is judged; null before the first window
 */
public record ModelSummary(
        String model,
        @Nullable String version,
        State state,
        int firing,
        int pending,
        int series,
        int moved,
        long windows,
        @Nullable Long latestWindowEndMs) {

    /** The worst thing that is true of the model. */
    public enum State {
        FIRING,
        PENDING,
        STEADY,
        /** Configured, but no score has come yet. */
        WAITING
    }
}
