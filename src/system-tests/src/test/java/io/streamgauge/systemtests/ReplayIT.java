package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.contract.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A backtest of the topics says what was said live: whole, a part of it, and single alerts; and the number of partitions changes
 * nothing but the evidence. ({@link KillIT} replays two partitions.)
 */
class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void replayIsWhatWasSaidLiveHoweverManyPartitions(int partitions) throws Exception {
        var two = FlightsReplay.undisturbed(Files.createDirectory(dir.resolve("two")), 2, FlightsReplay.Stretch.MARCH);
        try (var replay = FlightsReplay.load(dir, partitions, FlightsReplay.Stretch.MARCH)) {
            run(replay, 0, "run", "--until-end");
            FlightsReplay.Outcome live = replay.outcome();
            assertThat(live.alerts()).hasSizeGreaterThan(5);
            SameButForEvidence.assertSame(live.decodedAlerts(), two.decodedAlerts());

            assertIdentical(
                    run(replay, 0, "backtest", "--verify-against", "live"),
                    live.alerts().size());
            if (partitions > 1) {
                aPartAndSingleAlerts(replay, live);
            }
            assertThat(replay.outcome().alerts()).isEqualTo(live.alerts());
        }
    }

    private void aPartAndSingleAlerts(FlightsReplay replay, FlightsReplay.Outcome live) throws Exception {
        assertIdentical(
                run(replay, 0, "backtest", "--verify-against", "live", "--from", "2001-03-11", "--to", "2001-04-01"),
                1);
        for (boolean ofPairs : new boolean[] {false, true}) {
            String id = live.decodedAlerts().stream()
                    .filter(alert -> alert.get("state").toString().equals("FIRING"))
                    .filter(alert -> alert.get("source").toString().equals("reference") == ofPairs)
                    .map(alert -> alert.get("id").toString())
                    .findFirst()
                    .orElseThrow();
            assertThat(run(replay, 0, "backtest", "--alert", id)).contains("Reproduced: identical.");
        }
    }

    @Test
    void aTeamWithoutTrainingFilesStartsFromItsOwnHistory() throws Exception {
        try (var replay = FlightsReplay.load(dir, 2, FlightsReplay.Stretch.FEBRUARY)) {
            Path baseline = dir.resolve("history.avro");

            String said = run(
                    replay,
                    0,
                    "baseline",
                    "build",
                    "--topic",
                    "flights.features",
                    "--model",
                    "flight-delay",
                    "--version",
                    "1",
                    "--event-time",
                    "departure",
                    "--id",
                    "flight_id",
                    "--ignore",
                    "model_version",
                    "--ignore",
                    "scheduled",
                    "--to",
                    "2001-03-01",
                    "--output",
                    baseline.toString());

            assertThat(said).contains("could not be read", "features: 3 column(s), 672 window(s) of 1h");
            assertThat(BaselineFile.read(baseline).features(Source.FEATURES))
                    .extracting(feature -> feature.schema().name())
                    .containsExactlyInAnyOrder("distance", "origin", "destination");
        }
    }

    private static void assertIdentical(String said, int leastAlerts) {
        assertThat(said).contains("The replay is what was said live.").doesNotContain("different", "missing", "extra");
        String count = said.lines()
                .filter(line -> line.startsWith("identical alerts: "))
                .findFirst()
                .orElseThrow();
        assertThat(Integer.parseInt(count.replaceAll("\\D", ""))).isGreaterThanOrEqualTo(leastAlerts);
    }

    /** What the process says of itself. */
    private String run(FlightsReplay replay, int code, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", replay.configFile().toString()));
        try (var process = Streamgauge.start(dir, replay.environment(), all.toArray(String[]::new))) {
            assertThat(process.exitCode(PATIENCE)).as(process.err()).isEqualTo(code);
            return process.err();
        }
    }
}
