package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.model;
import static io.streamgauge.topology.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.PipelineSettings;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Canary;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the records came: news, numbers, and whether every record is accounted for. */
class PipelineTest {
    @TempDir
    private Path state;

    private static TopologySettings audited() {
        ModelSettings model = model(baseline(), 1, "PT1H", "PT2H");
        return settings(null, model.withChecks(model.checks().withPipeline(new PipelineSettings(true, 0.0, 0.0, 0.0))));
    }

    private List<Alert> alerts(List<Event> events) {
        try (var monitor = new Monitor(audited(), state)) {
            monitor.send(events);
            monitor.send(event().at("6:10"));
            return pipeline(monitor);
        }
    }

    private static List<Alert> pipeline(Monitor monitor) {
        return monitor.alerts().stream()
                .filter(alert -> alert.kind().equals("pipeline"))
                .toList();
    }

    /** Hours of usual traffic, from the third hour on changed. */
    private static List<Event> changedInTheThirdHour(UnaryOperator<Event> change) {
        var events = new ArrayList<Event>();
        IntStream.range(0, 2).forEach(hour -> events.addAll(hour(hour)));
        IntStream.range(2, 5).forEach(hour -> hour(hour).forEach(event -> events.add(change.apply(event))));
        return events;
    }

    @Test
    void usualTrafficIsSilent() {
        assertThat(alerts(changedInTheThirdHour(event -> event))).isEmpty();
    }

    @Test
    void aNewWriterSchemaIsToldOnceWithWhatItChanged() {
        List<Alert> alerts = alerts(changedInTheThirdHour(event -> event.column("y", 1)));

        assertThat(alerts)
                .extracting(Alert::phase, alert -> alert.score().metric(), Alert::severity)
                .containsExactly(
                        tuple(Phase.FIRING, "new-schemas", Severity.INFO),
                        tuple(Phase.RESOLVED, "new-schemas", Severity.INFO));
        assertThat(alerts.get(0).message())
                .matches("m: features: new writer schema \\d+ \\(after 1: adds y \\(double\\)\\), window"
                        + " \\[2024-03-01T02:00:00Z, 2024-03-01T03:00:00Z\\); first: events-0@400");
    }

    @Test
    void aNewModelVersionIsToldOnce() {
        List<Alert> alerts = alerts(changedInTheThirdHour(event -> event.version("2")));

        assertThat(alerts)
                .extracting(Alert::phase, alert -> alert.score().note())
                .containsExactly(tuple(Phase.FIRING, "new model version 2"), tuple(Phase.RESOLVED, null));
    }

    @Test
    void aNewProducerIsToldOnceAndTheFirstOneIsNot() {
        List<Event> events = changedInTheThirdHour(
                event -> event.header("streamgauge-producer", event.eventMs() < Fixtures.timeMs("4:00") ? "a" : "b"));

        List<Alert> alerts = alerts(events);

        assertThat(alerts)
                .extracting(
                        Alert::phase,
                        alert -> alert.score().note(),
                        alert -> alert.score().evidence())
                .startsWith(tuple(Phase.FIRING, "new producer b", List.of(new OffsetRange("events", 0, 800, 800))));
        assertThat(alerts).hasSize(2);
    }

    private static List<Event> numbered(List<Event> events, UnaryOperator<Integer> number) {
        for (int i = 0; i < events.size(); i++) {
            events.get(i)
                    .header("streamgauge-producer", "pod-1")
                    .header("streamgauge-sequence", Integer.toString(number.apply(i)));
        }
        return events;
    }

    @Test
    void recordsThatAreNumberedWithoutGapsAreSilent() {
        assertThat(alerts(numbered(changedInTheThirdHour(event -> event), i -> i)))
                .isEmpty();
    }

    @Test
    void lostRepeatedAndReorderedRecordsAreCountedInTheirWindow() {
        List<Event> events = numbered(
                changedInTheThirdHour(event -> event),
                i -> i < 450 ? i : i < 500 ? i + 3 : i == 500 ? 451 : i == 501 ? 100 : i + 1);

        List<Alert> alerts = alerts(events);

        assertThat(alerts)
                .filteredOn(alert -> alert.phase() == Phase.FIRING)
                .extracting(
                        alert -> alert.score().note(),
                        alert -> alert.score().window().startMs())
                .containsExactlyInAnyOrder(
                        tuple("lost 2 of 201 of producer pod-1", Fixtures.timeMs("2:00")),
                        tuple("repeated 1 of 200 of producer pod-1", Fixtures.timeMs("2:00")),
                        tuple("reordered 1 of 200 of producer pod-1", Fixtures.timeMs("2:00")));
        assertThat(alerts).filteredOn(alert -> alert.phase() == Phase.RESOLVED).hasSize(3);
    }

    /** The headers of each record of a batch are its own. */
    @Test
    void aBatchCountsAsItsRecordsDo() {
        UnaryOperator<Integer> gap = i -> i < 450 ? i : i + 3;
        var registry = new InMemoryRegistry();
        List<Score> single;
        List<Score> batched;
        try (var monitor = new Monitor(audited(), registry, state.resolve("single"))) {
            monitor.send(numbered(changedInTheThirdHour(event -> event.column("y", 1)), gap));
            monitor.send(event().at("6:10"));
            single = monitor.scores();
        }
        try (var monitor = new Monitor(audited(), registry, state.resolve("batched"))) {
            monitor.sendAsBatch(numbered(changedInTheThirdHour(event -> event.column("y", 1)), gap));
            monitor.send(event().at("6:10"));
            batched = monitor.scores();
        }

        assertThat(batched).hasSameSizeAs(single);
        assertThat(batched.equals(single)).isTrue();
        assertThat(batched)
                .anyMatch(score -> score.metric().equals("lost-share")
                        && score.measurement().exceeds());
    }

    @Test
    void aRestartForgetsNothing() {
        try (var monitor = new Monitor(audited(), state)) {
            List<Event> events = numbered(changedInTheThirdHour(event -> event.column("y", 1)), i -> i);
            for (int i = 0; i < events.size(); i++) {
                monitor.send(events.get(i));
                if (i % 97 == 0) {
                    monitor.forgetLiveObjects();
                }
            }
            monitor.send(event().at("6:10"));

            assertThat(pipeline(monitor))
                    .extracting(alert -> alert.score().metric())
                    .containsExactly("new-schemas", "new-schemas");
        }
    }

    /** Late and rejected records are numbered, too: nothing is lost that was read. */
    @Test
    void lateAndRejectedRecordsAreNotLost() {
        try (var monitor = new Monitor(audited(), state)) {
            List<Event> events = numbered(changedInTheThirdHour(event -> event), i -> i);
            events.get(300).at("0:10").writtenAt("1:31");
            monitor.send(events.subList(0, 500));
            monitor.send(
                    null,
                    new byte[] {1},
                    events.get(500).recordMs(),
                    events.get(500).headers());
            monitor.send(events.subList(501, events.size()));
            monitor.send(event().at("6:10"));

            assertThat(monitor.scores("lost-share"))
                    .hasSize(5)
                    .allMatch(score -> score.measurement().value() == 0);
        }
    }

    @Test
    void aCanaryComesThroughAndCountsNowhereButInTheAccounts() {
        try (var monitor = new Monitor(audited(), state)) {
            monitor.send(hour(0));
            monitor.send(event().at("5:00").feature("x", 1e9).version("3").header("streamgauge-canary", "c-1"));
            monitor.send(
                    null,
                    new byte[] {1},
                    Fixtures.timeMs("1:00"),
                    event().header("streamgauge-canary", "c-2").headers());
            monitor.send(hour(1));
            monitor.send(event().at("2:10"));

            assertThat(monitor.shuffled())
                    .filteredOn(Canary.class::isInstance)
                    .extracting(record -> ((Canary) record).name(), record -> ((Canary) record).offset())
                    .containsExactly(tuple("c-1", 200L), tuple("c-2", 201L));
            assertThat(monitor.shuffled())
                    .filteredOn(Canary.class::isInstance)
                    .extracting(record -> ((Canary) record).rejection().isEmpty())
                    .containsExactly(true, false);
            assertThat(monitor.marks())
                    .last()
                    .extracting(Mark::accounting)
                    .isEqualTo(new Accounting(403, 401, 0, 1, 402, 1));
            assertThat(monitor.scores("effect-size"))
                    .isNotEmpty()
                    .allMatch(score -> score.subject().version().equals("1"))
                    .allMatch(score -> score.window().endMs() <= Fixtures.timeMs("2:00"));
            assertThat(monitor.scores("unaccounted-records"))
                    .hasSize(2)
                    .allMatch(score -> score.measurement().value() == 0);
        }
    }

    @Test
    void profilesThatDoNotHoldWhatWasProfiledAreTold() {
        long start = Fixtures.timeMs("0:00");
        var from = new SourcePartition(Fixtures.MODEL, Source.FEATURES, Fixtures.EVENTS, 0);
        try (var monitor = new Monitor(audited(), state)) {
            monitor.assess(
                    new TrafficPartial(from, new Window(start, Fixtures.timeMs("1:00")), 10, 0, 0, start + 1, 0, 9));
            monitor.assess(
                    new Mark(from, Mark.Kind.WATERMARK, Fixtures.timeMs("1:00"), new Accounting(13, 10, 0, 0, 12)));

            assertThat(pipeline(monitor))
                    .extracting(
                            Alert::phase,
                            Alert::severity,
                            alert -> alert.score().note())
                    .containsExactly(tuple(
                            Phase.FIRING,
                            Severity.CRITICAL,
                            "10 events were counted as profiled, and the profiles hold 0; 3 records read so far are neither"
                                    + " profiled nor late, rejected or canaries"));
        }
    }
}
