package io.streamgauge.checks.valueskew;

import static io.streamgauge.checks.valueskew.Values.NONE;
import static io.streamgauge.checks.valueskew.Values.list;
import static io.streamgauge.checks.valueskew.Values.number;
import static io.streamgauge.checks.valueskew.Values.skew;
import static io.streamgauge.checks.valueskew.Values.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.checks.valueskew.Value.Bool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ValueSkewTest {
    private static ValueSkew of(String... features) {
        return new ValueSkew(List.of(features), feature -> Comparison.EXACT);
    }

    private static Value[] row(Value... values) {
        return values;
    }

    @Test
    void eachPairCountsOnce() {
        FeatureCounts counts = skew(
                        List.of(number(1), number(1), number(1), NONE, NONE, list(), list(), list(number(1))),
                        List.of(number(1), number(2), NONE, number(1), NONE, list(), NONE, list()))
                .counts();

        assertThat(counts).isEqualTo(new FeatureCounts(2, 1, 2, 1, 1));
        assertThat(counts.baseCount()).isEqualTo(4);
        assertThat(counts.testCount()).isEqualTo(3);
        assertThat(counts.differing()).isEqualTo(4);
        assertThat(counts.rate()).isEqualTo(4.0 / 6);
    }

    @Test
    void upperBoundIsThatOfClopperAndPearson() {
        assertThat(new FeatureCounts(100, 0, 0, 0, 0).upperBound()).isCloseTo(1 - Math.pow(0.05, 0.01), within(1e-12));
        // R 4.3: binom.test(3, 100, alternative = "less")$conf.int[2]
        assertThat(new FeatureCounts(97, 1, 1, 1, 0).upperBound()).isCloseTo(0.0757, within(1e-4));
        assertThat(new FeatureCounts(0, 0, 0, 0, 0).upperBound()).isEqualTo(1);
        assertThat(new FeatureCounts(0, 0, 0, 0, 0).rate()).isZero();
        assertThatThrownBy(() -> new FeatureCounts(1, 0, 0, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FeatureCounts(1, -1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void featureThatNoRowHasIsNotTold() {
        var skew = of("x", "never");
        skew.add(row(number(1), NONE), row(number(1), NONE));

        assertThat(skew.features()).extracting(FeatureSkew::feature).containsExactly("x");
        assertThat(skew.pairs()).isEqualTo(1);
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        assertThatThrownBy(() -> of("x").add(row(), row(number(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows of 0 and 1 values, but there are 1 features");
    }

    @Test
    void evidenceKnowsEarlierRowsAndOtherColumns() {
        var skew = of("x", "y");
        skew.add(row(number(1), number(10)), row(number(1), number(10)));
        skew.add(row(number(2), number(20)), row(number(2), number(20)));
        skew.add(row(number(3), number(30)), row(number(30), number(3)));
        skew.add(row(number(4), number(40)), row(number(2), number(40)));

        List<Mismatch> differing = skew.features().get(0).evidence().differing();

        assertThat(differing)
                .containsExactly(
                        new Mismatch(number(3), number(30), 2, 0, List.of("y"), List.of("y")),
                        new Mismatch(number(4), number(2), 3, 0b10, List.of(), List.of()));
        assertThat(skew.features().get(0).evidence().usual()).containsExactly(number(1), number(2));
    }

    @Test
    void evidenceIsBoundedAndCountsAreNot() {
        FeatureSkew skew = skew(Collections.nCopies(2_000, number(1)), Collections.nCopies(2_000, number(2)));

        assertThat(skew.counts().mismatch()).isEqualTo(2_000);
        assertThat(skew.evidence().differing()).hasSize(500);
        assertThat(skew.evidence().mismatches()).hasSize(500);
    }

    @Test
    void evidenceTellsTheThreeWaysToDifferApart() {
        Evidence evidence = skew(List.of(number(1), number(2), NONE), List.of(number(9), NONE, text("t")))
                .evidence();

        assertThat(evidence.mismatches()).containsExactly(Mismatch.of(number(1), number(9)));
        assertThat(evidence.baseOnly()).containsExactly(number(2));
        assertThat(evidence.testOnly()).containsExactly(text("t"));
    }

    @Test
    void valuesAreWrittenAsAPersonWould() {
        assertThat(
                        List.of(number(3), number(0.5), number(1e300), text("a"), new Bool(true), NONE, list(number(1)))
                                .stream()
                                .map(Value::text))
                .containsExactly("3", "0.5", "1.0E300", "a", "true", "", "[1]");
    }

    @Property(tries = 200)
    void countsDoNotDependOnTheOrderOfThePairs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int pairs) {
        var random = new Random(seed);
        List<Value[][]> rows = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            rows.add(new Value[][] {{any(random), any(random)}, {any(random), any(random)}});
        }
        ValueSkew ordered = of("x", "y");
        rows.forEach(pair -> ordered.add(pair[0], pair[1]));
        Collections.shuffle(rows, random);
        ValueSkew shuffled = of("x", "y");
        rows.forEach(pair -> shuffled.add(pair[0], pair[1]));

        assertThat(shuffled.features().stream().map(FeatureSkew::counts))
                .containsExactlyElementsOf(
                        ordered.features().stream().map(FeatureSkew::counts).toList());
        for (FeatureSkew feature : ordered.features()) {
            FeatureCounts counts = feature.counts();
            assertThat(counts.compared()).isLessThanOrEqualTo(pairs);
            assertThat(counts.baseCount() + counts.testOnly()).isEqualTo(counts.compared() - counts.bothEmpty());
            assertThat(counts.rate()).isLessThanOrEqualTo(counts.upperBound());
        }
    }

    private static Value any(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> NONE;
            case 1 -> list();
            case 2 -> text("a");
            default -> number(random.nextInt(3));
        };
    }
}
