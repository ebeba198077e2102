package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.bench.BenchOptions;
import io.streamgauge.app.bench.Contender;
import io.streamgauge.app.bench.Measurement;
import io.streamgauge.app.bench.Results;
import io.streamgauge.app.service.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    private final List<BenchOptions> asked = new ArrayList<>();

    private Result bench(String... arguments) {
        var all = new ArrayList<>(List.of("bench"));
        all.addAll(List.of(arguments));
        var command = new BenchCommand((options, err) -> {
            asked.add(options);
            return results();
        });
        return Result.of(List.of(command), all.toArray(String[]::new));
    }

    /** Three repetitions; the second was on a machine half as fast, the third was a bad one for the monitor. */
    private static Results results() {
        Map<Contender, List<Measurement>> measured = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            measured.put(contender, List.of(measured(1000, 1), measured(1000, 2), measured(1000, 1)));
        }
        measured.put(Contender.MONITOR, List.of(measured(1000, 2), measured(1000, 4), measured(1000, 8)));
        measured.put(Contender.NAIVE, List.of(measured(20, 1), measured(20, 2), measured(20, 1)));
        return new Results(50, measured);
    }

    private static Measurement measured(long events, double seconds) {
        return new Measurement(events, seconds, seconds / 2, seconds / 4, 3 * events);
    }

    @Test
    void jsonHasARowForEachAndOneThatCompares() throws Exception {
        Result result = bench("--format", "json");

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        var rows = new ArrayList<JsonNode>();
        for (String line : result.out().lines().toList()) {
            rows.add(new ObjectMapper().readTree(line));
        }
        assertThat(rows).hasSameSizeAs(Contender.values());
        List<JsonNode> comparing =
                rows.stream().filter(row -> row.has("ratioDecodeOnly")).toList();
        assertThat(comparing).hasSize(1);
        JsonNode row = comparing.get(0);
        assertThat(row.get("contender").asText()).isEqualTo("monitor");
        assertThat(row.get("threads").asInt()).isEqualTo(1);
        assertThat(row.get("guarantee").asText()).isEqualTo("exactly_once_v2");
        assertThat(row.get("eventsPerSecond").asDouble()).isEqualTo(250);
        assertThat(row.get("ratioDecodeOnly").asDouble()).isEqualTo(0.5);
        assertThat(row.get("ratioPassThrough").asDouble()).isEqualTo(0.5);
        assertThat(row.get("ratioNaive").asDouble()).isEqualTo(25);
        assertThat(row.get("internalBytesPerEvent").asDouble()).isEqualTo(3);
        assertThat(row.get("cpuMicrosPerEvent").asDouble()).isCloseTo(3000, within(1e-6));
    }

    @Test
    void tableHasALineForEach() {
        Result result = bench("--events", "5000", "--features", "10", "--warm-ups", "4", "--repetitions", "7");

        assertThat(asked).containsExactly(new BenchOptions(5000, 10, 4, 7));
        assertThat(result.out().lines()).hasSize(1 + Contender.values().length);
        assertThat(result.out().lines().toList())
                .anySatisfy(line -> assertThat(Arrays.asList(line.split(" {2,}")))
                        .containsExactly(
                                "streamgauge",
                                "1",
                                "exactly_once_v2",
                                "250",
                                "0.50",
                                "25.0",
                                "2000.00",
                                "1000.00",
                                "3.00"));
    }

    @ParameterizedTest
    @CsvSource({"--events, 10", "--features, 0", "--features, 100000", "--repetitions, 0", "--warm-ups, -1"})
    void impossibleSizesAreRefused(String option, String value) {
        Result result = bench(option, value);

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(option);
        assertThat(asked).isEmpty();
    }
}
