package io.streamgauge.app.demo.model;

import io.streamgauge.app.demo.flight.Flight;
import io.streamgauge.app.demo.flight.FlightSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Made the committed model: trains it on January of the sample. Argument: the file to write. */
public final class TrainDelayModel {

    /** Flights that left before this were trained on. */
    static final Instant TRAINING_END = Instant.parse("2001-02-01T00:00:00Z");

    private TrainDelayModel() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: TrainDelayModel DELAY-MODEL.json");
        }
        Files.writeString(Path.of(arguments[0]), trained().toJson());
    }

    static DelayModel trained() {
        return DelayModelTraining.train("1", january());
    }

    private static List<Flight> january() {
        try (var sample = FlightSample.open()) {
            var flights = new ArrayList<Flight>();
            var flight = sample.next();
            while (flight.departureMs() < TRAINING_END.toEpochMilli()) {
                flights.add(flight);
                flight = sample.next();
            }
            return flights;
        }
    }
}
