package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo finds what was injected, and says the same each time. */
class DemoIT {
    @TempDir
    private Path dir;

    @Test
    void demoOfTheDistributionFindsEveryIncidentAndSaysWhatAnyOtherRunSays() throws Exception {
        Path alerts = dir.resolve("alerts.json");
        try (var demo = Streamgauge.start(dir, "demo", "--headless", "--until-end", "--alerts", alerts.toString())) {
            assertThat(demo.exitCode(Duration.ofMinutes(5))).as(demo.err()).isZero();

            assertThat(demo.out()).contains("read = profiled + late + rejected: yes, in every partition");
            assertThat(demo.err().lines()).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
        }
        List<String> elsewhere = FlightsReplay.undisturbed(dir, 2, FlightsReplay.Stretch.WHOLE).decodedAlerts().stream()
                .map(GenericRecord::toString)
                .sorted()
                .toList();
        assertThat(Files.readAllLines(alerts)).hasSizeGreaterThan(20).isEqualTo(elsewhere);
    }
}
