package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo finds what was injected, says the same each time, and hardly depends on how its topics are partitioned. */
class DemoIT {
    @TempDir
    private Path dir;

    @Test
    void demoOfTheDistributionFindsEveryIncidentAndSaysWhatAnyOtherRunSays() throws Exception {
        Path alerts = dir.resolve("alerts.json");
        try (var demo = Streamgauge.start(dir, "demo", "--headless", "--until-end", "--alerts", alerts.toString())) {
            assertThat(demo.exitCode(Duration.ofMinutes(3))).as(demo.err()).isZero();

            assertThat(demo.out()).contains("read = profiled + late + rejected: yes, in every partition");
            assertThat(demo.err().lines()).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        }
        List<String> elsewhere = FlightsReplay.undisturbed(dir, 2).decodedAlerts().stream()
                .map(GenericRecord::toString)
                .sorted()
                .toList();
        assertThat(Files.readAllLines(alerts)).hasSizeGreaterThan(20).isEqualTo(elsewhere);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void numberOfPartitionsChangesNothingButTheEvidence(int partitions) throws Exception {
        var two = FlightsReplay.undisturbed(Files.createDirectory(dir.resolve("two")), 2);
        var other = FlightsReplay.undisturbed(Files.createDirectory(dir.resolve("other")), partitions);

        SameButForEvidence.assertSame(other.decodedAlerts(), two.decodedAlerts());
    }
}
