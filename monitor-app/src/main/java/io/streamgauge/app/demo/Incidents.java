package io.streamgauge.app.demo;

import io.streamgauge.app.demo.Incident.ExpectedAlert;
import io.streamgauge.app.demo.flight.Flight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What goes wrong in the demo, and when (event time, UTC): the one place where the incidents are defined. They lie apart
 * from one another and from holidays, so that each alert has one cause.
 */
public final class Incidents {

    private static final double KILOMETRES_PER_MILE = 1.609344;
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final int MALFORMED_ONE_IN = 1000;

    static final Incident KILOMETRES = new Incident(
            "distance in kilometres",
            "distance",
            Instant.parse("2001-03-12T00:00:00Z"),
            Instant.parse("2001-03-14T00:00:00Z"),
            List.of(drift("distance"), skew("distance", "1.609344 x training (miles to kilometres)")),
            Set.of("predictions"));

    /** Summer time begins on 1 April 2001 at 2 in the morning; the feature pipeline learns of it two days later. */
    static final Incident WINTER_TIME = new Incident(
            "timetable an hour behind",
            "scheduled",
            Instant.parse("2001-04-01T02:00:00Z"),
            Instant.parse("2001-04-03T00:00:00Z"),
            List.of(skew("scheduled", "-1 h: another time zone")),
            Set.of("predictions"));

    static final Incident LOWER_CASE = new Incident(
            "origin in lower case",
            "origin",
            Instant.parse("2001-04-09T00:00:00Z"),
            Instant.parse("2001-04-10T00:00:00Z"),
            List.of(drift("origin"), skew("origin", "upper and lower case")),
            Set.of("predictions"));

    static final Incident SILENCE = new Incident(
            "no feature events",
            null,
            Instant.parse("2001-05-15T09:00:00Z"),
            Instant.parse("2001-05-15T15:00:00Z"),
            List.of(new ExpectedAlert("staleness", "features", null, "")),
            Set.of("features"));

    static final Incident STALE_CACHE = new Incident(
            "stale cache of distances",
            "distance",
            Instant.parse("2001-05-22T00:00:00Z"),
            Instant.parse("2001-05-23T00:00:00Z"),
            List.of(skew("distance", "a stale cache")),
            Set.of("predictions"));

    // Malformed records are rejected and change no profile: they excuse no drift alert.
    static final Incident MALFORMED = new Incident(
            "malformed records",
            null,
            Instant.parse("2001-06-18T00:00:00Z"),
            Instant.parse("2001-06-25T00:00:00Z"),
            List.of(new ExpectedAlert("quality", "features", null, "")),
            Set.of());

    private Incidents() {}

    /** All of them, in the order of time. */
    public static List<Incident> all() {
        return List.of(KILOMETRES, WINTER_TIME, LOWER_CASE, SILENCE, STALE_CACHE, MALFORMED);
    }

    private static ExpectedAlert drift(String feature) {
        return new ExpectedAlert("drift", "features", feature, "");
    }

    private static ExpectedAlert skew(String feature, String words) {
        return new ExpectedAlert("skew", "reference", feature, words);
    }

    /**
     * The features as the flawed pipeline hands them to the model and to the features topic.
     *
     * @param before the last flight that left before this one did
     */
    static ServedFeatures served(Flight flight, Flight before) {
        var distance = (double) flight.distanceMiles();
        var origin = flight.origin();
        var scheduledMs = flight.departureMs();
        if (KILOMETRES.covers(flight.departureMs())) {
            distance *= KILOMETRES_PER_MILE;
        }
        if (STALE_CACHE.covers(flight.departureMs())) {
            distance = before.distanceMiles();
        }
        if (LOWER_CASE.covers(flight.departureMs())) {
            origin = origin.toLowerCase(Locale.ROOT);
        }
        if (WINTER_TIME.covers(flight.departureMs())) {
            scheduledMs -= HOUR_MS;
        }
        return new ServedFeatures(scheduledMs, distance, origin, flight.destination());
    }

    /** Whether the feature event is lost; the prediction and the label of the flight are not. */
    static boolean silenced(Flight flight) {
        return SILENCE.covers(flight.departureMs());
    }

    /** Whether a malformed record comes beside the flight's good one: it does for every thousandth flight. */
    static boolean addsMalformed(Flight flight) {
        return MALFORMED.covers(flight.departureMs()) && flight.number() % MALFORMED_ONE_IN == 0;
    }

    /** What the model was given for one flight. */
    record ServedFeatures(long scheduledMs, double distance, String origin, String destination) {}
}
