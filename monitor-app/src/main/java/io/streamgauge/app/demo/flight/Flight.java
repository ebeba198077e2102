package io.streamgauge.app.demo.flight;

import java.time.Duration;

/**
 * One recorded flight: what was known at departure, and how it ended.
 *
 * @param number position in the sample, counted from 0; the flights are in the order of departure
 * @param departureMs scheduled departure. The record holds the airport's local time; the demo reads it as UTC.
 * @param delayMinutes how much later than planned it arrived; negative if it was early
 * @param distanceMiles length of the route
 * @param origin airport code, upper case
 * @param destination airport code, upper case
 */
public record Flight(
        int number, long departureMs, int delayMinutes, int distanceMiles, String origin, String destination) {

    /** A flight that arrives more than this many minutes behind schedule is late, as the US authorities count it. */
    public static final int LATE_AFTER_MINUTES = 15;

    private static final int ID_DIGITS = 6;
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final int TAXI_AND_CLIMB_MINUTES = 30;
    private static final int CRUISE_MILES_PER_HOUR = 480;

    // A handful of recorded delays are a day too small; nothing lands before it has left.
    private static final int SHORTEST_FLIGHT_MINUTES = 15;

    public Flight {
        if (number < 0 || distanceMiles <= 0 || origin.isEmpty() || destination.isEmpty()) {
            throw new IllegalArgumentException(
                    "flight %d: number must be >= 0, distance > 0 and airports given, got: %d miles, '%s' to '%s'"
                            .formatted(number, distanceMiles, origin, destination));
        }
    }

    /** Joins the flight's events: the same in all three topics and in every replay. */
    public String id() {
        String digits = Integer.toString(number);
        return "F" + "0".repeat(Math.max(0, ID_DIGITS - digits.length())) + digits;
    }

    public boolean late() {
        return delayMinutes > LATE_AFTER_MINUTES;
    }

    /**
     * When the outcome becomes known: departure + 30 min + distance / 480 mph + delay, to the minute, and never less
     * than 15 minutes after departure. (The record has no landing time.)
     */
    public long landingMs() {
        var cruise = Math.round(distanceMiles * 60.0 / CRUISE_MILES_PER_HOUR);
        var minutes = Math.max(SHORTEST_FLIGHT_MINUTES, TAXI_AND_CLIMB_MINUTES + cruise + delayMinutes);
        return departureMs + minutes * MINUTE_MS;
    }
}
