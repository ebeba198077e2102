package io.streamgauge.app.demo;

import io.streamgauge.app.demo.Incidents.ServedFeatures;
import io.streamgauge.app.demo.flight.Flight;
import io.streamgauge.app.demo.model.DelayModel;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import java.time.Instant;
import java.util.Arrays;

/** The records that tell of one flight, in the airline's own Avro schemas. Not thread-safe. */
final class FlightEvents {

    // No registry gets this far by counting up.
    private static final int UNKNOWN_SCHEMA_ID = 2_000_000_001;

    // Fewer than the three letters of the destination: the reader runs out inside the last field.
    private static final int CUT_BYTES = 2;

    private static final long FAR_FUTURE_MS =
            Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private final DelayModel model;
    private final AvroWriter departures;
    private final AvroWriter predictions;
    private final AvroWriter arrivals;
    private final AvroWriter recomputed;

    FlightEvents(DelayModel model, SchemaRegistry registry) {
        this.model = model;
        departures = new AvroWriter("/demo/flight-departure.avsc", DemoTraffic.FEATURES_TOPIC, registry);
        predictions = new AvroWriter("/demo/delay-prediction.avsc", DemoTraffic.PREDICTIONS_TOPIC, registry);
        arrivals = new AvroWriter("/demo/flight-arrival.avsc", DemoTraffic.LABELS_TOPIC, registry);
        recomputed = new AvroWriter("/demo/flight-recomputed.avsc", DemoTraffic.TRAINING_TOPIC, registry);
    }

    TimedRecord features(Flight flight, ServedFeatures served) {
        return departure(flight, departureBytes(flight, served, flight.departureMs()));
    }

    TimedRecord prediction(Flight flight, ServedFeatures served) {
        var lateProbability =
                model.lateProbability(served.scheduledMs(), served.distance(), served.origin(), served.destination());
        var value = predictions.write(flight.id(), flight.departureMs(), model.version(), lateProbability);
        return new TimedRecord(DemoTraffic.PREDICTIONS_TOPIC, flight.id(), flight.departureMs(), value);
    }

    TimedRecord label(Flight flight) {
        var value = arrivals.write(flight.id(), flight.landingMs(), flight.late());
        return new TimedRecord(DemoTraffic.LABELS_TOPIC, flight.id(), flight.landingMs(), value);
    }

    /** What the training pipeline, in which nothing is wrong, makes of the flight. */
    TimedRecord training(Flight flight) {
        var value = recomputed.write(
                flight.id(),
                flight.departureMs(),
                flight.departureMs(),
                (double) flight.distanceMiles(),
                flight.origin(),
                flight.destination());
        return new TimedRecord(DemoTraffic.TRAINING_TOPIC, flight.id(), flight.departureMs(), value);
    }

    /** A broken copy of the flight's feature event, due at the same time. */
    TimedRecord malformed(Flight flight, ServedFeatures served, MalformedKind kind) {
        var good = departureBytes(flight, served, flight.departureMs());
        return departure(
                flight,
                switch (kind) {
                    case TRUNCATED -> Arrays.copyOf(good, good.length - CUT_BYTES);
                    case UNKNOWN_SCHEMA ->
                        WireFormat.encode(
                                UNKNOWN_SCHEMA_ID, Arrays.copyOfRange(good, WireFormat.HEADER_SIZE, good.length));
                    case FAR_FUTURE -> departureBytes(flight, served, FAR_FUTURE_MS);
                });
    }

    private byte[] departureBytes(Flight flight, ServedFeatures served, long departureMs) {
        return departures.write(
                flight.id(),
                departureMs,
                model.version(),
                served.scheduledMs(),
                served.distance(),
                served.origin(),
                served.destination());
    }

    private static TimedRecord departure(Flight flight, byte[] value) {
        return new TimedRecord(DemoTraffic.FEATURES_TOPIC, flight.id(), flight.departureMs(), value);
    }
}
