package io.streamgauge.app.demo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.app.demo.flight.FlightSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelayModelTest {

    private static final long MORNING = Instant.parse("2001-03-01T08:00:00Z").toEpochMilli();
    private static final long EVENING = Instant.parse("2001-03-01T20:00:00Z").toEpochMilli();

    @Test
    void trainingAgainGivesTheCommittedModelToTheBit() throws IOException {
        try (var committed = DelayModel.class.getResourceAsStream(DelayModel.RESOURCE)) {
            assertThat(committed).isNotNull();
            assertThat(TrainDelayModel.trained().toJson())
                    .isEqualTo(new String(committed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void loadedModelIsTheCommittedOne() throws IOException {
        assertThat(DelayModel.load().toJson())
                .isEqualTo(TrainDelayModel.trained().toJson());
    }

    @Test
    void expectsMoreLateFlightsInTheEvening() {
        var model = DelayModel.load();
        assertThat(model.lateProbability(EVENING, 500, "ORD", "LGA"))
                .isGreaterThan(model.lateProbability(MORNING, 500, "ORD", "LGA"));
    }

    @Test
    void takesAnUnknownAirportForAnAverageOne() {
        var weights = new double[DelayInputs.NAMES.size()];
        weights[DelayInputs.NAMES.indexOf("originEffect")] = 1;
        var model = new DelayModel("1", weights, new AirportEffects(Map.of("ORD", 0.5)), new AirportEffects(Map.of()));

        assertThat(model.lateProbability(MORNING, 500, "ord", "LGA")).isEqualTo(0.5);
        assertThat(model.lateProbability(MORNING, 500, "ORD", "LGA")).isEqualTo(1 / (1 + Math.exp(-0.5)));
    }

    @Test
    void takesKilometresForMiles() {
        var model = DelayModel.load();
        assertThat(model.lateProbability(MORNING, 2000 * 1.609344, "ORD", "SFO"))
                .isNotCloseTo(model.lateProbability(MORNING, 2000, "ORD", "SFO"), within(0.005));
    }

    @Test
    void ranksLaterFlightsBetterThanChance() {
        assertThat(areaUnderCurveAfterTraining()).isBetween(0.62, 0.64);
    }

    @Test
    void refusesAnotherNumberOfWeights() {
        var none = new AirportEffects(Map.of());
        assertThatThrownBy(() -> new DelayModel("7", new double[2], none, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delay model 7 must have 9 weights, got: 2");
    }

    /** Share of the pairs (late flight, punctual flight) of February to June in which the late one has the higher score. */
    private static double areaUnderCurveAfterTraining() {
        record Outcome(double score, boolean late) {}
        var outcomes = new ArrayList<Outcome>();
        var model = DelayModel.load();
        try (var sample = FlightSample.open()) {
            sample.forEachRemaining(f -> {
                if (f.departureMs() >= TrainDelayModel.TRAINING_END.toEpochMilli()) {
                    var score = model.lateProbability(f.departureMs(), f.distanceMiles(), f.origin(), f.destination());
                    outcomes.add(new Outcome(score, f.late()));
                }
            });
        }
        outcomes.sort(Comparator.comparingDouble(Outcome::score));
        var punctual = 0L;
        var pairs = 0.0;
        for (var outcome : outcomes) {
            if (outcome.late()) {
                pairs += punctual;
            } else {
                punctual++;
            }
        }
        return pairs / punctual / (outcomes.size() - punctual);
    }
}
