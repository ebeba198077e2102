package io.streamgauge.app.demo;

import io.streamgauge.app.demo.flight.Flight;
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
    private static final int MALFORMED_ONE_IN = 1000;

    static final Incident KILOMETRES = new Incident(
            "distance in kilometres",
            "features",
            "distance",
            Instant.parse("2001-03-12T00:00:00Z"),
            Instant.parse("2001-03-14T00:00:00Z"),
            "drift",
            Set.of("predictions"));

    static final Incident LOWER_CASE = new Incident(
            "origin in lower case",
            "features",
            "origin",
            Instant.parse("2001-04-09T00:00:00Z"),
            Instant.parse("2001-04-10T00:00:00Z"),
            "drift",
            Set.of("predictions"));

    static final Incident SILENCE = new Incident(
            "no feature events",
            "features",
            null,
            Instant.parse("2001-05-15T09:00:00Z"),
            Instant.parse("2001-05-15T15:00:00Z"),
            "staleness",
            Set.of("features"));

    // Malformed records are rejected and change no profile: they excuse no drift alert.
    static final Incident MALFORMED = new Incident(
            "malformed records",
            "features",
            null,
            Instant.parse("2001-06-18T00:00:00Z"),
            Instant.parse("2001-06-25T00:00:00Z"),
            "quality",
            Set.of());

    private Incidents() {}

    /** All of them, in the order of time. */
    public static List<Incident> all() {
        return List.of(KILOMETRES, LOWER_CASE, SILENCE, MALFORMED);
    }

    /** The features as the flawed pipeline hands them to the model and to the features topic. */
    static ServedFeatures served(Flight flight) {
        var distance = (double) flight.distanceMiles();
        var origin = flight.origin();
        if (KILOMETRES.covers(flight.departureMs())) {
            distance *= KILOMETRES_PER_MILE;
        }
        if (LOWER_CASE.covers(flight.departureMs())) {
            origin = origin.toLowerCase(Locale.ROOT);
        }
        return new ServedFeatures(distance, origin, flight.destination());
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
    record ServedFeatures(double distance, String origin, String destination) {}
}
