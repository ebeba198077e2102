package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.model;
import static io.streamgauge.topology.Fixtures.settings;
import static io.streamgauge.topology.Fixtures.timeMs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.checks.Score;
import io.streamgauge.statistics.inference.Verdict;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.settings.BoundedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flow as a whole: what comes out of the real topology for what goes in. */
class MonitorTopologyTest {
    @TempDir
    private Path state;

    private Monitor monitor() {
        return new Monitor(settings(), state);
    }

    private static BoundedInput endingAt(long lastOffset) {
        return new BoundedInput(Map.of(new TopicPartition(Fixtures.EVENTS, 0), lastOffset));
    }

    @Test
    void aBatchSaysWhatItsEventsSayOneByOne(@TempDir Path otherState) {
        var events = new ArrayList<Event>();
        for (int hour = 0; hour < 3; hour++) {
            events.addAll(hour(hour));
        }
        events.add(event().at("0:30")); // late
        events.add(event().at("3:10"));
        try (var apart = monitor();
                var together = new Monitor(settings(), otherState)) {
            apart.send(events);
            int third = events.size() / 3;
            together.sendAsBatch(events.subList(0, third)).sendAsBatch(events.subList(third, events.size()));

            assertThat(together.scoresAndMarks())
                    .isEqualTo(apart.scoresAndMarks())
                    .isNotEmpty();
            assertThat(together.profiles()).isEqualTo(apart.profiles()).isNotEmpty();
            assertThat(together.marks()).isEqualTo(apart.marks()).isNotEmpty();
        }
    }

    @Test
    void trafficAsInTheBaselineIsSteadyAndRaisesNoAlert() {
        try (var monitor = monitor()) {
            for (int hour = 0; hour < 6; hour++) {
                monitor.send(hour(hour));
            }
            monitor.send(event().at("6:10"));

            assertThat(monitor.closedWindows()).hasSize(6);
            assertThat(monitor.scores("effect-size")).hasSize(12).allSatisfy(score -> {
                assertThat(score.measurement().exceeds()).isFalse();
                assertThat(score.measurement().n()).isEqualTo(Fixtures.EVENTS_PER_HOUR);
            });
            assertThat(monitor.alerts()).isEmpty();
        }
    }

    @Test
    void driftFiresAfterTwoOfThreeWindowsAndResolvesAfterTwoCalmOnes() {
        try (var monitor = monitor()) {
            monitor.send(hour(0)).send(hour(1, 0.5)).send(hour(2)).send(hour(3, 0.5));
            monitor.send(hour(4)).send(hour(5)).send(event().at("6:10"));

            List<Alert> alerts = monitor.alerts("effect-size");
            assertThat(alerts).extracting(Alert::phase).containsExactly(Phase.PENDING, Phase.FIRING, Phase.RESOLVED);
            assertThat(alerts)
                    .extracting(alert -> alert.score().window().startMs())
                    .containsExactly(timeMs("1:00"), timeMs("3:00"), timeMs("5:00"));
            assertThat(alerts.get(1).history()).containsExactly(Verdict.MOVED, Verdict.STEADY, Verdict.MOVED);
            assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
            assertThat(alerts).extracting(Alert::episodeStartMs).containsOnly(timeMs("1:00"));
            assertThat(alerts).allSatisfy(alert -> {
                assertThat(alert.kind()).isEqualTo("drift");
                assertThat(alert.score().feature()).isEqualTo("x");
            });
        }
    }

    @Test
    void aSilentSourceIsStaleOnceItsEventTimeMovesOn() {
        try (var monitor = monitor()) {
            monitor.send(hour(0)).send(event().at("4:10")).send(hour(5));
            monitor.send(event().at("6:10"));

            assertThat(monitor.alerts("silence-seconds"))
                    .extracting(Alert::phase)
                    .containsExactly(Phase.FIRING, Phase.RESOLVED);
            Score stale = monitor.alerts("silence-seconds").get(0).score();
            assertThat(stale.window().endMs()).isEqualTo(timeMs("3:00"));
            assertThat(stale.measurement().value()).isEqualTo(2 * 3600 + 18.0);
        }
    }

    @Test
    void lateEventsAreCountedAndInNoProfile() {
        try (var monitor = monitor()) {
            monitor.send(hour(0)).send(event().at("1:30"));
            monitor.send(
                    event().at("0:50"), event().at("0:10"), event().at("1:24").writtenAt("1:30"));
            monitor.send(event().at("2:10"));

            assertThat(monitor.marks().get(monitor.marks().size() - 1).accounting())
                    .isEqualTo(new Accounting(205, 202, 3, 0, 204));
            assertThat(monitor.scores("effect-size"))
                    .extracting(score -> score.measurement().n())
                    .containsExactly(200L, 200L, 1L, 1L);
        }
    }

    @Test
    void eventsOutOfOrderWithinTheLatenessGiveTheSameScores() {
        List<Event> inOrder = new ArrayList<>(hour(0));
        inOrder.addAll(hour(1, 0.3));
        List<Event> jumbled = new ArrayList<>();
        // runs of 15 events span four and a half minutes, the lateness is five
        for (int from = 0; from < inOrder.size(); from += 15) {
            List<Event> run = new ArrayList<>(inOrder.subList(from, Math.min(from + 15, inOrder.size())));
            Collections.shuffle(run, new Random(from));
            jumbled.addAll(run);
        }

        assertThat(numbersOf(jumbled)).hasSize(2 * Fixtures.SCORES_PER_WINDOW).isEqualTo(numbersOf(inOrder));
    }

    private List<Object> numbersOf(List<Event> events) {
        try (var monitor = monitor()) {
            monitor.send(events).send(event().at("2:10"));
            return monitor.scores().stream()
                    .<Object>map(
                            score -> List.of(score.metric(), score.window(), score.measurement(), score.contributors()))
                    .toList();
        }
    }

    @Test
    void aSilentPartitionSaysOnceThatItIsIdleAndWakesWithAMark() {
        try (var monitor = monitor()) {
            monitor.send(event().at("0:10"), event().at("0:20"));
            monitor.afterSilenceOf(Duration.ofSeconds(20));
            assertThat(monitor.marks()).extracting(Mark::kind).containsExactly(Mark.Kind.WATERMARK);

            monitor.afterSilenceOf(Duration.ofSeconds(11)).afterSilenceOf(Duration.ofMinutes(5));
            assertThat(monitor.marks()).extracting(Mark::kind).containsExactly(Mark.Kind.WATERMARK, Mark.Kind.IDLE);
            assertThat(monitor.marks().get(1).watermarkMs()).isEqualTo(timeMs("0:15"));

            monitor.send(event().at("0:30"));
            assertThat(monitor.marks())
                    .extracting(Mark::kind)
                    .containsExactly(Mark.Kind.WATERMARK, Mark.Kind.IDLE, Mark.Kind.WATERMARK);
        }
    }

    @Test
    void aPartitionThatNeverSpokeIsIdleToo() {
        try (var monitor = monitor()) {
            monitor.afterSilenceOf(Duration.ofSeconds(31));

            assertThat(monitor.marks())
                    .extracting(Mark::kind, Mark::watermarkMs)
                    .containsExactly(tuple(Mark.Kind.IDLE, Mark.UNKNOWN));
        }
    }

    @Test
    void theEndOfABoundedInputClosesEverything() {
        try (var monitor = new Monitor(settings(endingAt(399), model(baseline(), 1, "PT1H", "PT3H")), state)) {
            monitor.send(hour(0)).send(hour(1));

            assertThat(monitor.marks().get(monitor.marks().size() - 1).kind()).isEqualTo(Mark.Kind.ENDED);
            assertThat(monitor.closedWindows())
                    .extracting(
                            mark -> mark.window().size(), mark -> mark.window().startMs())
                    .containsExactly(
                            tuple(Duration.ofHours(1), timeMs("0:00")),
                            tuple(Duration.ofHours(1), timeMs("1:00")),
                            tuple(Duration.ofHours(3), timeMs("0:00")));
        }
    }

    @Test
    void theWallClockPlaysNoPartInABoundedInput() {
        try (var monitor = new Monitor(settings(endingAt(399), model(baseline(), 1, "PT1H")), state)) {
            monitor.send(hour(0)).afterSilenceOf(Duration.ofHours(1));

            assertThat(monitor.marks()).extracting(Mark::kind).containsOnly(Mark.Kind.WATERMARK);
        }
    }

    @Test
    void anEmptyBoundedPartitionEndsByItself() {
        try (var monitor = new Monitor(settings(endingAt(-1), model(baseline(), 1, "PT1H")), state)) {
            monitor.afterSilenceOf(Duration.ofSeconds(5));

            assertThat(monitor.marks()).extracting(Mark::kind).containsExactly(Mark.Kind.ENDED);
        }
    }

    /** A producer that goes on after the end was looked up must not change what was counted. */
    @Test
    void whatComesBehindTheEndOfABoundedInputIsLeftAlone() {
        try (var monitor = new Monitor(settings(endingAt(199), model(baseline(), 2, "PT1H")), state)) {
            monitor.send(hour(0));
            var before = monitor.shuffled();
            monitor.send(hour(0, 0.5));

            assertThat(monitor.shuffled()).hasSameSizeAs(before);
        }
    }

    @Test
    void everyWindowSizeIsAssessedAtItsOwnEnd() {
        try (var monitor = new Monitor(settings(null, model(baseline(), 1, "PT3H", "PT1H")), state)) {
            for (int hour = 0; hour < 4; hour++) {
                monitor.send(hour(hour));
            }
            monitor.send(event().at("4:10"));

            assertThat(monitor.closedWindows())
                    .filteredOn(mark -> mark.window().size().equals(Duration.ofHours(3)))
                    .extracting(WindowMark::window)
                    .singleElement()
                    .satisfies(window -> assertThat(window.startMs()).isEqualTo(timeMs("0:00")));
            assertThat(monitor.closedWindows()).hasSize(5);
            assertThat(monitor.scores("effect-size"))
                    .filteredOn(score -> score.window().size().equals(Duration.ofHours(3)))
                    .allSatisfy(score -> assertThat(score.measurement().n()).isEqualTo(600));
        }
    }

    @Test
    void twoModelsOnOneTopicAreJudgedEachByItsBaseline() {
        var settings = settings(null, model(baseline(), 1, "PT1H"), model(Fixtures.baseline("other"), 1, "PT1H"));
        try (var monitor = new Monitor(settings, state)) {
            monitor.send(hour(0)).send(event().at("1:10"));

            assertThat(monitor.scores("effect-size"))
                    .extracting(
                            score -> score.subject().model(),
                            Score::feature,
                            score -> score.provenance().baselineId())
                    .containsExactlyInAnyOrder(
                            tuple("m", "x", baseline().id()),
                            tuple("m", "c", baseline().id()),
                            tuple("other", "x", Fixtures.baseline("other").id()),
                            tuple("other", "c", Fixtures.baseline("other").id()));
        }
    }
}
