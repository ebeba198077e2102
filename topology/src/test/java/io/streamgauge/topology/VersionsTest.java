package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.alerts.lifecycle.Alert;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
    @TempDir
    private Path state;

    @Test
    void eachVersionIsJudgedByItself() {
        try (var monitor = new Monitor(settings(), state)) {
            for (int hour = 0; hour < 2; hour++) {
                List<Event> first = hour(hour);
                List<Event> second = hour(hour, 0.5);
                for (int i = 0; i < first.size(); i++) {
                    monitor.send(first.get(i), second.get(i).version("2"));
                }
            }
            monitor.send(event().at("2:10"));

            assertThat(monitor.alerts("effect-size"))
                    .isNotEmpty()
                    .extracting(Alert::score)
                    .extracting(score -> score.subject().version(), score -> score.feature())
                    .containsOnly(tuple("2", "x"));
        }
    }

    @Test
    void eventsWithoutVersionAreOfTheBaselinesVersion() {
        try (var monitor = new Monitor(settings(), state)) {
            hour(0).forEach(event -> monitor.send(event, event.version("1")));
            monitor.send(event().at("1:10"));

            assertThat(monitor.scores("effect-size"))
                    .extracting(
                            score -> score.subject().version(),
                            score -> score.measurement().n())
                    .containsExactly(tuple("1", 400L), tuple("1", 400L));
        }
    }

    /** Late and rejected records belong to no version. */
    @Test
    void onlyTheBaselinesVersionAnswersForTheSourceAsAWhole() {
        try (var monitor = new Monitor(settings(), state)) {
            hour(0).forEach(event -> monitor.send(event.version("2")));
            monitor.send(event().at("1:10"));

            assertThat(monitor.scores())
                    .filteredOn(score -> score.feature() == null)
                    .extracting(score -> score.subject().version())
                    .containsExactly("1", "1");
        }
    }

    /** A field that was mapped by mistake, say a request id, must not fill the store. */
    @Test
    void theSeventeenthVersionOfAPaneIsCountedWithAllOthers() {
        try (var monitor = new Monitor(settings(), state)) {
            List<Event> events = hour(0);
            for (int i = 0; i < 100; i++) {
                monitor.send(events.get(i).version("v" + i));
            }
            for (int i = 100; i < 200; i++) {
                monitor.send(events.get(i).version("v" + i % 16));
            }
            monitor.send(event().at("1:10"));

            var counts = monitor.scores("effect-size").stream()
                    .filter(score -> "x".equals(score.feature()))
                    .map(score ->
                            tuple(score.subject().version(), score.measurement().n()))
                    .toList();
            assertThat(counts).hasSize(18).contains(tuple("(other)", 84L), tuple("v0", 7L), tuple("1", 0L));
        }
    }
}
