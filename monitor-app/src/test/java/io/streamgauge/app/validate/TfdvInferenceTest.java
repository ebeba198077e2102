package io.streamgauge.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.files.SharedData;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.importer.tfdv.TfdvSchema;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.schemas.inference.SchemaInference;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What TensorFlow Data Validation infers from statistics of real rows, we infer too. */
class TfdvInferenceTest {
    @ParameterizedTest
    @ValueSource(strings = {"chicago_taxi", "bike_sharing"})
    void infersTheSameSchema(String dataset) throws IOException {
        Path folder = SharedData.file("oracles/tfdv_real");
        DataContract expected = TfdvSchema.read(folder.resolve(dataset + ".inferred_schema.pbtxt"))
                .contract();
        WeighableStatistics data = TfdvStatistics.read(folder.resolve(dataset + ".ref_stats.pbtxt"));

        Map<String, FeatureContract> inferred =
                byName(SchemaInference.of(data.byCount()).features());

        assertThat(inferred).isEqualTo(byName(inlined(expected)));
    }

    private static Map<String, FeatureContract> byName(List<FeatureContract> features) {
        return features.stream().collect(Collectors.toMap(FeatureContract::name, Function.identity()));
    }

    /** Upstream gives every enumeration a name; ours stand where they are used. */
    private static List<FeatureContract> inlined(DataContract contract) {
        return contract.features().stream()
                .map(feature -> feature.domain() instanceof Domain.Named named
                        ? feature.change()
                                .domain(contract.words().getOrDefault(named.name(), new Domain.Words(List.of())))
                                .build()
                        : feature)
                .toList();
    }
}
