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
import io.streamgauge.checks.SilenceSettings;
import io.streamgauge.checks.StalenessSettings;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.topology.ingest.Ingest;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.ingest.IngestOutput;
import io.streamgauge.topology.ingest.LiveValue;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Silence;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.state.MemoryState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hours of silence are allowed; records are written a second after their event; the wall clock starts at midnight. */
class SilenceTest {
    private static final String SILENCE = "silence-seconds";
    private static final Duration JUST_BEFORE_THREE = Duration.ofMinutes(179);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @TempDir
    private Path state;

    private final InMemoryRegistry registry = new InMemoryRegistry();

    private Monitor live() {
        return new Monitor(settings(), state);
    }

    @Test
    void aSourceThatIsSilentAsAWholeFiresByTheWallClock() {
        try (var monitor = live()) {
            monitor.send(hour(0)).afterSilenceOf(JUST_BEFORE_THREE);
            assertThat(monitor.alerts()).isEmpty();

            monitor.afterSilenceOf(TWO_MINUTES).afterSilenceOf(Duration.ofHours(20));

            assertThat(monitor.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.phase()).isEqualTo(Phase.FIRING);
                assertThat(alert.kind()).isEqualTo("staleness");
                assertThat(alert.score().window().startMs()).isEqualTo(timeMs("2:00"));
                assertThat(alert.score().measurement().value()).isEqualTo(2 * 3600 + 18.0);
                assertThat(alert.score().note())
                        .isEqualTo("no event after 2024-03-01T00:59:42Z, where at most 2h is allowed");
            });
            assertThat(monitor.closedWindows())
                    .as("nothing else is judged")
                    .extracting(window -> window.window().series())
                    .containsExactly("1h early");
        }
    }

    @Test
    void whatComesAfterAllIsCountedWhereItBelongsAndEndsTheAlert() {
        try (var monitor = live()) {
            monitor.send(hour(0)).afterSilenceOf(Duration.ofHours(6));
            monitor.send(hour(1)).send(hour(2)).send(hour(3)).send(event().at("4:10"));

            assertThat(monitor.alerts(SILENCE)).extracting(Alert::phase).containsExactly(Phase.FIRING, Phase.RESOLVED);
            assertThat(monitor.scores("effect-size"))
                    .filteredOn(score -> "x".equals(score.feature()))
                    .extracting(score -> score.measurement().n())
                    .containsExactly(200L, 200L, 200L, 200L);
        }
    }

    /** By event time alone the same alert comes, once the events go on. */
    @Test
    void aReplayWithoutAWallClockGivesTheSameAlert() {
        List<Event> log = new ArrayList<>(hour(0));
        log.add(event().at("7:10"));
        log.addAll(hour(8));
        Alert byClock;
        try (var monitor = live()) {
            byClock = monitor.send(hour(0))
                    .afterSilenceOf(Duration.ofHours(4))
                    .alerts(SILENCE)
                    .get(0);
        }
        var ends = new BoundedInput(Map.of(new TopicPartition(Fixtures.EVENTS, 0), log.size() - 1L));
        try (var monitor = new Monitor(settings(ends, model(baseline(), 1, "PT1H")), state.resolve("replay"))) {
            Alert byEvents = monitor.send(log).alerts(SILENCE).get(0);

            assertThat(byEvents.id()).isEqualTo(byClock.id());
            assertThat(byEvents.phase()).isEqualTo(Phase.FIRING);
            assertThat(byEvents.episodeStartMs()).isEqualTo(byClock.episodeStartMs());
            assertThat(byEvents.score().measurement().value())
                    .isEqualTo(byClock.score().measurement().value());
        }
    }

    @Test
    void aLiveSilenceThatIsOverIsNotAlertedAgainByTheWindowsThatFollow() {
        try (var monitor = live()) {
            monitor.send(hour(0)).afterSilenceOf(Duration.ofHours(6));
            monitor.send(event().at("6:10")).send(hour(7)).send(hour(8)).send(event().at("9:10"));

            assertThat(monitor.alerts(SILENCE)).extracting(Alert::phase).containsExactly(Phase.FIRING, Phase.RESOLVED);
            assertThat(monitor.alerts(SILENCE))
                    .extracting(Alert::id)
                    .containsOnly(monitor.alerts(SILENCE).get(0).id());
        }
    }

    @Test
    void learntSilenceFiresWithinTheExpectedGapAndAMinute() {
        ModelSettings plain = model(baseline(), 1, "PT1H");
        var learned =
                new StalenessSettings(Map.of("features", SilenceSettings.learned(Fixtures.BUDGET)), null, null, null);
        ModelSettings model = plain.withChecks(plain.checks().withStaleness(learned));
        try (var monitor = new Monitor(settings(null, model), state)) {
            // training had an event in every minute
            monitor.send(hour(0)).afterSilenceOf(Duration.ofMinutes(62));
            assertThat(monitor.alerts()).isEmpty();
            monitor.afterSilenceOf(Duration.ofMinutes(2));

            assertThat(monitor.alerts()).singleElement().satisfies(alert -> {
                double expected = alert.score().measurement().threshold();
                assertThat(expected).isBetween(60.0, 240.0);
                assertThat(alert.score().measurement().value()).isBetween(expected, expected + 60);
                assertThat(alert.message()).contains("; no event after 2024-03-01T00:59:42Z, where at most ");
            });
        }
    }

    private static SourcePartition partition(int number) {
        return new SourcePartition(Fixtures.MODEL, Source.FEATURES, Fixtures.EVENTS, number);
    }

    private static Silence silence(int partition, String newest, String until) {
        return new Silence(partition(partition), timeMs(newest), timeMs(until), 9, new TreeMap<>());
    }

    private static Mark mark(int partition, String watermark) {
        return new Mark(partition(partition), Mark.Kind.WATERMARK, timeMs(watermark), new Accounting(10, 10, 0, 0, 9));
    }

    @Test
    void aSourceIsSilentOnlyIfAllOfItsPartitionsAre() {
        try (var monitor = new Monitor(settings(null, model(baseline(), 2, "PT1H")), state)) {
            monitor.assess(silence(0, "1:00", "9:00"));
            assertThat(monitor.alerts()).isEmpty();

            monitor.assess(silence(1, "2:00", "3:30"));
            assertThat(monitor.alerts()).as("the newest event counts").isEmpty();

            monitor.assess(mark(0, "3:55")).assess(silence(1, "2:00", "9:00"));
            assertThat(monitor.alerts()).as("the other one has awoken").isEmpty();

            monitor.assess(silence(0, "4:00", "9:00"));
            assertThat(monitor.alerts())
                    .singleElement()
                    .satisfies(
                            alert -> assertThat(alert.score().window().endMs()).isEqualTo(timeMs("7:00")));
        }
    }

    @Test
    void aPartitionThatNeverHadAnEventDoesNotHideThatTheOthersAreSilent() {
        try (var monitor = new Monitor(settings(null, model(baseline(), 2, "PT1H")), state)) {
            monitor.assess(new Silence(partition(1), Mark.UNKNOWN, Long.MAX_VALUE, -1, new TreeMap<>()));
            assertThat(monitor.alerts()).isEmpty();

            monitor.assess(silence(0, "1:00", "9:00"));
            assertThat(monitor.alerts()).hasSize(1);
        }
    }

    /** The monitor was away for a day, the events were not. */
    @Test
    void aMonitorThatWasAwayReadsBeforeItSaysThatNothingCame() {
        var said = new ArrayList<IngestOutput>();
        ModelSettings model = model(baseline(), 1, "PT1H");
        var definition = new IngestDefinition(
                model, model.source(Source.FEATURES), settings(null, model), registry, TopologyMeter.NONE);
        var kept = new MemoryState<LiveValue>("panes");
        var before = new Ingest(definition, 0, kept, said::add, timeMs("0:00"));
        List<Event> events = hour(0);
        for (int offset = 0; offset < events.size(); offset++) {
            Event event = events.get(offset);
            before.process(offset, event.recordMs(), null, event.bytes(registry), null, timeMs("1:00"));
        }
        before.settle();
        before.lookForSilence(timeMs("1:05"));
        assertThat(silences(said)).hasSize(1);
        said.clear();

        var after = new Ingest(definition, 0, kept, said::add, timeMs("25:00"));
        after.lookForSilence(timeMs("25:00"));
        Event next = event().at("1:10");
        after.process(events.size(), next.recordMs(), null, next.bytes(registry), null, timeMs("25:00"));
        after.lookForSilence(timeMs("25:00"));

        assertThat(silences(said)).isEmpty();
        after.lookForSilence(timeMs("25:01"));
        assertThat(silences(said)).extracting(Silence::untilMs).containsExactly(timeMs("25:00"));
    }

    private static List<Silence> silences(List<IngestOutput> said) {
        return said.stream()
                .filter(IngestOutput.ToAssess.class::isInstance)
                .map(out -> ((IngestOutput.ToAssess) out).record())
                .filter(Silence.class::isInstance)
                .map(Silence.class::cast)
                .toList();
    }
}
