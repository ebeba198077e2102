package io.streamgauge.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "90s,PT90S",
        "5m,PT5M",
        "1h30m,PT90M",
        "1d,PT24H",
        "2w,PT336H",
        "250ms,PT0.25S",
        "PT5M,PT5M",
        "P1D,PT24H"
    })
    void readsWhatPeopleWrite(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "5 m", "-5m", "5M", "m", "1.5h", "P", "-PT5M", "999999999w", "9999999999s", "PT1Y"})
    void refusesTheRest(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
    }

    @Property(tries = 200)
    void readsWhatItWrites(@ForAll @LongRange(min = 0, max = 3_000_000_000_000L) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
    }
}
