package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs from end to end. How fast is for a machine that has nothing else to do. */
class BenchIT {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    private Path dir;

    @Test
    void everyContenderReadsEveryEvent() throws Exception {
        try (var bench = Streamgauge.start(
                dir,
                "bench",
                "--events",
                "5000",
                "--features",
                "10",
                "--repetitions",
                "1",
                "--warm-ups",
                "0",
                "--format",
                "json")) {
            assertThat(bench.exitCode(PATIENCE)).as(bench.err()).isZero();

            var rows = new ArrayList<JsonNode>();
            for (String line : bench.out().lines().toList()) {
                rows.add(new ObjectMapper().readTree(line));
            }
            assertThat(rows).hasSize(8).allSatisfy(row -> {
                assertThat(row.get("eventsPerSecond").asDouble()).isPositive();
                assertThat(row.get("cpuMicrosPerEvent").asDouble()).isPositive();
            });
            assertThat(only(rows, "monitor").get("internalBytesPerEvent").asDouble())
                    .isPositive();
            assertThat(only(rows, "monitor").get("ratioNaive").asDouble()).isPositive();
            assertThat(only(rows, "naive").get("internalBytesPerEvent").asDouble())
                    .isGreaterThan(100);
        }
    }

    private static JsonNode only(List<JsonNode> rows, String contender) {
        return rows.stream()
                .filter(row -> row.get("contender").asText().equals(contender))
                .findFirst()
                .orElseThrow();
    }
}
