package io.streamgauge.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.Fixtures;
import io.streamgauge.statistics.Fixtures.Rows;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileDistancesTest {
    private static final double[] REFERENCE = Fixtures.referenceNumbers();
    private static final double[] CURRENT = Fixtures.currentNumbers();
    private static final Distance CHI_SQUARE = ProfileDistances.of("chi-square");
    private static final Grid GRID = Grid.fromSample(REFERENCE, Grid.DEFAULT_BINS);

    @Provide
    Arbitrary<Distance> distances() {
        return Arbitraries.of(
                        "psi:zero-fill=1e-4",
                        "psi:min-share=0.01",
                        "kl",
                        "kl:direction=current-reference,zero-fill=adaptive",
                        "js-divergence:base=e",
                        "js-distance:missing=drop",
                        "l-infinity:robust=1.8",
                        "total-variation",
                        "hellinger",
                        "chi-square",
                        "g-test")
                .map(ProfileDistances::of);
    }

    @Provide
    Arbitrary<Rows> rows() {
        return Fixtures.rows().filter(rows -> rows.parts().stream().noneMatch(List::isEmpty));
    }

    @Property(tries = 300)
    void aDistanceIsFiniteAndZeroFromAProfileToItself(
            @ForAll("distances") Distance distance, @ForAll("rows") Rows rows) {
        if (!distance.appliesTo(rows.layout())) {
            return;
        }
        List<Profile> profiles = rows.profiles();

        assertThat(distance.between(profiles.get(0), profiles.get(0).copy())).isZero();
        assertThat(distance.between(profiles.get(0), profiles.get(1)))
                .isGreaterThanOrEqualTo(0)
                .isFinite();
    }

    /** The service and compare mean the same by the same words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "psi:zero-fill=1e-4",
                "kl:direction=current-reference",
                "js-divergence:base=e",
                "js-distance:missing=drop",
                "total-variation",
                "hellinger"
            })
    void profilesGiveWhatCompareComputesOnTheSameBins(String specification) {
        double ofProfiles = ProfileDistances.of(specification)
                .between(Fixtures.profileOf(GRID, REFERENCE), Fixtures.profileOf(GRID, CURRENT));
        Double ofValues = Metrics.of(MetricSpecification.parse(specification))
                .between(Numbers.of(REFERENCE), Numbers.of(CURRENT))
                .value();

        assertThat(ofValues).isNotNull();
        assertThat(ofProfiles).isPositive().isCloseTo(ofValues, within(1e-12));
    }

    /** scipy.stats.chi2_contingency of the four categories; see GoldenMetricTest. */
    @Test
    void chiSquareIsTheStatisticWithoutTheSampleSizes() {
        double value =
                ProfileDistances.of("chi-square").between(Fixtures.referenceLetters(), Fixtures.currentLetters());

        assertThat(value / (1 / 1000.0 + 1 / 1000.0)).isCloseTo(64.95726495726495, within(1e-9));
    }

    /** In 100,000 rows none, in a thousand one: to the statistic alone that is worth a hundred, as much as a large drift. */
    @Test
    void theFirstRowOfANewValueIsWorthAboutARowOnEitherSide() {
        Profile reference = letters(60_000, 40_000, 0);
        double n = 1000;
        double unit = 1 / n + 1 / 100_000.0;

        assertThat(CHI_SQUARE.between(reference, letters(599, 400, 1)) / unit).isBetween(1.5, 2.5);
        assertThat(CHI_SQUARE.between(reference, letters(550, 350, 100)) / unit).isGreaterThan(1000);
    }

    private static Profile letters(int a, int b, int c) {
        return Fixtures.profileOf(Fixtures.LETTERS, Map.of("a", a, "b", b, "c", c));
    }

    @Test
    void aPlainNameIsTheDistanceOfTheList() {
        assertThat(Distances.names())
                .allSatisfy(name -> assertThat(ProfileDistances.of(name)).isSameAs(Distances.named(name)));
        assertThat(ProfileDistances.of("jensen-shannon").name()).isEqualTo("js-divergence");
    }

    @Test
    void theNameRepeatsTheSpecificationAndTheConventionSettlesIt() {
        Distance distance = ProfileDistances.of("psi:zero-fill=1e-4");

        assertThat(distance.name()).isEqualTo("psi:zero-fill=1e-4");
        assertThat(distance.convention())
                .contains("binning=baseline")
                .contains("missing=bin")
                .contains("zero-fill=1e-4");
    }

    @Test
    void aWindowOfNothingButMissingValuesIsNeverEqualToOneWithValues() {
        NumericProfile values = Fixtures.profileOf(GRID, REFERENCE);
        NumericProfile missing = GRID.newProfile();
        missing.addMissing();
        Distance distance = ProfileDistances.of("js-distance:missing=drop");

        assertThat(distance.between(values, missing)).isEqualTo(1);
        assertThat(distance.between(missing, values)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "psi:binning=reference-quantile,bins=10 | binning must be one of baseline",
                "psi:bins=10                     | psi has no parameter 'bins'",
                "psi:zero-fill=none              | zero-fill must be half-count, adaptive or a number",
                "anderson-darling                | anderson-darling is not computed on profiles",
                "ks:p-value=exact                | ks has no parameters on profiles",
                "normalized-absolute-difference  | normalized-absolute-difference is not computed on profiles",
                "jensen                          | no metric is named 'jensen'",
                "psi:zero                        | 'zero' is not key=value",
            })
    void whatProfilesCannotSayIsRefusedInOneLine(String specification, String message) {
        assertThatThrownBy(() -> ProfileDistances.of(specification))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aLargestShareIsNotForNumbers() {
        assertThat(ProfileDistances.of("l-infinity:robust=1.8").appliesTo(GRID)).isFalse();
        assertThat(ProfileDistances.of("l-infinity:robust=1.8").appliesTo(Fixtures.LETTERS))
                .isTrue();
    }
}
