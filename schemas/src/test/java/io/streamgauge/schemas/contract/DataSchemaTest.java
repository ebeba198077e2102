package io.streamgauge.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataSchemaTest {
    private static final FeatureSchema DISTANCE = new FeatureSchema("distance", Source.FEATURES, FeatureType.NUMERIC);
    private static final FeatureSchema SCORE =
            new FeatureSchema(FeatureSchema.PREDICTION_SCORE, Source.PREDICTIONS, FeatureType.NUMERIC);

    @Test
    void featuresAreFoundBySourceAndByName() {
        DataSchema schema = new DataSchema(List.of(DISTANCE, SCORE));

        assertThat(schema.features(Source.FEATURES)).containsExactly(DISTANCE);
        assertThat(schema.feature("prediction.score")).contains(SCORE);
        assertThat(schema.feature("label")).isEmpty();
    }

    @Test
    void nameMayNotBeListedTwice() {
        assertThatThrownBy(() -> new DataSchema(List.of(DISTANCE, DISTANCE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature 'distance' is listed twice");
    }

    @Test
    void everySourceIsFoundByItsWord() {
        for (Source source : Source.values()) {
            assertThat(Source.ofWord(source.word())).isEqualTo(source);
        }
        assertThatThrownBy(() -> Source.ofWord("feature")).hasMessageContaining("got 'feature'");
    }
}
