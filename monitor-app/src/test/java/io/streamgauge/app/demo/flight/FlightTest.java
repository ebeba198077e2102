package io.streamgauge.app.demo.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlightTest {

    private static final Instant DEPARTURE = Instant.parse("2001-02-01T10:00:00Z");

    @Test
    void landsAfterTaxiCruiseAndDelay() {
        // 30 min + 480 miles at 480 mph + 12 min
        assertThat(landing(480, 12)).isEqualTo("2001-02-01T11:42:00Z");
    }

    @Test
    void landsBeforeThePlannedTimeIfEarly() {
        assertThat(landing(480, -10)).isEqualTo("2001-02-01T11:20:00Z");
    }

    @Test
    void neverLandsBeforeItHasLeftEvenIfTheRecordedDelayIsADayTooSmall() {
        assertThat(landing(480, -1116)).isEqualTo("2001-02-01T10:15:00Z");
    }

    @Test
    void isLateOnlyBeyondFifteenMinutes() {
        assertThat(flight(480, 15).late()).isFalse();
        assertThat(flight(480, 16).late()).isTrue();
    }

    @Test
    void refusesARouteWithoutLength() {
        assertThatThrownBy(() -> flight(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("distance > 0")
                .hasMessageContaining("0 miles");
    }

    private static String landing(int miles, int delay) {
        return Instant.ofEpochMilli(flight(miles, delay).landingMs()).toString();
    }

    private static Flight flight(int miles, int delay) {
        return new Flight(0, DEPARTURE.toEpochMilli(), delay, miles, "LAS", "PHL");
    }
}
