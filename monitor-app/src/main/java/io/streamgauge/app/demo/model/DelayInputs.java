package io.streamgauge.app.demo.model;

import java.time.Duration;
import java.util.List;

/** What the delay model multiplies its weights with: the one place that training and serving share. */
final class DelayInputs {

    /** Names of the inputs in the order of the vector that {@link #of} returns. */
    static final List<String> NAMES = List.of(
            "intercept",
            "logDistance",
            "logDistanceSquared",
            "daySine",
            "dayCosine",
            "halfDaySine",
            "halfDayCosine",
            "originEffect",
            "destinationEffect");

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    // Near the median route, so that the logarithm and its square are not collinear.
    private static final double USUAL_DISTANCE = 500;

    private DelayInputs() {}

    static double[] of(long departureMs, double distance, double originEffect, double destinationEffect) {
        var logDistance = StrictMath.log(distance / USUAL_DISTANCE);
        var angle = 2 * StrictMath.PI * (departureMs % DAY_MS) / DAY_MS;
        return new double[] {
            1,
            logDistance,
            logDistance * logDistance,
            StrictMath.sin(angle),
            StrictMath.cos(angle),
            StrictMath.sin(2 * angle),
            StrictMath.cos(2 * angle),
            originEffect,
            destinationEffect
        };
    }
}
