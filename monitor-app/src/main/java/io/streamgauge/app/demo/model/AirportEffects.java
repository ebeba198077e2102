package io.streamgauge.app.demo.model;

import java.util.Map;

/**
 * By how much do the log odds of a late arrival at (or from) an airport differ from the average? Known airports have an
 * effect learned in training; any other name counts as average, 0.
 */
record AirportEffects(Map<String, Double> logOdds) {

    AirportEffects {
        logOdds = Map.copyOf(logOdds);
    }

    double of(String airport) {
        return logOdds.getOrDefault(airport, 0.0);
    }
}
