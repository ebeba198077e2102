package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backtest of the topics says what was said live: whole, a part of it, and one alert alone. */
class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void replayIsWhatWasSaidLive(int partitions) throws Exception {
        try (var replay = FlightsReplay.load(dir, partitions)) {
            run(replay, 0, "run", "--until-end");
            FlightsReplay.Outcome live = replay.outcome();
            assertThat(live.alerts()).hasSizeGreaterThan(20);

            assertIdentical(
                    run(replay, 0, "backtest", "--verify-against", "live"),
                    live.alerts().size());
            assertIdentical(
                    run(
                            replay,
                            0,
                            "backtest",
                            "--verify-against",
                            "live",
                            "--from",
                            "2001-03-01",
                            "--to",
                            "2001-04-01"),
                    1);
            String id = live.decodedAlerts().stream()
                    .filter(alert -> alert.get("state").toString().equals("FIRING"))
                    .map(alert -> alert.get("id").toString())
                    .findFirst()
                    .orElseThrow();
            assertThat(run(replay, 0, "backtest", "--alert", id)).contains("Reproduced: identical.");
            assertThat(replay.outcome().alerts()).isEqualTo(live.alerts());
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
