package io.streamgauge.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.streamgauge.schemas.serde.InMemoryRegistry;
import java.util.ArrayList;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTrafficTest {

    private static final int[] PARTITION_COUNTS = {1, 2, 6};

    private final TrafficSummary january = TrafficSummary.of(DemoTraffic::january, PARTITION_COUNTS);
    private final TrafficSummary replay = TrafficSummary.of(DemoTraffic::replay, PARTITION_COUNTS);

    @Test
    void everyRunGivesTheSameBytes() {
        assertThat(TrafficSummary.of(DemoTraffic::replay, PARTITION_COUNTS).digest())
                .isEqualTo(replay.digest());
    }

    @Test
    void theNumberOfRecordsIsTheDocumentedOne() {
        assertThat(replay.countByTopic())
                .isEqualTo(Map.of(
                        DemoTraffic.FEATURES_TOPIC, 310_706,
                        DemoTraffic.PREDICTIONS_TOPIC, 311_470,
                        DemoTraffic.LABELS_TOPIC, 311_405,
                        DemoTraffic.TRAINING_TOPIC, 235_917));
        assertThat(replay.malformed()).isEqualTo(DemoTraffic.MALFORMED_RECORDS);
        assertThat(january.countByTopic())
                .isEqualTo(Map.of(
                        DemoTraffic.FEATURES_TOPIC, 63_530,
                        DemoTraffic.PREDICTIONS_TOPIC, 63_530,
                        DemoTraffic.LABELS_TOPIC, 63_464));
        assertThat(january.malformed()).isZero();
    }

    @Test
    void eachPartitionIsInTheOrderOfEventTimeHoweverManyThereAre() {
        assertThat(replay.outOfOrder()).isZero();
        assertThat(january.outOfOrder()).isZero();
    }

    @Test
    void partitionsShareTheEventsEvenly() {
        for (var partitions : PARTITION_COUNTS) {
            var shares = replay.countByPartition(DemoTraffic.LABELS_TOPIC, partitions);
            assertThat(shares)
                    .hasSize(partitions)
                    .allSatisfy(count -> assertThat(count).isCloseTo(311_405 / partitions, withinPercentage(2)));
        }
    }

    @Test
    void allTimesLieInThePeriod() {
        assertThat(january.first()).isBetween(DemoTraffic.BASELINE_START, DemoTraffic.REPLAY_START);
        assertThat(january.last()).isBefore(DemoTraffic.REPLAY_START);
        assertThat(replay.first()).isBetween(DemoTraffic.REPLAY_START, DemoTraffic.REPLAY_END);
        assertThat(replay.last()).isBefore(DemoTraffic.REPLAY_END);
    }

    @Test
    void aFlightsEventsCarryItsIdAndTheirOwnTimes() {
        var registry = new InMemoryRegistry();
        var events = new ArrayList<TimedRecord>();
        try (var traffic = DemoTraffic.january(registry)) {
            for (var i = 0; i < 3000; i++) {
                events.add(traffic.next());
            }
        }

        var first =
                events.stream().filter(e -> e.partitionKey().equals("F000000")).toList();

        assertThat(first)
                .extracting(TimedRecord::topic)
                .containsExactly(DemoTraffic.FEATURES_TOPIC, DemoTraffic.PREDICTIONS_TOPIC, DemoTraffic.LABELS_TOPIC);
        var departure = Decoding.of(first.get(0), registry);
        assertThat(departure.get("departure")).isEqualTo(first.get(0).eventTimeMs());
        assertThat(departure.get("distance")).isEqualTo(2176.0);
        assertThat(departure.get("origin")).hasToString("LAS");
        assertThat(departure.get("destination")).hasToString("PHL");
        assertThat(departure.get("model_version")).hasToString("1");
        assertThat((double) Decoding.of(first.get(1), registry).get("late_probability"))
                .isBetween(0.05, 0.5);
        var arrival = Decoding.of(first.get(2), registry);
        assertThat(arrival.get("landed_at")).isEqualTo(first.get(2).eventTimeMs());
        assertThat(arrival.get("late")).isEqualTo(true);
    }

    @Test
    void endsWithAnException() {
        try (var traffic = DemoTraffic.january(new InMemoryRegistry())) {
            traffic.forEachRemaining(event -> {});
            assertThatThrownBy(traffic::next).isInstanceOf(NoSuchElementException.class);
        }
    }
}
