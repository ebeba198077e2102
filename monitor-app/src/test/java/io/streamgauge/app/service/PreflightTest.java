package io.streamgauge.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    private Path directory;

    @Test
    void fittingBaselineIsTaken() throws IOException {
        write("fraud");

        assertThat(Preflight.baselines(config(""))).containsOnlyKeys("fraud");
    }

    @Test
    void baselineOfAnotherModelIsRefused() throws IOException {
        write("tips");

        assertThatThrownBy(() -> Preflight.baselines(config("")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("is of model 'tips', but the configuration gives it to model 'fraud'");
    }

    @Test
    void featuresThatTheBaselineDoesNotHaveAreRefusedAllAtOnceWithKeyAndLine() throws IOException {
        write("fraud");

        assertThatThrownBy(() -> Preflight.baselines(config(", fields: { amount: total }, exclude: [ note ]")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("models.fraud.features.fields (line 5): the baseline has no feature \"amount\"")
                .hasMessageContaining("models.fraud.features.exclude (line 5): the baseline has no feature \"note\"");
    }

    @Test
    void missingBaselineIsRefusedByName() {
        assertThatThrownBy(() -> Preflight.baselines(config("")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("model 'fraud'")
                .hasMessageContaining("fraud.baseline");
    }

    private void write(String model) throws IOException {
        BaselineFile.write(
                directory.resolve("fraud.baseline"),
                Baseline.of(model, "1", Duration.ofHours(1), List.of(), List.of()));
    }

    private ConfigFile config(String moreOfFeatures) {
        return ConfigFile.parse("test.yaml", """
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: "http://localhost:8081" }
                models:
                  fraud:
                    features: { topic: t%s }
                    baseline: { file: fraud.baseline }
                """.formatted(moreOfFeatures), directory, name -> null);
    }
}
