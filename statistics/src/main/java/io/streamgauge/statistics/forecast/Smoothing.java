package io.streamgauge.statistics.forecast;

/**
 * How fast a {@link HoltWinters} model follows its series.
 *
 * @param level alpha, in [0, 1]: the weight of the newest value in the level
 * @param trend beta*, in [0, 1]: the weight of the newest change of the level in the trend
 * @param season gamma, in [0, 1]: the weight of the newest value in its season
 * @param damping phi, in (0, 1]: what is left of the trend one step later; 1 without damping
 */
public record Smoothing(double level, double trend, double season, double damping) {

    /** Checks the ranges. */
    public Smoothing {
        require("level", level);
        require("trend", trend);
        require("season", season);
        require("damping", damping);
    }

    private static void require(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("smoothing of the " + what + " must lie in [0, 1], got " + value);
        }
    }
}
