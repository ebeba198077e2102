package io.streamgauge.app.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.inference.SchemaInference;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.Presences;
import io.streamgauge.statistics.tfdv.TextSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static FeatureContract allowed(double present, double missing, Map<String, Double> counts) {
        var found = new FeatureStatistics(
                List.of("f"),
                DataType.STRING,
                new Presences(present, missing, present, List.of(new Level(1, 1, missing))),
                null,
                new TextSummary(counts.size(), 0, counts),
                null,
                0,
                List.of(),
                false);
        var data = new DatasetStatistics(present + missing, List.of(found));
        return Allowance.of(SchemaInference.of(found, data), found);
    }

    @Test
    void whatIsOftenMissingMayBeMissingALittleMoreOften() {
        assertThat(allowed(700, 300, Map.of("a", 700.0)).presence()).isEqualTo(new Presence(0.56, 1L));
    }

    @Test
    void whatIsSeldomMissingMayBeMissingTwiceAsOften() {
        assertThat(allowed(970, 30, Map.of("a", 970.0)).presence()).isEqualTo(new Presence(0.94, 1L));
    }

    @Test
    void whatIsAlwaysThereHasToBe() {
        assertThat(allowed(1000, 0, Map.of("a", 1000.0)).presence()).isEqualTo(new Presence(1.0, 1L));
    }

    @Test
    void valuesThatWereSeenOnceTellHowManyAreYetToCome() {
        assertThat(allowed(1000, 0, Map.of("a", 990.0, "b", 1.0, "c", 1.0, "d", 8.0))
                        .minDomainMass())
                .isEqualTo(0.99);
    }

    @Test
    void enumerationWithoutRareValuesIsWhole() {
        FeatureContract feature = allowed(1000, 0, Map.of("a", 990.0, "b", 10.0));

        assertThat(feature.domain()).isEqualTo(new Domain.Words(List.of("a", "b")));
        assertThat(feature.minDomainMass()).isNull();
    }

    @Test
    void valuesOfWhichMostAreRareAreNoEnumeration() {
        Map<String, Double> counts = new HashMap<>(Map.of("a", 700.0));
        for (int i = 0; i < 300; i++) {
            counts.put("id" + i, 1.0);
        }

        assertThat(allowed(1000, 0, counts).domain()).isEqualTo(new Domain.Any());
    }

    @Test
    void fewRowsTellNothing() {
        FeatureContract feature = allowed(7, 3, Map.of("a", 6.0, "b", 1.0));

        assertThat(feature.presence()).isEqualTo(new Presence(null, 1L));
        assertThat(feature.minDomainMass()).isNull();
    }
}
