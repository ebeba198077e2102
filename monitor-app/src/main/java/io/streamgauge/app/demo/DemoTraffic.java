package io.streamgauge.app.demo;

import io.streamgauge.app.demo.flight.Flight;
import io.streamgauge.app.demo.flight.FlightSample;
import io.streamgauge.app.demo.model.DelayModel;
import io.streamgauge.schemas.serde.SchemaRegistry;
import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which records does the airline write, and when? For each flight of the sample a feature event and a prediction at
 * departure, from {@link #TRAINING_START} on what training makes of it, and a label when it has landed; all topics merged in the order of event time. Made one record at a time;
 * the same on every run. Incidents are part of it. Not thread-safe; close it when done.
 */
public final class DemoTraffic implements Iterator<TimedRecord>, Closeable {

    public static final String MODEL = "flight-delay";
    public static final String FEATURES_TOPIC = "flights.features";
    public static final String PREDICTIONS_TOPIC = "flights.predictions";
    public static final String LABELS_TOPIC = "flights.labels";
    public static final String TRAINING_TOPIC = "flights.training";

    /** Event times of the month that the model and the baseline come from, and of the replay; ends are exclusive. */
    public static final Instant BASELINE_START = Instant.parse("2001-01-01T00:00:00Z");

    public static final Instant REPLAY_START = Instant.parse("2001-02-01T00:00:00Z");
    public static final Instant REPLAY_END = Instant.parse("2001-07-01T00:00:00Z");

    /** From this departure on the training pipeline writes what it computes, so that it can be compared. */
    public static final Instant TRAINING_START = Instant.parse("2001-03-10T00:00:00Z");

    /** How many records of the whole replay are malformed, all of them in the features topic. */
    public static final int MALFORMED_RECORDS = 15;

    private final FlightSample flights;
    private final FlightEvents events;
    private final long startMs;
    private final long endMs;

    private final ArrayDeque<TimedRecord> due = new ArrayDeque<>();
    private final PriorityQueue<Flight> inTheAir =
            new PriorityQueue<>(Comparator.comparingLong(Flight::landingMs).thenComparingInt(Flight::number));
    private @Nullable Flight departing;
    /** The last flight so far, and the last one that left before it did. */
    private Flight latest;

    private Flight before;
    private int malformed;

    private DemoTraffic(SchemaRegistry registry, Instant start, Instant end) {
        flights = FlightSample.open();
        events = new FlightEvents(DelayModel.load(), registry);
        startMs = start.toEpochMilli();
        endMs = end.toEpochMilli();
        latest = flights.next();
        before = latest;
        departing = latest;
    }

    /** The events of January, from which the baseline is built. */
    public static DemoTraffic january(SchemaRegistry registry) {
        return new DemoTraffic(registry, BASELINE_START, REPLAY_START);
    }

    /** The events from February to June, with the incidents. */
    public static DemoTraffic replay(SchemaRegistry registry) {
        return replay(registry, REPLAY_START, REPLAY_END);
    }

    /** The part of them that begins and ends at these event times; flights that are in the air at the beginning land. */
    static DemoTraffic replay(SchemaRegistry registry, Instant from, Instant end) {
        return new DemoTraffic(registry, from, end);
    }

    @Override
    public boolean hasNext() {
        while (due.isEmpty()) {
            var landing = inTheAir.peek();
            var leaving = departing;
            if (landing != null && (leaving == null || landing.landingMs() <= leaving.departureMs())) {
                land(inTheAir.remove());
            } else if (leaving != null) {
                depart(leaving);
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public TimedRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the traffic has ended");
        }
        return due.remove();
    }

    /** How many of the records handed out so far were malformed. */
    public int malformed() {
        return malformed;
    }

    @Override
    public void close() {
        flights.close();
    }

    private void depart(Flight flight) {
        inTheAir.add(flight);
        before = latest.departureMs() < flight.departureMs() ? latest : before;
        latest = flight;
        departing = flights.hasNext() ? flights.next() : null;
        if (departing != null && departing.departureMs() >= endMs) {
            departing = null;
        }
        if (flight.departureMs() < startMs) {
            return;
        }
        var served = Incidents.served(flight, before);
        if (!Incidents.silenced(flight)) {
            due.add(events.features(flight, served));
        }
        if (Incidents.addsMalformed(flight)) {
            var kinds = MalformedKind.values();
            due.add(events.malformed(flight, served, kinds[malformed++ % kinds.length]));
        }
        due.add(events.prediction(flight, served));
        if (flight.departureMs() >= TRAINING_START.toEpochMilli()) {
            due.add(events.training(flight));
        }
    }

    private void land(Flight flight) {
        if (startMs <= flight.landingMs() && flight.landingMs() < endMs) {
            due.add(events.label(flight));
        }
    }
}
