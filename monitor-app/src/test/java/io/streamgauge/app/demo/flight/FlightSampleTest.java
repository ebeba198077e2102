package io.streamgauge.app.demo.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class FlightSampleTest {

    private static final int LARGEST_FILE = 4 << 20;

    @Test
    void holdsEveryEighthOfThreeMillionFlightsInTheOrderOfDeparture() {
        try (var sample = FlightSample.open()) {
            var count = 0;
            var previous = Long.MIN_VALUE;
            while (sample.hasNext()) {
                var flight = sample.next();
                assertThat(flight.number()).isEqualTo(count++);
                assertThat(flight.departureMs()).isGreaterThanOrEqualTo(previous);
                previous = flight.departureMs();
            }
            assertThat(count).isEqualTo(3_000_000 / FlightSample.KEEP_ONE_IN);
            assertThatThrownBy(sample::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void startsWithTheFirstFlightOfTheYear() {
        try (var sample = FlightSample.open()) {
            var departure = Instant.parse("2001-01-01T00:01:00Z").toEpochMilli();
            assertThat(sample.next()).isEqualTo(new Flight(0, departure, 33, 2176, "LAS", "PHL"));
        }
    }

    /** The documentation quotes this sum, so that whoever makes the sample anew can tell whether it is the same. */
    @Test
    void isTheDocumentedFile() throws IOException, NoSuchAlgorithmException {
        try (var file = FlightSample.class.getResourceAsStream(FlightSample.RESOURCE)) {
            assertThat(file).isNotNull();
            assertThat(file.available()).isLessThan(LARGEST_FILE);
            var digest = MessageDigest.getInstance("SHA-256").digest(new GZIPInputStream(file).readAllBytes());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("c1fed86aed75951fd9c72bf6876df5cf47094d5387d2dffbd29cdb09fdf804ad");
        }
    }
}
