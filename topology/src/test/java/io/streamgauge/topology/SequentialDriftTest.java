package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.model;
import static io.streamgauge.topology.Fixtures.settings;
import static io.streamgauge.topology.Fixtures.timeMs;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.checks.Score;
import io.streamgauge.topology.settings.ModelSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift judged by all windows since it may have begun, in the real topology with the real store. */
class SequentialDriftTest {
    /** The mean rises by 0.14 standard deviations. */
    private static final DoubleUnaryOperator SLIGHTLY_MORE = x -> Math.pow(x, 0.85);

    @TempDir
    private Path state;

    /** 20 steady hours, 60 that are slightly more, 30 steady ones. */
    private static List<Event> events() {
        var events = new ArrayList<Event>();
        for (int hour = 0; hour < 110; hour++) {
            boolean more = hour >= 20 && hour < 80;
            events.addAll(hour(hour, more ? SLIGHTLY_MORE : x -> x));
        }
        events.add(event().at("110:10"));
        return events;
    }

    private Monitor monitor(ModelSettings model) {
        return new Monitor(settings(null, model), state);
    }

    @Test
    void aSmallDriftThatLastsIsOneAlertThatEndsWithIt() {
        try (var monitor = monitor(Fixtures.sequential(model(baseline(), 1, "PT1H")))) {
            monitor.send(events());

            List<Alert> alerts = monitor.alerts("e-process");
            assertThat(alerts).extracting(Alert::phase).containsExactly(Phase.PENDING, Phase.FIRING, Phase.RESOLVED);
            assertThat(alerts).allSatisfy(alert -> {
                assertThat(alert.kind()).isEqualTo("drift");
                assertThat(alert.score().feature()).isEqualTo("x");
            });
            assertThat(alerts.get(0).score().window().startMs()).isBetween(timeMs("21:00"), timeMs("45:00"));
            assertThat(alerts.get(2).score().window().startMs()).isBetween(timeMs("80:00"), timeMs("105:00"));
            assertThat(alerts.get(0).message()).contains("level above the baseline");
            assertThat(monitor.scores("e-process")).hasSize(220);
        }
    }

    @Test
    void noSingleWindowShowsIt() {
        try (var monitor = monitor(Fixtures.driftBy("js-divergence", 0, model(baseline(), 1, "PT1H")))) {
            monitor.send(events());

            assertThat(monitor.scores("js-divergence")).hasSize(220);
            assertThat(monitor.alerts("js-divergence")).isEmpty();
        }
    }

    @Test
    void steadyTrafficHasNoEvidence() {
        try (var monitor = monitor(Fixtures.sequential(model(baseline(), 1, "PT1H")))) {
            for (int hour = 0; hour < 60; hour++) {
                monitor.send(hour(hour));
            }

            assertThat(monitor.alerts()).isEmpty();
            assertThat(monitor.scores("e-process"))
                    .hasSizeGreaterThan(100)
                    .noneMatch(score -> score.measurement().exceeds());
        }
    }

    /** What is remembered lives in the store alone: a task that starts again goes on from there. */
    @Test
    void evidenceSurvivesARestart() {
        List<Score> undisturbed = new ArrayList<>();
        List<Event> events = events().subList(0, 50 * Fixtures.EVENTS_PER_HOUR);
        try (var monitor = monitor(Fixtures.sequential(model(baseline(), 1, "PT1H")))) {
            monitor.send(events);
            undisturbed.addAll(monitor.scores("e-process"));
        }
        try (var monitor = monitor(Fixtures.sequential(model(baseline(), 1, "PT1H")))) {
            for (int i = 0; i < events.size(); i++) {
                monitor.send(events.get(i));
                if (i % 150 == 0) {
                    monitor.forgetLiveObjects();
                }
            }

            assertThat(monitor.scores("e-process")).isEqualTo(undisturbed).hasSizeGreaterThan(90);
        }
    }

    /** A version of which nothing comes any more is not remembered for ever; one that pauses for a while is. */
    @Test
    void aVersionThatPausesGoesOnAndOneThatIsGoneBeginsAnew() {
        try (var monitor = monitor(Fixtures.sequential(model(baseline(), 1, "PT1H")))) {
            sendVersion(monitor, 0);
            sendVersion(monitor, 1);
            sendVersion(monitor, 50);
            sendVersion(monitor, 51);
            sendVersion(monitor, 153);
            sendVersion(monitor, 154);
            monitor.send(event().at("155:10"));

            assertThat(evidence(monitor, "2")).hasSize(6);
            assertThat(evidence(monitor, "2").get(0)).isPositive();
            assertThat(evidence(monitor, "2").get(2))
                    .isGreaterThan(evidence(monitor, "2").get(1));
            assertThat(evidence(monitor, "2").get(4))
                    .isEqualTo(evidence(monitor, "2").get(0));
        }
    }

    /** Half an hour in which version 2 has something unusual, and one event of version 1. */
    private static void sendVersion(Monitor monitor, int hour) {
        long startMs = timeMs(hour + ":00");
        for (int i = 0; i < 30; i++) {
            monitor.send(event().atMs(startMs + i * 60_000L)
                    .version("2")
                    .feature("x", 0.45 + i * 0.02)
                    .feature("c", "a"));
        }
        monitor.send(event().atMs(startMs + 50 * 60_000L).feature("x", 0.5).feature("c", "b"));
    }

    private static List<Double> evidence(Monitor monitor, String version) {
        return monitor.scores("e-process").stream()
                .filter(score -> score.subject().version().equals(version))
                .filter(score -> "x".equals(score.feature()))
                .map(score -> score.measurement().value())
                .toList();
    }
}
