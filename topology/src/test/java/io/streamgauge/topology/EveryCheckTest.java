package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of a feature's values fires on its trouble and is silent on the same trouble in a dose that is tolerated. */
class EveryCheckTest {
    @TempDir
    private Path state;

    @ParameterizedTest
    @CsvSource({
        "missing-share, x, missing",
        "missing-share, c, missing",
        "mistyped-share, x, text",
        "mistyped-share, c, array",
        "not-finite-share, x, NaN",
        "not-finite-share, x, Infinity",
        "not-finite-share, x, -Infinity",
        "out-of-range-share, x, 17",
        "out-of-range-share, x, -17",
        "unseen-share, c, A",
        "unseen-share, c, 4.5",
        "effect-size, x, 0.25",
        "effect-size, c, b"
    })
    void firesOnTroubleAndIsSilentOnALittleOfIt(String metric, String feature, String trouble) {
        List<Alert> half = alerts(metric, feature, value(trouble), 2);
        List<Alert> little = alerts(metric, feature, value(trouble), 50);

        assertThat(half).extracting(Alert::phase).containsExactly(Phase.PENDING, Phase.FIRING);
        assertThat(half).extracting(alert -> alert.score().feature()).containsOnly(feature);
        assertThat(little).isEmpty();
    }

    private static @Nullable Object value(String trouble) {
        return switch (trouble) {
            case "missing" -> null;
            case "text" -> "not a number";
            case "array" -> List.of(1);
            default -> trouble.matches("[A-Zb]") ? trouble : Double.valueOf(trouble);
        };
    }

    private List<Alert> alerts(String metric, String feature, @Nullable Object trouble, int oneIn) {
        try (var monitor = new Monitor(settings(), state)) {
            for (int hour = 0; hour < 2; hour++) {
                List<Event> events = hour(hour);
                for (int i = 0; i < events.size(); i += oneIn) {
                    events.get(i).feature(feature, trouble);
                }
                monitor.send(events);
            }
            monitor.send(event().at("2:10"));
            return monitor.alerts(metric);
        }
    }
}
