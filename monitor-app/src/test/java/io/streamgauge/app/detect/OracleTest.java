package io.streamgauge.app.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.SharedData;
import io.streamgauge.statistics.change.ChangeDetector;
import io.streamgauge.statistics.change.ChangeDetectors;
import io.streamgauge.statistics.change.ChangeLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The indices that river's and frouros' rules give on real streams, against ours. */
class OracleTest {
    private static final String ORACLE = "oracles/detectors.jsonl";

    private final Map<String, Integer> checked = new TreeMap<>();
    private final Map<String, Integer> notExpressed = new TreeMap<>();
    private final Map<String, double[]> streams = new HashMap<>();
    private final SoftAssertions softly = new SoftAssertions();

    @Test
    void indicesAreThoseOfTheRulesThatWeName() throws IOException {
        Path oracle = SharedData.file(ORACLE);
        Path data = oracle.getParent().getParent();

        for (String line : Files.readAllLines(oracle)) {
            JsonNode row = new ObjectMapper().readTree(line);
            Optional<String> specification = OracleRule.specification(row);
            if (specification.isPresent()) {
                check(data, row, specification.get());
            } else {
                notExpressed.merge(OracleRule.name(row) + ": " + OracleRule.reason(row), 1, Integer::sum);
            }
        }

        System.out.println("checked against " + ORACLE + ": " + checked);
        notExpressed.forEach((rule, rows) -> System.out.println("not expressed, " + rows + " row(s): " + rule));
        softly.assertAll();
        assertThat(checked.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(99);
    }

    private void check(Path data, JsonNode row, String specification) throws IOException {
        double[] stream = stream(data, row);
        ChangeDetector detector = ChangeDetectors.parse(specification).start();
        List<Integer> drifts = new ArrayList<>();
        List<Integer> warnings = new ArrayList<>();
        ChangeLevel before = ChangeLevel.NONE;
        for (int i = 0; i < stream.length; i++) {
            ChangeLevel level = detector.step(stream[i]);
            if (level == ChangeLevel.DRIFT) {
                drifts.add(i);
            } else if (level == ChangeLevel.WARNING && before != level) {
                warnings.add(i);
            }
            before = level;
        }
        String what = specification + " on " + row.get("stream_file").asText() + " "
                + row.get("column").asText();
        softly.assertThat(drifts).as(what).isEqualTo(indices(row.get("drift_indices")));
        if (row.has("warning_onsets")) {
            softly.assertThat(warnings).as(what + ": warnings").isEqualTo(indices(row.get("warning_onsets")));
        }
        checked.merge(OracleRule.name(row), 1, Integer::sum);
    }

    private double[] stream(Path data, JsonNode row) throws IOException {
        String file = row.get("stream_file").asText();
        String column = row.get("column").asText();
        double[] stream = streams.get(file + column);
        if (stream == null) {
            stream = OracleStream.read(data, file, column);
            streams.put(file + column, stream);
        }
        // Some oracles were computed on the beginning of the file only.
        return Arrays.copyOf(stream, row.get("n").asInt());
    }

    private static List<Integer> indices(JsonNode array) {
        List<Integer> indices = new ArrayList<>();
        array.forEach(index -> indices.add(index.asInt()));
        return indices;
    }
}
