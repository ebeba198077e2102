package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    private static final Pattern OPTIONAL = Pattern.compile("(?m)^( *)#(?! )");

    @Test
    void documentIsAConfiguration() {
        assertThat(Defaults.config().config().models()).hasSize(1);
    }

    @Test
    void documentSaysWhatAConfigurationWithoutTheseKeysHas() {
        MonitorConfig printed = Defaults.config().config();
        MonitorConfig filledIn = Fixtures.parse("""
                kafka: { bootstrap.servers: localhost:9092 }
                schema-registry: { url: http://localhost:8081 }
                models:
                  my-model:
                    baseline: { file: my-model-baseline.avro }
                    features: { topic: my-model.features }
                    predictions: { topic: my-model.predictions }
                    labels: { topic: my-model.labels }
                    reference: { topic: my-model.training-features }
                """);

        assertThat(filledIn.hashOf("my-model")).isEqualTo(printed.hashOf("my-model"));
        assertThat(filledIn.application()).isEqualTo(printed.application());
        assertThat(filledIn.kafka()).isEqualTo(printed.kafka());
        assertThat(filledIn.registry()).isEqualTo(printed.registry());
        assertThat(filledIn.topics()).isEqualTo(printed.topics());
        assertThat(filledIn.alerts()).isEqualTo(printed.alerts());
        assertThat(filledIn.models().get(0).checks())
                .isEqualTo(printed.models().get(0).checks());
    }

    @Test
    void keysWithoutDefaultAreRealKeysToo() {
        String everything = OPTIONAL.matcher(Defaults.document()).replaceAll("$1");

        // A baseline is a file or a topic: the document shows both, the second as an alternative.
        assertThat(Fixtures.problems(everything.replaceAll("\\$\\{env:\\w+}", "http://x")))
                .extracting(problem -> problem.key())
                .containsExactly("models.my-model.baseline.file");
    }

    @Test
    void everyKeyIsInTheDocument() {
        String document = Defaults.document();
        List<String> asked = List.of(
                "id state-dir http bind allow-remote allowed-hosts bootstrap.servers url auto.register timeout auth tls serde"
                        .split(" "));

        assertThat(asked.stream().filter(key -> !document.contains(key + ":")).collect(Collectors.toList()))
                .isEmpty();
    }
}
