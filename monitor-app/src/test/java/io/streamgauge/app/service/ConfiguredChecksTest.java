package io.streamgauge.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.config.Defaults;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.PipelineSettings;
import org.junit.jupiter.api.Test;

class ConfiguredChecksTest {
    @Test
    void everyKindOfCheckIsMadeUnlessTheConfigurationSaysOtherwise() {
        CheckSettings checks =
                ConfiguredChecks.of(Defaults.config().config().models().get(0));

        assertThat(checks.drift()).isNotNull();
        assertThat(checks.quality()).isNotNull();
        assertThat(checks.stability()).isNotNull();
        assertThat(checks.staleness().silence()).containsKeys("features", "predictions");
        assertThat(checks.pipeline()).isEqualTo(new PipelineSettings(true, 0.001, 0.001, 0.01));
    }
}
