package io.streamgauge.app.skew;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.skew.StreamedRows.Counts;
import io.streamgauge.app.skew.StreamedRows.Pace;
import io.streamgauge.checks.valueskew.Pairing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two files as two topics give the counts that the command gives on the files, however the topics are read. */
class StreamedSkewTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void topicsInAnyInterleavingGiveTheCountsOfTheFiles(long seed) throws IOException {
        var random = new Random(seed);
        SkewQuestion question = new SkewQuestion(
                file("training.jsonl", random),
                file("serving.jsonl", random),
                List.of("a", "b"),
                Set.of(),
                Map.of(),
                random.nextBoolean() ? 1 : null,
                random.nextBoolean() ? Set.of("l") : Set.of(),
                Pairing.UNIQUE_IDENTIFIERS);

        Counts onFiles = StreamedRows.ofFiles(FileSkew.of(question));

        assertThat(onFiles.pairs()).isPositive();
        assertThat(onFiles.serving().ambiguous()).isPositive();
        for (Pace pace : Pace.values()) {
            assertThat(StreamedRows.count(question, pace, seed)).as(pace.name()).isEqualTo(onFiles);
        }
    }

    /** Rows with identifiers of two parts; some repeat, some lack a part, some are on one side only. */
    private Path file(String name, Random random) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            int id = random.nextInt(10) == 0 ? random.nextInt(120) : i;
            if (random.nextInt(12) == 0) {
                continue;
            }
            lines.append("{\"a\":").append(id / 10);
            if (random.nextInt(30) > 0) {
                lines.append(",\"b\":\"").append(id % 10).append('"');
            }
            if (random.nextInt(10) > 0) {
                lines.append(",\"x\":").append(random.nextInt(3) == 0 ? i + 0.04 : i);
            }
            if (random.nextInt(10) > 0) {
                lines.append(",\"c\":").append(random.nextInt(3) == 0 ? "\"lower\"" : "\"Upper\"");
            }
            if (random.nextInt(6) > 0) {
                lines.append(",\"l\":").append(list(random));
            }
            lines.append(",\"f\":").append(random.nextInt(8) > 0).append("}\n");
        }
        return Files.writeString(directory.resolve(name), lines);
    }

    private static String list(Random random) {
        return List.of("[]", "[1, 2]", "[2, 1]", "[1]", "1", "[1, 2, 2]").get(random.nextInt(6));
    }

    @Test
    void oneSideAloneIsUnmatched() throws IOException {
        Path serving = Files.writeString(directory.resolve("s.jsonl"), "{\"a\":1,\"x\":1}\n{\"a\":2,\"x\":2}\n");
        Path training = Files.writeString(directory.resolve("t.jsonl"), "{\"a\":3,\"x\":1}\n");
        var question = new SkewQuestion(
                training, serving, List.of("a"), Set.of(), Map.of(), null, Set.of(), Pairing.UNIQUE_IDENTIFIERS);

        Counts counts = StreamedRows.count(question, Pace.TRAINING_FIRST, 1);

        assertThat(counts).isEqualTo(StreamedRows.ofFiles(FileSkew.of(question)));
        assertThat(counts.serving().unmatched()).isEqualTo(2);
    }
}
