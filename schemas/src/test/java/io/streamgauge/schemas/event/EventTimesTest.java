package io.streamgauge.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {
    @ParameterizedTest
    @CsvSource({
        "2001-02-03T04:05:06Z, 2001-02-03T04:05:06Z",
        "2001-02-03T04:05:06.789Z, 2001-02-03T04:05:06.789Z",
        "2001-02-03T04:05:06.789123456Z, 2001-02-03T04:05:06.789Z",
        "2001-02-03T04:05:06, 2001-02-03T04:05:06Z",
        "2001-02-03 04:05:06, 2001-02-03T04:05:06Z",
        "2001-02-03T04:05, 2001-02-03T04:05:00Z",
        "2001-02-03, 2001-02-03T00:00:00Z",
        "2001-02-03T04:05:06+02:00, 2001-02-03T02:05:06Z",
        "2001-02-03T04:05:06+0200, 2001-02-03T02:05:06Z",
        "2001-02-03T04:05:06-07, 2001-02-03T11:05:06Z",
        "' 2001-02-03T04:05:06Z ', 2001-02-03T04:05:06Z",
    })
    void isoTextIsThatInstantAndUtcWithoutZone(String text, String instant) {
        assertThat(EventTimes.parse(text)).hasValue(Instant.parse(instant).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2001-13-01", "2001-02-30T00:00:00Z", "03.02.2001", "1700000000000", "T04:05"})
    void anythingElseIsNoTime(String text) {
        assertThat(EventTimes.parse(text)).isEmpty();
    }

    @Property(tries = 200)
    void everyInstantIsReadBack(@ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis) {
        assertThat(EventTimes.parse(Instant.ofEpochMilli(millis).toString())).hasValue(millis);
    }

    @Property(tries = 500)
    void noTextMakesItThrow(@ForAll String text) {
        EventTimes.parse(text);
    }
}
