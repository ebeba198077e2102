package io.streamgauge.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.topology.local.LocalInput;
import io.streamgauge.topology.local.LocalMonitor;
import io.streamgauge.topology.local.LocalReader;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.TopologySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Serving and training rows through the real topology. */
class ValueSkewTest {
    @TempDir
    Path state;

    private record Sent(boolean serving, byte[] value) {}

    private static Sent row(boolean serving, int id, long timeMs, String x) {
        return new Sent(
                serving,
                "{\"id\":%d,\"ts\":%d,\"x\":%s,\"c\":\"a\"}"
                        .formatted(id, timeMs, x)
                        .getBytes(UTF_8));
    }

    private TopologySettings settings(int serving, int training, String... sensitive) {
        var bounded = new BoundedInput(Map.of(
                new TopicPartition(Fixtures.EVENTS, 0), serving - 1L,
                new TopicPartition(Fixtures.TRAINING_ROWS, 0), training - 1L));
        var skew = Fixtures.valueSkew(1, Duration.ofHours(1), List.of("x", "c"), sensitive);
        return Fixtures.settings(bounded, Fixtures.comparing(skew, "PT1H"));
    }

    private List<Score> scores(List<Sent> serving, List<Sent> training, Random random, Path directory) {
        try (var monitor = new Monitor(settings(serving.size(), training.size()), directory)) {
            send(monitor, serving, training, random);
            return monitor.scores().stream()
                    .filter(score -> score.check().equals("skew"))
                    .toList();
        }
    }

    private static void send(Monitor monitor, List<Sent> serving, List<Sent> training, Random random) {
        int here = 0;
        int there = 0;
        while (here < serving.size() || there < training.size()) {
            boolean takeServing = there == training.size() || (here < serving.size() && random.nextInt(3) > 0);
            byte[] value = takeServing
                    ? serving.get(here++).value()
                    : training.get(there++).value();
            long recordMs = Fixtures.timeMs("30:00");
            if (takeServing) {
                monitor.send(null, value.length == 0 ? null : value, recordMs);
            } else {
                monitor.sendTraining(null, value.length == 0 ? null : value, recordMs);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void scoresAreTheSameInAnyInterleavingWithDuplicatesTombstonesAndALateSide(int seed) {
        var random = new Random(seed);
        List<Sent> serving = new ArrayList<>();
        List<Sent> training = new ArrayList<>();
        long mismatches = 0;
        long matches = 0;
        for (int i = 0; i < 300; i++) {
            long timeMs = Fixtures.timeMs("00:00") + i * 60_000L;
            boolean differs = random.nextInt(5) == 0;
            boolean alone = random.nextInt(10) == 0;
            boolean twice = random.nextInt(15) == 0;
            serving.add(row(true, i, timeMs, "1"));
            if (!alone) {
                // half an hour behind, but inside the time-to-live
                training.add(row(false, i, timeMs + 1_800_000, differs ? "2" : "1.0"));
            }
            if (twice) {
                serving.add(row(true, i, timeMs + 1, "1"));
            }
            if (random.nextInt(20) == 0) {
                training.add(new Sent(false, new byte[0]));
            }
            mismatches += !alone && !twice && differs ? 1 : 0;
            matches += !alone && !twice && !differs ? 1 : 0;
        }

        List<Score> one = scores(serving, training, new Random(seed + 100), state.resolve("1"));
        List<Score> other = scores(serving, training, new Random(seed + 200), state.resolve("2"));

        assertThat(one).isNotEmpty().isEqualTo(other);
        List<Score> x =
                one.stream().filter(score -> "x".equals(score.feature())).toList();
        assertThat(x.stream().mapToLong(score -> score.measurement().n()).sum()).isEqualTo(matches + mismatches);
        assertThat(x.stream()
                        .mapToLong(score -> Math.round(score.measurement().value()
                                * score.measurement().n()))
                        .sum())
                .isEqualTo(mismatches);
    }

    private static List<Sent> hours(boolean serving, double factor) {
        var random = new Random(7);
        List<Sent> rows = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            double miles = Math.rint(10 * (50 + 2_000 * random.nextDouble())) / 10;
            rows.add(row(serving, i, Fixtures.timeMs("00:00") + i * 18_000L, Double.toString(miles * factor)));
        }
        return rows;
    }

    @Test
    void alertSaysWhatKindOfBugItIsWhereItIsAndGivesAnExample() {
        List<Sent> serving = hours(true, 1.609344);
        List<Sent> training = hours(false, 1);
        try (var monitor = new Monitor(settings(serving.size(), training.size()), state)) {
            send(monitor, serving, training, new Random(1));

            Alert firing = monitor.alerts("value-skew-rate").stream()
                    .filter(alert -> alert.phase() == Phase.FIRING)
                    .findFirst()
                    .orElseThrow();

            assertThat(firing.kind()).isEqualTo("skew");
            assertThat(firing.score().feature()).isEqualTo("x");
            assertThat(firing.message()).contains("miles to kilometres", "for example '", "in training");
            assertThat(firing.score().evidence()).extracting("topic").contains(Fixtures.EVENTS, Fixtures.TRAINING_ROWS);
            assertThat(monitor.alerts("value-skew-rate"))
                    .allMatch(alert -> "x".equals(alert.score().feature()));
        }
    }

    @Test
    void valuesOfSensitiveFeaturesAreToldToNobody() {
        List<Sent> serving = hours(true, 1.609344);
        List<Sent> training = hours(false, 1);
        try (var monitor = new Monitor(settings(serving.size(), training.size(), "x"), state)) {
            send(monitor, serving, training, new Random(1));

            assertThat(monitor.alerts("value-skew-rate"))
                    .isNotEmpty()
                    .allMatch(alert -> alert.message().contains("kilometres"))
                    .noneMatch(alert -> alert.message().contains("for example"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "c"})
    void theDefaultOfASensitiveFeatureIsToldToNobody(String sensitive) {
        List<Sent> training = hours(false, 1);
        List<Sent> serving = new ArrayList<>();
        for (int i = 0; i < training.size(); i++) {
            serving.add(row(true, i, Fixtures.timeMs("00:00") + i * 18_000L, "987654"));
        }
        try (var monitor = new Monitor(settings(serving.size(), training.size(), sensitive), state)) {
            send(monitor, serving, training, new Random(1));

            assertThat(monitor.alerts("value-skew-rate"))
                    .isNotEmpty()
                    .allMatch(alert -> alert.message().contains("in place of"))
                    .allMatch(alert -> alert.message().contains("987654") == sensitive.equals("c"));
        }
    }

    @Test
    void equalRowsAreSteady() {
        List<Sent> serving = hours(true, 1);
        try (var monitor = new Monitor(settings(serving.size(), serving.size()), state)) {
            send(monitor, serving, hours(false, 1), new Random(1));

            assertThat(monitor.scores("value-skew-rate"))
                    .hasSize(8)
                    .allMatch(score -> score.measurement().value() == 0
                            && score.subject().slice().equals(Subject.ALL));
            assertThat(monitor.alerts()).noneMatch(alert -> alert.kind().equals("skew"));
        }
    }

    @Test
    void unreadableTrainingRowIsRejectedOnce() {
        List<Sent> serving = List.of(row(true, 1, Fixtures.timeMs("00:10"), "1"));
        List<Sent> training = List.of(new Sent(false, "no json".getBytes(UTF_8)));
        try (var monitor = new Monitor(settings(1, 1), state)) {
            send(monitor, serving, training, new Random(1));

            assertThat(monitor.rejectedRecords())
                    .singleElement()
                    .satisfies(record ->
                            assertThat(Set.of(record.get("topic").toString())).containsExactly(Fixtures.TRAINING_ROWS));
        }
    }

    @Test
    void localRunOnTheSameTopicsGivesTheSameScores() throws Exception {
        List<Sent> serving = new ArrayList<>(hours(true, 1.609344));
        List<Sent> training = hours(false, 1);
        serving.add(60, new Sent(true, new byte[0]));
        serving.add(70, row(true, 65, Fixtures.timeMs("00:20"), "1"));
        TopologySettings settings = settings(serving.size(), training.size());
        var written = new Written();

        new LocalMonitor(settings, written).run(List.of(), List.of(new Rows(true, serving), new Rows(false, training)));

        List<Score> local = written.scores.stream()
                .filter(record -> !WindowMarkRecord.isOne(record))
                .map(ScoreRecord::read)
                .toList();
        assertThat(local).isNotEmpty().isEqualTo(scores(serving, training, new Random(3), state.resolve("service")));
        assertThat(written.alerts)
                .anyMatch(alert -> alert.get("message").toString().contains("miles to kilometres"));
    }

    /** One side as the input of a local run. */
    private record Rows(boolean serving, List<Sent> sent) implements LocalInput {
        @Override
        public String model() {
            return Fixtures.MODEL;
        }

        @Override
        public Source source() {
            return serving ? Source.FEATURES : Source.REFERENCE;
        }

        @Override
        public int partition() {
            return 0;
        }

        @Override
        public EventDecoder decoder(SourceMapping mapping) {
            return EventDecoders.of(mapping, new InMemoryRegistry());
        }

        @Override
        public void feed(LocalReader into) {
            for (int offset = 0; offset < sent.size(); offset++) {
                byte[] value = sent.get(offset).value();
                into.process(offset, Fixtures.timeMs("30:00"), null, value.length == 0 ? null : value, null);
            }
        }
    }

    @Test
    void restartChangesNothing() {
        List<Sent> serving = hours(true, 1.609344);
        List<Sent> training = hours(false, 1);
        List<Score> undisturbed = scores(serving, training, new Random(1), state.resolve("1"));
        try (var monitor = new Monitor(settings(serving.size(), training.size()), state.resolve("2"))) {
            for (int from = 0; from < 800; from += 100) {
                send(monitor, serving.subList(from, from + 100), training.subList(from, from + 100), new Random(from));
                monitor.forgetLiveObjects();
            }

            assertThat(monitor.scores().stream().filter(score -> score.check().equals("skew")))
                    .containsExactlyElementsOf(undisturbed);
        }
    }
}
