package io.streamgauge.schemas.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BaselineBuilderTest {
    private static final long TEN_PAST_MIDNIGHT =
            Instant.parse("2001-01-01T00:10:00Z").toEpochMilli();
    private static final long MIDNIGHT = Instant.parse("2001-01-01T00:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void typesDecideTheLayouts() throws IOException {
        Baseline baseline = Flights.baseline(1000);

        assertThat(baseline.features(Source.FEATURES))
                .extracting(feature -> feature.layout().getClass().getSimpleName())
                .containsExactly("Grid", "Vocabulary", "Vocabulary");
        FeatureBaseline distance = baseline.features(Source.FEATURES).get(0);
        assertThat(((Grid) distance.layout()).edges()).hasSizeBetween(40, 65);
        assertThat(((NumericProfile) distance.total()).mean()).isBetween(490.0, 510.0);
        assertThat(((Vocabulary) baseline.features(Source.FEATURES).get(2).layout()).size())
                .isEqualTo(2);
    }

    @Test
    void missingAndMistypedAreCounted() throws IOException {
        Profile total = Flights.baseline(1000).features(Source.FEATURES).get(0).total();

        assertThat(total.count()).isEqualTo(1000);
        assertThat(total.missing()).isEqualTo(10);
        assertThat(total.mistyped()).isEqualTo(10);
    }

    @Test
    void windowsAreAlignedAdjacentAndIncludeTheEmptyOnes() throws IOException {
        Baseline baseline = Flights.builder().build(consumer -> {
            Flights.feature(consumer, TEN_PAST_MIDNIGHT, 1, "JFK", true);
            Flights.feature(consumer, TEN_PAST_MIDNIGHT + 3 * HOUR, 2, "JFK", true);
            Flights.feature(consumer, TEN_PAST_MIDNIGHT + 3 * HOUR + 1, 3, "JFK", true);
        });

        List<ReferenceWindow> windows = baseline.windows(Source.FEATURES);
        assertThat(windows)
                .extracting(ReferenceWindow::startMs)
                .containsExactly(MIDNIGHT, MIDNIGHT + HOUR, MIDNIGHT + 2 * HOUR, MIDNIGHT + 3 * HOUR);
        assertThat(windows).extracting(ReferenceWindow::count).containsExactly(1L, 0L, 0L, 2L);
        assertThat(windows)
                .extracting(window -> window.busy().slots().toString())
                .as("minutes with rows")
                .containsExactly("{10}", "{}", "{}", "{10}");
        assertThat(windows.get(1).profiles()).hasSize(3);
        assertThat(baseline.windows(Source.LABELS)).isEmpty();
    }

    @Test
    void windowsAddUpToTheTotal() throws IOException {
        Baseline baseline = Flights.baseline(3000);

        for (int feature = 0; feature < 3; feature++) {
            FeatureBaseline expected = baseline.features(Source.FEATURES).get(feature);
            Profile sum = expected.layout().newProfile();
            for (ReferenceWindow window : baseline.windows(Source.FEATURES)) {
                sum.mergeFrom(window.profiles().get(feature));
            }
            assertThat(sum.toBytes()).isEqualTo(expected.total().toBytes());
        }
    }

    @Test
    void rowWithoutTimeCountsInTheTotalOnly() throws IOException {
        Baseline baseline =
                Flights.builder().build(consumer -> consumer.accept(Source.FEATURES, Flights.row(1, "JFK", true)));

        assertThat(baseline.features(Source.FEATURES).get(0).total().count()).isEqualTo(1);
        assertThat(baseline.windows(Source.FEATURES)).isEmpty();
    }

    @Test
    void wrongEventTimesAreRefusedBeforeTheyFillTheMemory() {
        assertThatThrownBy(() -> Flights.builder().build(consumer -> {
                    Flights.feature(consumer, 0, 1, "JFK", true);
                    Flights.feature(consumer, TEN_PAST_MIDNIGHT, 1, "JFK", true);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1970-01-01T00:00:00Z to 2001-01-01T00:00:00Z")
                .hasMessageContaining("windows of PT1H");
    }

    @Test
    void noRowsMakeNoBaseline() {
        assertThatThrownBy(() -> Flights.builder().build(consumer -> {})).hasMessageContaining("at least one row");
    }

    @Test
    void vocabularyKeepsTheMostFrequentValuesAndTiesGoByValue() throws IOException {
        DataSchema schema =
                new DataSchema(List.of(new FeatureSchema("word", Source.FEATURES, FeatureType.CATEGORICAL)));
        Baseline baseline = BaselineBuilder.of("m", "1", schema).build(consumer -> {
            for (int i = 0; i < 2000; i++) {
                Flights.word(consumer, "rare%04d".formatted(i));
            }
            Flights.word(consumer, "zz");
            Flights.word(consumer, "zz");
            Flights.word(consumer, "x".repeat(300));
            Flights.word(consumer, "x".repeat(300));
        });

        FeatureBaseline word = baseline.features(Source.FEATURES).get(0);
        Vocabulary vocabulary = (Vocabulary) word.layout();
        assertThat(vocabulary.size()).isEqualTo(1000);
        assertThat(vocabulary.indexOf("zz")).isNotNegative();
        assertThat(vocabulary.indexOf("rare0998")).isNotNegative();
        assertThat(vocabulary.indexOf("rare0999")).isEqualTo(-1);
        assertThat(((CategoricalProfile) word.total()).unseen()).isEqualTo(1003);
    }

    @Property(tries = 30)
    void theSameRowsGiveTheSameId(@ForAll @IntRange(min = 1, max = 500) int rows) throws IOException {
        assertThat(Flights.baseline(rows).id())
                .isEqualTo(Flights.baseline(rows).id())
                .isNotEqualTo(Flights.baseline(rows + 1).id())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void sampleKeepsAllRowsWhileTheyFitAndAFairShareBeyond() {
        RowSample small = sampleOf(1000, 1000);
        assertThat(small.column(0)).hasSize(1000);

        double[] kept = sampleOf(1000, 100_000).column(0);
        assertThat(kept)
                .hasSizeBetween(400, 1000)
                .isEqualTo(sampleOf(1000, 100_000).column(0));
        List<Double> early = new ArrayList<>();
        for (double value : kept) {
            if (value < 50_000) {
                early.add(value);
            }
        }
        assertThat(early.size() / (double) kept.length).isBetween(0.4, 0.6);
    }

    private static RowSample sampleOf(int capacity, int rows) {
        RowSample sample = new RowSample(1, capacity);
        for (int i = 0; i < rows; i++) {
            if (sample.startRow()) {
                sample.put(0, i);
            }
        }
        return sample;
    }
}
