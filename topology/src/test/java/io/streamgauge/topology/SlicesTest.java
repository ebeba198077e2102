package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.model;
import static io.streamgauge.topology.Fixtures.settings;
import static io.streamgauge.topology.Fixtures.timeMs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.checks.Score;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.topology.settings.ModelSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices through the whole topology: by value (a, b and the rest), and by a predicate that nothing fulfils at training. */
class SlicesTest {
    private static final List<SliceSpec> SLICES =
            List.of(new SliceSpec.By("c", 2, null), new SliceSpec.Where("new", "c == 'z'", null));

    @TempDir
    Path state;

    private static ModelSettings sliced() {
        return model(baseline(SLICES), SLICES, 1, "PT1H");
    }

    /** An hour in which x of the events of one letter is larger. */
    private static List<Event> hourWithout(int hour, String letter, double shift) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < Fixtures.EVENTS_PER_HOUR; i++) {
            String own = i % 10 < 5 ? "a" : i % 10 < 8 ? "b" : "c";
            double number = (7919L * (hour * Fixtures.EVENTS_PER_HOUR + i) % 10007) / 10007.0;
            events.add(event().atMs(timeMs(hour + ":00") + i * 18_000L)
                    .feature("x", own.equals(letter) ? number + shift : number)
                    .feature("c", own));
        }
        return events;
    }

    @Test
    void calmTrafficIsCalmInEverySlice() {
        try (var monitor = new Monitor(settings(null, sliced()), state)) {
            for (int hour = 0; hour < 4; hour++) {
                monitor.send(hour(hour));
            }
            monitor.send(event().at("4:10"));

            assertThat(monitor.alerts()).isEmpty();
            assertThat(monitor.scores("effect-size"))
                    .filteredOn(score -> score.window().startMs() == timeMs("1:00") && "x".equals(score.feature()))
                    .extracting(
                            score -> score.subject().slice(),
                            score -> score.measurement().n(),
                            score -> score.measurement().nReference())
                    .containsExactly(
                            tuple("all", 200L, 9600L),
                            tuple("c=(other)", 40L, 1920L),
                            tuple("c=a", 100L, 4800L),
                            tuple("c=b", 60L, 2880L));
        }
    }

    @Test
    void whatMovesInOneSliceIsAnAlertOfThatSlice() {
        try (var monitor = new Monitor(settings(null, sliced()), state)) {
            monitor.send(hour(0)).send(hourWithout(1, "b", 0.4)).send(hourWithout(2, "b", 0.4));
            monitor.send(event().at("3:10"));

            assertThat(monitor.alerts("effect-size"))
                    .filteredOn(alert -> alert.phase() == Phase.FIRING)
                    .extracting(
                            alert -> alert.score().subject().slice(),
                            alert -> alert.score().feature())
                    .contains(tuple("c=b", "x"))
                    .doesNotContain(tuple("c=a", "x"), tuple("c=(other)", "x"));
        }
    }

    /** Drift against another slice's past would say nothing; what the values are worth can still be told. */
    @Test
    void aSliceThatTheBaselineDoesNotKnowHasQualityButNoDrift() {
        var unknown = model(baseline(), SLICES, 1, "PT1H");
        try (var monitor = new Monitor(settings(null, unknown), state)) {
            monitor.send(hour(0)).send(event().at("1:10"));

            assertThat(monitor.scores("effect-size"))
                    .extracting(score -> score.subject().slice())
                    .containsOnly("all");
            assertThat(monitor.scores("missing-share"))
                    .extracting(score -> score.subject().slice())
                    .contains("c=a", "c=b", "c=(other)");
        }
    }

    @Test
    void aSliceThatNothingFallsIntoCostsNothing() {
        try (var monitor = new Monitor(settings(null, sliced()), state)) {
            monitor.send(hour(0)).send(event().at("1:10"));

            assertThat(monitor.scores())
                    .extracting((Score score) -> score.subject().slice())
                    .doesNotContain("new");
        }
    }
}
