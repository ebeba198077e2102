package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.model;
import static io.streamgauge.topology.Fixtures.settings;
import static io.streamgauge.topology.Fixtures.timeMs;
import static io.streamgauge.topology.Fixtures.watchingParts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.Score;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No part may be silent for more than two hours while others are not. What is missing is missing from three to eight. */
class SilentPartsTest {
    private static final List<SliceSpec> SLICES = List.of(new SliceSpec.By("c", 2, null));
    private static final Tuple[] ONE_ALERT = {tuple("FIRING", timeMs("5:00")), tuple("RESOLVED", timeMs("10:00"))};

    @TempDir
    private Path state;

    private static TopologySettings silenceOnly() {
        var silence = new CheckSettings(null, Map.of(), null, Map.of(), Map.of("features", Duration.ofHours(2)));
        ModelSettings model = model(baseline(SLICES), SLICES, 1, "PT1H").withChecks(silence);
        return settings(null, watchingParts(Duration.ofHours(2), model));
    }

    /** @param change makes of each event of a silent hour, and its number, what is sent in its place; null: nothing */
    private Monitor twelveHours(BiFunction<Event, Integer, Event> change) {
        var monitor = new Monitor(silenceOnly(), state);
        for (int hour = 0; hour < 12; hour++) {
            List<Event> events = hour(hour);
            for (int i = 0; i < events.size(); i++) {
                boolean silent = hour >= 3 && hour < 8;
                monitor.send(
                        silent ? change.apply(events.get(i), i) : events.get(i).version(i % 2 == 0 ? "1" : "2"));
            }
        }
        return monitor.send(event().at("12:10"));
    }

    private static List<Tuple> alerts(Monitor monitor, String metric) {
        return monitor.alerts(metric).stream()
                .map(alert -> tuple(alert.phase().name(), alert.score().window().startMs()))
                .toList();
    }

    @Test
    void aFeatureWithoutValuesIsTold() {
        try (Monitor monitor =
                twelveHours((event, i) -> event.version(i % 2 == 0 ? "1" : "2").feature("x", null))) {
            assertThat(alerts(monitor, "feature-silence-seconds")).containsExactly(ONE_ALERT);
            assertThat(monitor.alerts("feature-silence-seconds"))
                    .extracting(alert -> alert.score().feature())
                    .containsOnly("x");
            assertThat(monitor.alerts("feature-silence-seconds").get(0).message())
                    .contains(
                            "no value from 2024-03-01T03:00:00Z on for 3h in which others came, where at most 2h is allowed");
            assertThat(alerts(monitor, "version-silence-seconds")).isEmpty();
            assertThat(alerts(monitor, "slice-silence-seconds")).isEmpty();
        }
    }

    @Test
    void aVersionWithoutEventsIsTold() {
        try (Monitor monitor = twelveHours((event, i) -> event.version("1"))) {
            assertThat(alerts(monitor, "version-silence-seconds")).containsExactly(ONE_ALERT);
            assertThat(monitor.alerts("version-silence-seconds"))
                    .extracting(alert -> alert.score().subject().version())
                    .containsOnly("2");
            assertThat(alerts(monitor, "feature-silence-seconds")).isEmpty();
        }
    }

    @Test
    void aSliceWithoutEventsIsTold() {
        try (Monitor monitor =
                twelveHours((event, i) -> event.version(i % 2 == 0 ? "1" : "2").feature("c", "b"))) {
            assertThat(alerts(monitor, "slice-silence-seconds"))
                    .as("of c=a and of the rest")
                    .containsExactlyInAnyOrder(ONE_ALERT[0], ONE_ALERT[0], ONE_ALERT[1], ONE_ALERT[1]);
            assertThat(monitor.alerts("slice-silence-seconds"))
                    .extracting(alert -> alert.score().subject().slice())
                    .containsOnly("c=a", "c=(other)");
        }
    }

    /** Then the source itself is silent, and no part of it any more so than the others. */
    @Test
    void whileNothingComesAtAllNoPartIsSilent() {
        try (var monitor = new Monitor(silenceOnly(), state)) {
            for (int hour : new int[] {0, 1, 2, 9, 10}) {
                monitor.send(hour(hour));
            }
            monitor.send(event().at("11:10"));

            assertThat(monitor.alerts("silence-seconds")).isNotEmpty();
            assertThat(monitor.scores())
                    .filteredOn(score -> score.metric().endsWith("-silence-seconds"))
                    .hasSize(5 * 7)
                    .extracting(Score::measurement)
                    .allMatch(measurement -> measurement.value() == 0);
        }
    }
}
