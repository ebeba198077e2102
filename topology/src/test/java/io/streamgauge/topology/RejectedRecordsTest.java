package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.settings;
import static io.streamgauge.topology.Fixtures.timeMs;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.serde.WireFormat;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.settings.TopologySettings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be used lands in the rejected topic and leaves no other trace. */
class RejectedRecordsTest {
    /** What comes out without any bad record; made once. */
    private static final List<GenericRecord> undisturbed = new ArrayList<>();

    @TempDir
    private Path state;

    /** A record that cannot be used, and the reason that must be given. */
    record Bad(String name, String reason, Value value) {
        /** Bytes that need the monitor's registry. */
        interface Value {
            byte @Nullable [] bytes(Monitor monitor);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> bad() {
        return Stream.of(
                new Bad("truncated Avro", "MALFORMED", monitor -> cut(good(monitor))),
                new Bad(
                        "trailing bytes",
                        "MALFORMED",
                        monitor -> Arrays.copyOf(good(monitor), good(monitor).length + 1)),
                new Bad("text", "MALFORMED", monitor -> "{\"id\": 1}".getBytes(UTF_8)),
                new Bad("empty", "MALFORMED", monitor -> new byte[0]),
                new Bad("unknown schema id", "UNKNOWN_SCHEMA", monitor -> WireFormat.encode(4711, new byte[] {0})),
                new Bad(
                        "year 2100",
                        "TS_FUTURE",
                        monitor -> at(
                                monitor, Instant.parse("2100-01-01T00:00:00Z").toEpochMilli())),
                new Bad("two hours ahead", "TS_FUTURE", monitor -> at(monitor, timeMs("2:40"))),
                new Bad("seconds", "TS_UNIT", monitor -> at(monitor, timeMs("0:30") / 1000)),
                new Bad("microseconds", "TS_UNIT", monitor -> at(monitor, timeMs("0:30") * 1000)),
                new Bad(
                        "year 1999",
                        "TS_PAST",
                        monitor -> at(
                                monitor, Instant.parse("1999-12-31T23:59:59Z").toEpochMilli())),
                new Bad("negative time", "TS_PAST", monitor -> at(monitor, -1)),
                new Bad("least time", "TS_PAST", monitor -> at(monitor, Long.MIN_VALUE)),
                new Bad("greatest time", "TS_FUTURE", monitor -> at(monitor, Long.MAX_VALUE)),
                new Bad("tombstone", "NO_VALUE", monitor -> null));
    }

    private static byte[] good(Monitor monitor) {
        return at(monitor, timeMs("0:30"));
    }

    private static byte[] at(Monitor monitor, long eventMs) {
        return event().atMs(eventMs).bytes(monitor.registry);
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 3);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isKeptWithItsReasonItsCoordinatesAndItsBytes(Bad bad) {
        try (var monitor = new Monitor(settings(), state)) {
            monitor.send(event().at("0:10"));
            byte[] value = bad.value().bytes(monitor);
            long offset = monitor.send("key".getBytes(UTF_8), value, timeMs("0:30"));
            monitor.send(null, value, timeMs("0:31"));

            List<GenericRecord> rejected = monitor.rejectedRecords();
            assertThat(rejected).hasSize(2);
            GenericRecord first = rejected.get(0);
            assertThat(first.get("reason")).hasToString(bad.reason());
            assertThat(first.get("topic")).hasToString(Fixtures.EVENTS);
            assertThat(first.get("partition")).isEqualTo(0);
            assertThat(first.get("offset")).isEqualTo(offset);
            assertThat(first.get("timestamp")).isEqualTo(timeMs("0:30"));
            assertThat(first.get("model")).hasToString("m");
            assertThat(first.get("source")).hasToString("features");
            assertThat(first.get("value")).isEqualTo(value == null ? null : ByteBuffer.wrap(value));
            assertThat(first.get("valueSize")).isEqualTo(value == null ? 0 : value.length);
            assertThat(first.get("key")).isEqualTo(ByteBuffer.wrap("key".getBytes(UTF_8)));
            assertThat(rejected.get(1).get("key")).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void leavesScoresAndAlertsOfTheGoodEventsAsTheyAre(Bad bad) {
        if (undisturbed.isEmpty()) {
            undisturbed.addAll(outputs(null));
        }
        assertThat(outputs(bad)).isEqualTo(undisturbed).hasSizeGreaterThan(20);
    }

    /** Everything but the share of rejected records and the offsets, which the bad records do move. */
    private List<GenericRecord> outputs(@Nullable Bad bad) {
        try (var monitor = new Monitor(settings(), state)) {
            for (int hour = 0; hour < 2; hour++) {
                List<Event> events = hour(hour, 0.5);
                for (int i = 0; i < events.size(); i++) {
                    if (bad != null && i % 20 == 3) {
                        byte[] value = bad.value().bytes(monitor);
                        monitor.send(null, value, timeMs("0:30"));
                    }
                    monitor.send(events.get(i));
                }
            }
            monitor.send(event().at("2:10"));
            var outputs = new ArrayList<GenericRecord>(monitor.scoreRecords());
            outputs.addAll(monitor.alertRecords());
            outputs.removeIf(record -> record.get("metric").toString().equals("rejected-share"));
            outputs.forEach(record -> record.put("evidence", List.of()));
            return outputs;
        }
    }

    @Test
    void aGoodEventWithoutKeyIsProfiled() {
        try (var monitor = new Monitor(settings(), state)) {
            monitor.send(null, event().at("0:30").bytes(monitor.registry), timeMs("0:30"));

            assertThat(monitor.rejectedRecords()).isEmpty();
        }
    }

    @Test
    void tooManyRejectedRecordsFireAtOnce() {
        try (var monitor = new Monitor(settings(), state)) {
            monitor.send(hour(0));
            for (int i = 0; i < 10; i++) {
                monitor.send(null, new byte[] {1}, timeMs("0:59"));
            }
            monitor.send(event().at("1:10"));

            assertThat(monitor.alerts("rejected-share")).singleElement().satisfies(alert -> {
                assertThat(alert.kind()).isEqualTo("quality");
                assertThat(alert.score().feature()).isNull();
                assertThat(alert.score().measurement().value()).isEqualTo(10 / 210.0);
            });
        }
    }

    @Test
    void whatIsRejectedBeforeTheFirstEventCountsInItsPane() {
        try (var monitor = new Monitor(settings(), state)) {
            for (int i = 0; i < 10; i++) {
                monitor.send(null, new byte[] {1}, timeMs("0:00"));
            }
            monitor.send(hour(0)).send(event().at("1:10"));

            assertThat(monitor.scores("rejected-share"))
                    .singleElement()
                    .satisfies(score -> assertThat(score.measurement().value()).isEqualTo(10 / 210.0));
        }
    }

    @Test
    void everyRecordIsProfiledLateOrRejected() {
        try (var monitor = new Monitor(settings(), state)) {
            monitor.send(hour(0)).send(null, new byte[] {1}, timeMs("0:59"));
            monitor.send(event().at("1:30"), event().at("0:10"));
            bad().map(bad -> bad.value().bytes(monitor))
                    .filter(Objects::nonNull)
                    .forEach(value -> monitor.send(null, value, timeMs("1:30")));
            monitor.send(event().at("2:10"));

            Accounting accounting =
                    monitor.marks().get(monitor.marks().size() - 1).accounting();
            assertThat(accounting.balances()).isTrue();
            assertThat(accounting.read()).isEqualTo(accounting.lastOffset() + 1);
            assertThat(accounting.rejected())
                    .isEqualTo(monitor.rejectedRecords().size());
        }
    }

    @Test
    void lateEventsAreKeptWhereATopicIsNamedAndOnlyThere() {
        TopologySettings plain = settings();
        var keeping = new TopologySettings(
                plain.models(), Fixtures.TOPICS.withLate("late"), plain.partialsPartitions(), null, 1000);
        try (var monitor = new Monitor(keeping, state)) {
            monitor.send(event().at("1:30"), event().at("0:10"), event().at("1:31"));

            assertThat(monitor.rejectedRecords()).isEmpty();
            assertThat(monitor.lateEvents("late")).singleElement().satisfies(late -> {
                assertThat(late.get("reason")).hasToString("LATE");
                assertThat(late.get("detail")).hasToString("4500000 ms behind the watermark");
                assertThat(late.get("offset")).isEqualTo(1L);
                assertThat(late.get("value"))
                        .isEqualTo(ByteBuffer.wrap(event().at("0:10").bytes(monitor.registry)));
            });
        }
        try (var monitor = new Monitor(settings(), state)) {
            monitor.send(event().at("1:30"), event().at("0:10"));

            assertThat(monitor.rejectedRecords()).isEmpty();
        }
    }

    /** A broken release of the only producer: nothing good comes any more, and that is what the alert is for. */
    @Test
    void windowsWithNothingButBadRecordsCloseToo() {
        try (var monitor = new Monitor(settings(), state)) {
            monitor.send(hour(0));
            for (int minute = 0; minute < 30; minute++) {
                monitor.send(null, new byte[] {1}, timeMs("1:%02d".formatted(minute)));
            }
            assertThat(monitor.closedWindows()).hasSize(1);

            for (int minute = 0; minute < 30; minute++) {
                monitor.send(null, new byte[] {1}, timeMs("2:%02d".formatted(minute)));
            }
            assertThat(monitor.closedWindows()).hasSize(2);
            assertThat(monitor.alerts("rejected-share")).isNotEmpty();
        }
    }

    /** A few bad records in a stream that is slow anyway do not make the good ones late. */
    @Test
    void aGoodEventIsInTimeAlsoBehindABadRecordOfItsTime() {
        try (var monitor = new Monitor(settings(), state)) {
            monitor.send(event().at("0:30"));
            monitor.send(null, new byte[] {1}, timeMs("1:30"));
            monitor.send(event().at("1:30").writtenAt("1:31"), event().at("2:40"));

            Accounting accounting =
                    monitor.marks().get(monitor.marks().size() - 1).accounting();
            assertThat(accounting.late()).isZero();
            assertThat(accounting.rejected()).isOne();
        }
    }

    /** Otherwise one producer that went mad would keep the windows of all other partitions open for ever. */
    @Test
    void aPartitionWithNothingButBadRecordsBecomesIdle() {
        try (var monitor = new Monitor(settings(), state)) {
            monitor.send(event().at("0:30"));
            for (int second = 0; second < 40; second++) {
                monitor.send(null, new byte[] {1}, timeMs("0:30"));
                monitor.afterSilenceOf(Duration.ofSeconds(1));
            }

            assertThat(monitor.marks()).extracting(Mark::kind).containsExactly(Mark.Kind.WATERMARK, Mark.Kind.IDLE);
        }
    }

    @Test
    void aValueTooLargeToKeepIsCutButMeasured() {
        try (var monitor = new Monitor(settings(), state)) {
            byte[] value = new byte[5000];
            monitor.send(new byte[5000], value, timeMs("0:30"));

            GenericRecord rejected = monitor.rejectedRecords().get(0);
            assertThat(((ByteBuffer) rejected.get("value")).remaining()).isEqualTo(1000);
            assertThat(((ByteBuffer) rejected.get("key")).remaining()).isEqualTo(4096);
            assertThat(rejected.get("valueSize")).isEqualTo(5000);
            assertThat(GenericData.get().validate(rejected.getSchema(), rejected))
                    .isTrue();
        }
    }
}
