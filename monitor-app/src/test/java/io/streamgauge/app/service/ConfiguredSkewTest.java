package io.streamgauge.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.FieldMapping;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the configuration makes of the comparison of rows. */
class ConfiguredSkewTest {
    @TempDir
    private Path directory;

    @Test
    void fieldsThatTheBaselineDoesNotKnowAreComparedIfTheyAreNamed() throws IOException {
        ValueSkewSettings skew = skew(", fields: { at: when.at }, compare: { at: numeric, c: categorical }", "");

        assertThat(skew.features()).containsExactly("x", "at", "c");
        assertThat(skew.training().mapping().fields())
                .extracting(FieldMapping::path, FieldMapping::type)
                .containsExactly(
                        tuple("x", FeatureType.NUMERIC),
                        tuple("when.at", FeatureType.NUMERIC),
                        tuple("c", FeatureType.CATEGORICAL),
                        tuple("id", FeatureType.CATEGORICAL));
    }

    @Test
    void aFeatureOfTheBaselineNeedNotBeNamed() {
        assertThatThrownBy(() -> skew(", compare: { x: numeric }", ""))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("models.fraud.reference.compare: 'x' is a feature of the baseline");
    }

    @Test
    void comparedFieldsAreNoNewColumns() throws IOException {
        Files.writeString(directory.resolve("own.yaml"), "version: 1\nfeatures: { x: { type: float } }\n");

        assertThat(model(", compare: { at: numeric }", "rules: { schema: own.yaml }")
                        .source(Source.FEATURES)
                        .mapping()
                        .expected())
                .containsExactlyInAnyOrder("x", "at");
    }

    @Test
    void sensitiveFeaturesAreThoseOfTheSchema() throws IOException {
        Files.writeString(
                directory.resolve("own.yaml"),
                "version: 1\nfeatures: { x: { type: float, sensitive: true }, c: { type: text } }\n");

        assertThat(skew(", compare: { c: categorical }", "rules: { schema: own.yaml }")
                        .sensitive())
                .containsExactly("x");
        assertThat(skew("", "").sensitive()).isEmpty();
    }

    private ValueSkewSettings skew(String ofReference, String ofModel) throws IOException {
        return Objects.requireNonNull(model(ofReference, ofModel).skew());
    }

    private ModelSettings model(String ofReference, String ofModel) throws IOException {
        String text = """
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: "http://localhost:8081" }
                models:
                  fraud:
                    baseline: { file: fraud.avro }
                    features: { topic: fraud.features }
                    reference: { topic: fraud.training%s }
                """.formatted(ofReference) + ofModel.indent(4);
        ConfigFile file = ConfigFile.parse("test.yaml", text, directory, name -> null);
        return new ConfiguredTopology(file.config(), Map.of("fraud", baseline()))
                .settings(topic -> 1, null)
                .models()
                .get(0);
    }

    private static Baseline baseline() throws IOException {
        var schema = new DataSchema(List.of(new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC)));
        return BaselineBuilder.of("fraud", "1", schema).build(consumer -> {
            var row = new EventBuffer(1);
            for (int i = 0; i < 100; i++) {
                row.clear();
                row.eventTime(i * 3_600_000L);
                row.number(0, i % 5);
                consumer.accept(Source.FEATURES, row);
            }
        });
    }
}
