package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.model;
import static io.streamgauge.topology.Fixtures.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.checks.Calibrations;
import io.streamgauge.checks.PipelineSettings;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalInput;
import io.streamgauge.topology.local.LocalMonitor;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.local.LocalReader;
import io.streamgauge.topology.local.LogOrder;
import io.streamgauge.topology.local.Scope;
import io.streamgauge.topology.local.StoredMonitor;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local run writes what the service writes. */
class LocalMonitorTest {
    /** An offset in the second hour, far enough for the first to be complete. */
    private static final int SILENT_AFTER = Fixtures.EVENTS_PER_HOUR + 50;

    private final InMemoryRegistry registry = new InMemoryRegistry();

    @TempDir
    private Path state;

    /** A record of an input topic; null is one without a value. */
    private record Sent(byte @Nullable [] value, long recordMs, Headers headers) {
        Sent(byte @Nullable [] value, long recordMs) {
            this(value, recordMs, new RecordHeaders());
        }
    }

    private static class Log implements LocalInput {
        private final int partition;
        private final List<Sent> records;
        private final InMemoryRegistry registry;

        Log(int partition, List<Sent> records, InMemoryRegistry registry) {
            this.partition = partition;
            this.records = records;
            this.registry = registry;
        }

        List<Sent> records() {
            return records;
        }

        @Override
        public int partition() {
            return partition;
        }

        @Override
        public String model() {
            return Fixtures.MODEL;
        }

        @Override
        public Source source() {
            return Source.FEATURES;
        }

        @Override
        public EventDecoder decoder(SourceMapping mapping) {
            return EventDecoders.of(mapping, registry);
        }

        @Override
        public void feed(LocalReader into) {
            for (int offset = 0; offset < records.size(); offset++) {
                Sent sent = records.get(offset);
                into.process(offset, sent.recordMs(), null, sent.value(), sent.headers());
            }
        }
    }

    /** Two days with drift, late events, other versions, garbage and silence in them. */
    private List<Sent> eventfulDays(long seed) {
        var random = new Random(seed);
        var records = new ArrayList<Sent>();
        for (int hour = 0; hour < 48; hour++) {
            if (hour % 13 == 5) {
                continue;
            }
            for (Event event : hour(hour, hour % 11 > 6 ? 0.4 : 0)) {
                records.add(sent(random.nextInt(20) == 0 ? event.version("2") : event));
                if (random.nextInt(500) == 0) {
                    records.add(new Sent(new byte[] {7}, event.recordMs()));
                }
            }
            records.add(sent(event().atMs(Fixtures.timeMs(hour + ":10")).writtenAt(hour + ":59")));
        }
        return records;
    }

    private Sent sent(Event event) {
        return new Sent(event.bytes(registry), event.recordMs());
    }

    private Written local(TopologySettings settings, List<List<Sent>> partitions) throws Exception {
        var written = new Written();
        var inputs = new ArrayList<LocalInput>();
        partitions.forEach(records -> inputs.add(new Log(inputs.size(), records, registry)));
        new LocalMonitor(settings, written).run(inputs);
        return written;
    }

    @Test
    void theSameLogGivesTheSameBytesAsTheService() throws Exception {
        assertLocalIsTheService(model(baseline(), 1, "PT1H", "PT3H"));
    }

    @Test
    void theSameLogGivesTheSameEvidenceAsTheService() throws Exception {
        assertLocalIsTheService(Fixtures.sequential(model(baseline(), 1, "PT1H", "PT3H")));
    }

    /** The same two days by two producers that number their records, with a gap now and then, and another schema on the second day. */
    private List<Sent> numberedDays(long seed) {
        var numbered = new ArrayList<Sent>();
        List<Sent> log = eventfulDays(seed);
        for (int i = 0; i < log.size(); i++) {
            var headers = new RecordHeaders();
            headers.add(PipelineSettings.PRODUCER_HEADER, ("p" + i / 3000).getBytes(UTF_8));
            headers.add(PipelineSettings.SEQUENCE_HEADER, ("" + (i + i / 700)).getBytes(UTF_8));
            numbered.add(new Sent(log.get(i).value(), log.get(i).recordMs(), headers));
            if (i == log.size() / 2) {
                Event wider = event().atMs(log.get(i).recordMs()).column("y", 1);
                numbered.add(new Sent(wider.bytes(registry), wider.recordMs(), headers));
            }
        }
        return numbered;
    }

    private static ModelSettings audited(ModelSettings model) {
        return model.withChecks(model.checks().withPipeline(new PipelineSettings(true, 0.001, 0.001, 0.001)));
    }

    @Test
    void theWayOfTheRecordsIsTheSameAsInTheService() throws Exception {
        assertLocalIsTheService(audited(model(baseline(), 1, "PT1H", "PT3H")), numberedDays(1));
    }

    @Test
    void theWayOfTheRecordsIsJudgedFromStoredPanesAsFromEvents() throws Exception {
        assertJudgedAlike(
                audited(model(baseline(), 1, "PT1H")), audited(model(baseline(), 1, "PT2H")), numberedDays(4));
    }

    private void assertLocalIsTheService(ModelSettings model) throws Exception {
        assertLocalIsTheService(model, eventfulDays(1));
    }

    private void assertLocalIsTheService(ModelSettings model, List<Sent> log) throws Exception {
        var bounded = new BoundedInput(Map.of(new TopicPartition(Fixtures.EVENTS, 0), log.size() - 1L));

        Written written = local(settings(null, model), List.of(log));

        try (var service = new Monitor(settings(bounded, model), registry, state)) {
            log.forEach(record -> service.send(null, record.value(), record.recordMs(), record.headers()));

            assertThat(written.scores).isEqualTo(service.scoresAndMarks()).hasSizeGreaterThan(1000);
            assertThat(written.profiles).isEqualTo(service.profiles());
            assertThat(inOrderOfKinds(written.alerts))
                    .isEqualTo(inOrderOfKinds(service.alertRecords()))
                    .hasSizeGreaterThan(10);
            assertThat(written.marks).isEqualTo(service.marks());
            assertThat(written.rejected)
                    .hasSameSizeAs(service.rejectedRecords())
                    .isNotEmpty();
        }
    }

    /** The service writes each kind to a topic of its own. */
    private static List<GenericRecord> inOrderOfKinds(List<GenericRecord> alerts) {
        return alerts.stream()
                .sorted(Comparator.comparing(alert -> alert.get("kind").toString()))
                .toList();
    }

    @Test
    void threadsDoNotShowInTheOutput() throws Exception {
        var settings = settings(null, model(baseline(), 4, "PT1H"));
        List<List<Sent>> partitions = List.of(
                eventfulDays(1), eventfulDays(2), List.of(), eventfulDays(3).subList(0, 900));

        Written once = local(settings, partitions);

        for (int again = 0; again < 3; again++) {
            Written other = local(settings, partitions);
            assertThat(other.scores).isEqualTo(once.scores).isNotEmpty();
            assertThat(other.alerts).isEqualTo(once.alerts).isNotEmpty();
            assertThat(other.marks).isEqualTo(once.marks);
        }
        assertThat(once.marks)
                .filteredOn(mark -> mark.kind() == Mark.Kind.ENDED)
                .extracting(mark -> mark.from().partition())
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    private void assertJudgedAlike(ModelSettings stored, ModelSettings candidate) throws Exception {
        assertJudgedAlike(stored, candidate, eventfulDays(4));
    }

    private void assertJudgedAlike(ModelSettings stored, ModelSettings candidate, List<Sent> log) throws Exception {
        List<GenericRecord> profiles = local(settings(null, stored), List.of(log)).profiles;
        Written replayed = local(settings(null, candidate), List.of(log));

        Written judged = judged(candidate, profiles, new Calibrations());

        assertThat(judged.scores).isEqualTo(replayed.scores).isNotEmpty();
        assertThat(judged.alerts).isEqualTo(replayed.alerts).isNotEmpty();
    }

    @Test
    void storedProfilesJudgedAgainGiveTheSameBytes() throws Exception {
        assertJudgedAlike(model(baseline(), 1, "PT1H"), model(baseline(), 1, "PT1H"));
    }

    @Test
    void largerWindowsAreJudgedFromStoredPanesAsFromEvents() throws Exception {
        assertJudgedAlike(model(baseline(), 1, "PT1H"), model(baseline(), 1, "PT2H", "PT3H"));
        assertJudgedAlike(model(baseline(), 1, "PT1H"), model(baseline(), 1, "PT6H"));
    }

    @Test
    void anotherRuleOfConfirmationIsJudgedFromStoredPanesAsFromEvents() throws Exception {
        ModelSettings patient = Fixtures.confirming(model(baseline(), 1, "PT1H"), new AlertPolicy("default", 3, 4, 1));

        assertJudgedAlike(model(baseline(), 1, "PT1H"), patient);
    }

    /** A check with memory rests on all windows before; they come from the panes in the same order. */
    @Test
    void anEProcessIsJudgedFromStoredPanesAsFromEvents() throws Exception {
        assertJudgedAlike(model(baseline(), 1, "PT1H"), Fixtures.sequential(model(baseline(), 1, "PT1H")));
        assertJudgedAlike(model(baseline(), 1, "PT1H"), Fixtures.sequential(model(baseline(), 1, "PT1H", "PT3H")));
    }

    @Test
    void silentPartsAreToldAsInTheService() throws Exception {
        assertLocalIsTheService(
                Fixtures.watchingParts(Duration.ofHours(1), model(baseline(), 1, "PT1H", "PT3H")), eventfulDays(2));
    }

    /** Where records lie is kept of 64 partitions; which of them were heard, of all. */
    @ParameterizedTest
    @ValueSource(ints = {2, 70})
    void silentPartsAreJudgedFromStoredPanesAsFromEvents(int partitions) throws Exception {
        ModelSettings stored = withPartitions(partitions, model(baseline(), 1, "PT1H"));
        ModelSettings candidate = Fixtures.watchingParts(Duration.ofHours(2), stored);
        List<List<Sent>> log = lastSilentFromThreeToEight(partitions);
        List<GenericRecord> profiles = local(settings(null, stored), log).profiles;
        Written replayed = local(settings(null, candidate), log);

        Written judged = judged(candidate, profiles, new Calibrations());

        assertThat(judged.scores).isEqualTo(replayed.scores);
        assertThat(judged.alerts).isEqualTo(replayed.alerts);
        List<GenericRecord> silent = judged.alerts.stream()
                .filter(alert -> alert.get("metric").toString().equals("partition-silence-seconds"))
                .toList();
        assertThat(silent)
                .extracting(alert -> alert.get("state").toString(), alert -> alert.get("windowStart"))
                .containsExactly(tuple("FIRING", Fixtures.timeMs("5:00")), tuple("RESOLVED", Fixtures.timeMs("10:00")));
        assertThat(silent.get(0).get("note").toString())
                .startsWith("partition " + (partitions - 1) + ": no event from ");
    }

    private static ModelSettings withPartitions(int number, ModelSettings model) {
        return model.withSources(List.of(model.source(Source.FEATURES).withPartitions(number)));
    }

    private List<List<Sent>> lastSilentFromThreeToEight(int partitions) {
        var logs = new ArrayList<List<Sent>>();
        for (int partition = 0; partition < partitions; partition++) {
            logs.add(new ArrayList<>());
        }
        for (int hour = 0; hour < 12; hour++) {
            List<Event> events = hour(hour);
            for (int i = 0; i < events.size(); i++) {
                boolean last = i % partitions == partitions - 1;
                if (!last || hour < 3 || hour >= 8) {
                    logs.get(i % partitions).add(sent(events.get(i)));
                }
            }
        }
        return logs;
    }

    @Test
    void windowsAreComparedWithTheirHourOfTheWeekFromStoredPanesAsFromEvents() throws Exception {
        ModelSettings model = model(Fixtures.longBaseline(), 1, "PT1H");

        assertJudgedAlike(model, Fixtures.byHourOfWeek(model));
    }

    @Test
    void otherBinsAreRefused() throws Exception {
        List<GenericRecord> profiles =
                local(settings(null, model(baseline(), 1, "PT1H")), List.of(eventfulDays(1))).profiles;
        ModelSettings coarse = model(Fixtures.coarseBaseline(), 1, "PT1H");
        try (var monitor = new StoredMonitor(settings(null, coarse), new Written(), new Calibrations())) {
            assertThatThrownBy(() -> profiles.forEach(monitor::process))
                    .hasMessage("the stored profiles of feature 'x' have other bins than the baseline");
        }
    }

    @Test
    void whatFailsWhileStoredPanesAreJudgedIsHeardOfByWhoeverFeedsThem() throws Exception {
        ModelSettings model = model(baseline(), 1, "PT1H");
        List<GenericRecord> profiles = local(settings(null, model), List.of(eventfulDays(1))).profiles;
        var full = new LocalOutput() {
            @Override
            public void score(AssessOutput.ToScores score) {
                throw new IllegalStateException("the disk is full");
            }
        };
        try (var monitor = new StoredMonitor(settings(null, model), full, new Calibrations())) {
            assertThatThrownBy(() -> {
                        profiles.forEach(monitor::process);
                        monitor.end();
                    })
                    .hasMessage("the disk is full");
        }
    }

    /** Whoever judges the same past by several rules fits what they have in common once. */
    @Test
    void calibrationsThatWereMadeForOtherRulesChangeNothing() throws Exception {
        ModelSettings model = model(baseline(), 1, "PT1H");
        List<GenericRecord> profiles = local(settings(null, model), List.of(eventfulDays(2))).profiles;
        var shared = new Calibrations();
        Written once = judged(model, profiles, shared);
        Written again = judged(model, profiles, shared);
        Written larger = judged(model(baseline(), 1, "PT2H"), profiles, shared);

        assertThat(again.scores).isEqualTo(once.scores).isNotEmpty();
        assertThat(larger.scores)
                .isEqualTo(judged(model(baseline(), 1, "PT2H"), profiles, new Calibrations()).scores)
                .isNotEmpty();
    }

    private static Written judged(ModelSettings model, List<GenericRecord> profiles, Calibrations calibrations) {
        var judged = new Written();
        try (var monitor = new StoredMonitor(settings(null, model), judged, calibrations)) {
            profiles.forEach(monitor::process);
            monitor.end();
        }
        return judged;
    }

    /** Live, partition 1 fell silent soon after its first hour; the others went on without it, and it came back too late. */
    @Test
    void aPartitionThatWasIdleLiveIsNotWaitedForInTheReplay() throws Exception {
        var awake = new Log(0, hours(0, 4), registry);
        var silent = new Log(1, hours(0, 4), registry) {
            @Override
            public void feed(LocalReader into) {
                for (int offset = 0; offset < records().size(); offset++) {
                    into.process(
                            offset,
                            records().get(offset).recordMs(),
                            null,
                            records().get(offset).value(),
                            null);
                    if (offset == SILENT_AFTER) {
                        into.idle();
                    }
                }
            }
        };
        LogOrder live = said ->
                said.from().partition() == 0 ? 1 : ((Mark) said).accounting().lastOffset() <= SILENT_AFTER ? 0 : 2;
        var written = new Written();

        new LocalMonitor(settings(null, model(baseline(), 2, "PT1H")), written, Scope.ALL, live)
                .run(List.of(awake, silent));

        assertThat(eventsByWindow(written)).containsExactly(400L, 200L, 200L, 200L);
        assertThat(eventsByWindow(
                        local(settings(null, model(baseline(), 2, "PT1H")), List.of(hours(0, 4), hours(0, 4)))))
                .containsExactly(400L, 400L, 400L, 400L);
    }

    /** Live, a wall clock said that nothing came any more; what was told then is told again where it stands in the log. */
    @Test
    void aSilenceThatWasToldLiveIsToldInTheReplay() throws Exception {
        var log = new ArrayList<Sent>(hours(0, 1));
        log.addAll(hours(7, 9));
        Duration untilThree = Duration.ofHours(3).plusSeconds(2);
        var replayed = new Written();
        var silent = new Log(0, log, registry) {
            @Override
            public void feed(LocalReader into) {
                for (int offset = 0; offset < records().size(); offset++) {
                    Sent sent = records().get(offset);
                    into.process(offset, sent.recordMs(), null, sent.value(), sent.headers());
                    if (offset == 199) {
                        into.idle();
                        into.silent(Fixtures.timeMs("3:00"));
                    }
                }
            }
        };

        new LocalMonitor(settings(null, model(baseline(), 1, "PT1H")), replayed).run(List.of(silent));

        try (var service = new Monitor(settings(), registry, state)) {
            log.subList(0, 200).forEach(record -> service.send(null, record.value(), record.recordMs()));
            service.afterSilenceOf(untilThree);
            log.subList(200, log.size()).forEach(record -> service.send(null, record.value(), record.recordMs()));

            List<GenericRecord> live = service.scoresAndMarks();
            assertThat(live.get(0).get("windows")).hasToString("1h early");
            assertThat(replayed.scores.subList(0, live.size())).isEqualTo(live);
            assertThat(inOrderOfKinds(replayed.alerts)).containsAll(service.alertRecords());
        }
    }

    private List<Sent> hours(int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .flatMap(hour -> Fixtures.hour(hour).stream())
                .map(this::sent)
                .toList();
    }

    private static List<Object> eventsByWindow(Written written) {
        return written.scores.stream()
                .filter(score -> !WindowMarkRecord.isOne(score))
                .filter(score -> "x".equals(String.valueOf(score.get("feature"))))
                .filter(score -> score.get("check").toString().equals("drift"))
                .map(score -> score.get("n"))
                .toList();
    }

    @Test
    void onlyWindowsInScopeAreJudged() throws Exception {
        var written = new Written();
        long fromMs = Fixtures.timeMs("2:00");
        Scope scope = (startMs, endMs) -> startMs >= fromMs;

        new LocalMonitor(settings(null, model(baseline(), 1, "PT1H")), written, scope, LogOrder.UNKNOWN)
                .run(List.of(new Log(0, hours(0, 5), registry)));

        assertThat(written.scores)
                .extracting(score -> (Long) score.get("windowStart"))
                .isNotEmpty()
                .allMatch(startMs -> startMs >= fromMs);
    }

    @Test
    void aBrokenInputEndsTheRunWithItsFailure() {
        var broken = new LocalInput() {
            @Override
            public String model() {
                return Fixtures.MODEL;
            }

            @Override
            public Source source() {
                return Source.FEATURES;
            }

            @Override
            public int partition() {
                return 1;
            }

            @Override
            public EventDecoder decoder(SourceMapping mapping) {
                return EventDecoders.of(mapping, registry);
            }

            @Override
            public void feed(LocalReader into) throws IOException {
                throw new IOException("disk gone");
            }
        };
        var whole = new Log(0, eventfulDays(1), registry);
        var monitor = new LocalMonitor(settings(null, model(baseline(), 2, "PT1H")), new Written());

        assertThatThrownBy(() -> monitor.run(List.of(whole, broken)))
                .isInstanceOf(IOException.class)
                .hasMessage("disk gone");
    }
}
