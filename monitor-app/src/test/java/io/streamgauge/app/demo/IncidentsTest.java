package io.streamgauge.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.UnknownSchemaException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentsTest {

    private static final Duration MARGIN = Duration.ofDays(1);

    private final SchemaRegistry registry = new InMemoryRegistry();

    /** The traffic from a day before to a day after each incident: whatever is compared below lies in it. */
    private final List<TimedRecord> events = new ArrayList<>();

    @BeforeAll
    void replay() {
        try (var traffic = DemoTraffic.replay(registry)) {
            traffic.forEachRemaining(event -> {
                if (Incidents.all().stream().anyMatch(incident -> isNear(incident, event))) {
                    events.add(event);
                }
            });
        }
    }

    @Test
    void incidentsLieInTheReplayAndApartFromOneAnother() {
        var previousEnd = DemoTraffic.REPLAY_START;
        for (var incident : Incidents.all()) {
            assertThat(incident.start()).isAfter(previousEnd.plus(MARGIN));
            previousEnd = incident.end();
        }
        assertThat(previousEnd).isBefore(DemoTraffic.REPLAY_END);
    }

    @Test
    void timetableIsAnHourBehindDuringTheIncidentOnly() {
        assertThat(departuresAround(Incidents.WINTER_TIME)).allMatch(each -> scheduledBehindMs(each) == 0);
        assertThat(departuresDuring(Incidents.WINTER_TIME))
                .hasSizeGreaterThan(3500)
                .allMatch(each -> scheduledBehindMs(each) == Duration.ofHours(1).toMillis());
    }

    @Test
    void distancesAreThoseOfTheFlightBeforeWhileTheCacheIsStale() {
        Map<String, GenericRecord> training = new HashMap<>();
        decoded(during(Incidents.STALE_CACHE, DemoTraffic.TRAINING_TOPIC))
                .forEach(row -> training.put(row.get("flight_id").toString(), row));
        var served = departuresDuring(Incidents.STALE_CACHE);
        var differing = served.stream()
                .filter(row -> !row.get("distance")
                        .equals(training.get(row.get("flight_id").toString()).get("distance")))
                .count();

        assertThat(served).hasSizeGreaterThan(1800).allMatch(IncidentsTest::isWholeMiles);
        assertThat(differing).isGreaterThan(served.size() * 9L / 10);
    }

    @Test
    void trainingSeesTheFlightsAsTheyAre() {
        for (var incident : Incidents.all()) {
            if (incident.start().isAfter(DemoTraffic.TRAINING_START)) {
                assertThat(decoded(during(incident, DemoTraffic.TRAINING_TOPIC)))
                        .isNotEmpty()
                        .allMatch(IncidentsTest::isWholeMiles)
                        .allMatch(row -> origin(row).matches("[A-Z]{3}") && scheduledBehindMs(row) == 0);
            }
        }
    }

    @Test
    void distancesAreInKilometresDuringTheIncidentOnly() {
        assertThat(departuresAround(Incidents.KILOMETRES)).allMatch(IncidentsTest::isWholeMiles);
        assertThat(departuresDuring(Incidents.KILOMETRES))
                .hasSizeGreaterThan(4000)
                .noneMatch(IncidentsTest::isWholeMiles);
    }

    @Test
    void originsAreInLowerCaseDuringTheIncidentOnly() {
        assertThat(departuresAround(Incidents.LOWER_CASE))
                .allMatch(departure -> origin(departure).matches("[A-Z]{3}"));
        assertThat(departuresDuring(Incidents.LOWER_CASE))
                .hasSizeGreaterThan(1800)
                .allMatch(departure -> origin(departure).matches("[a-z]{3}"));
    }

    @Test
    void theModelIsGivenTheLowerCaseOriginToo() {
        // Without the effect of the origin the probabilities lie closer together.
        var usual = varianceOfPredictions(around(Incidents.LOWER_CASE, DemoTraffic.PREDICTIONS_TOPIC));
        var disturbed = varianceOfPredictions(during(Incidents.LOWER_CASE, DemoTraffic.PREDICTIONS_TOPIC));
        assertThat(disturbed).isPositive().isLessThan(0.8 * usual);
    }

    @Test
    void onlyFeatureEventsFallSilent() {
        assertThat(during(Incidents.SILENCE, DemoTraffic.FEATURES_TOPIC)).isEmpty();
        assertThat(during(Incidents.SILENCE, DemoTraffic.PREDICTIONS_TOPIC)).hasSizeGreaterThan(600);
        assertThat(during(Incidents.SILENCE, DemoTraffic.LABELS_TOPIC)).hasSizeGreaterThan(600);
    }

    @Test
    void malformedRecordsComeBesideGoodOnesAndOfEachKindInTurn() {
        Map<MalformedKind, Integer> counts = new EnumMap<>(MalformedKind.class);
        for (var event : during(Incidents.MALFORMED, DemoTraffic.FEATURES_TOPIC)) {
            kindOf(event).ifPresent(kind -> {
                assertThat(goodOnesBeside(event)).isEqualTo(1);
                counts.merge(kind, 1, Integer::sum);
            });
        }

        assertThat(counts.keySet()).containsExactly(MalformedKind.values());
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(DemoTraffic.MALFORMED_RECORDS);
    }

    @Test
    void noRecordIsMalformedOutsideTheIncident() {
        for (var incident : Incidents.all()) {
            assertThat(around(incident, DemoTraffic.FEATURES_TOPIC))
                    .allMatch(event -> kindOf(event).isEmpty());
        }
    }

    private Optional<MalformedKind> kindOf(TimedRecord event) {
        try {
            var departure = (long) Decoding.of(event, registry).get("departure");
            return departure == event.eventTimeMs() ? Optional.empty() : Optional.of(MalformedKind.FAR_FUTURE);
        } catch (UnknownSchemaException e) {
            return Optional.of(MalformedKind.UNKNOWN_SCHEMA);
        } catch (UncheckedIOException e) {
            return Optional.of(MalformedKind.TRUNCATED);
        }
    }

    private long goodOnesBeside(TimedRecord malformed) {
        return during(Incidents.MALFORMED, DemoTraffic.FEATURES_TOPIC).stream()
                .filter(event -> event.partitionKey().equals(malformed.partitionKey()))
                .filter(event -> kindOf(event).isEmpty())
                .count();
    }

    private double varianceOfPredictions(List<TimedRecord> predictions) {
        var probabilities = predictions.stream()
                .map(event -> (double) Decoding.of(event, registry).get("late_probability"))
                .toList();
        var mean = probabilities.stream().mapToDouble(p -> p).average().orElseThrow();
        return probabilities.stream()
                .mapToDouble(p -> (p - mean) * (p - mean))
                .average()
                .orElseThrow();
    }

    private List<GenericRecord> departuresDuring(Incident incident) {
        return decoded(during(incident, DemoTraffic.FEATURES_TOPIC));
    }

    private List<GenericRecord> departuresAround(Incident incident) {
        return decoded(around(incident, DemoTraffic.FEATURES_TOPIC));
    }

    private List<GenericRecord> decoded(List<TimedRecord> records) {
        return records.stream().map(event -> Decoding.of(event, registry)).toList();
    }

    private List<TimedRecord> during(Incident incident, String topic) {
        return events.stream()
                .filter(event -> event.topic().equals(topic) && incident.covers(event.eventTimeMs()))
                .toList();
    }

    /** The day before and the day after. */
    private List<TimedRecord> around(Incident incident, String topic) {
        return events.stream()
                .filter(event -> event.topic().equals(topic))
                .filter(event -> isNear(incident, event) && !incident.covers(event.eventTimeMs()))
                .toList();
    }

    private static boolean isNear(Incident incident, TimedRecord event) {
        var time = Instant.ofEpochMilli(event.eventTimeMs());
        return !time.isBefore(incident.start().minus(MARGIN))
                && time.isBefore(incident.end().plus(MARGIN));
    }

    private static boolean isWholeMiles(GenericRecord departure) {
        var distance = (double) departure.get("distance");
        return distance == Math.rint(distance);
    }

    private static long scheduledBehindMs(GenericRecord departure) {
        return (long) departure.get("departure") - (long) departure.get("scheduled");
    }

    private static String origin(GenericRecord departure) {
        return departure.get("origin").toString();
    }
}
