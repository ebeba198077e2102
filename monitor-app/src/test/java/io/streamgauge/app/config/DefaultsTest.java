package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.yaml.ConfigDocument;
import io.streamgauge.schemas.yaml.Placeholders;
import java.nio.file.Path;
import java.util.regex.Pattern;
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

        assertThat(filledIn.hashOf("my-model", "")).isEqualTo(printed.hashOf("my-model", ""));
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
        // A baseline is a file or a topic: the document shows both, the second as an alternative.
        assertThat(Fixtures.problems(everything()))
                .extracting(problem -> problem.key())
                .containsExactly("models.my-model.baseline.file");
    }

    @Test
    void everyKeyIsInTheDocument() {
        var document = new ConfigDocument(everything(), new Placeholders(Path.of(""), name -> null), null);

        new ConfigReader(Path.of("")).read(document.root());

        assertThat(document.leftOut().stream().filter(key -> !everything().contains(lastPart(key) + ":")))
                .isEmpty();
    }

    /** The document with its commented keys switched on. */
    private static String everything() {
        String all = OPTIONAL.matcher(Defaults.document()).replaceAll("$1");
        return all.replaceAll("\\$\\{env:\\w+}", "http://x");
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
