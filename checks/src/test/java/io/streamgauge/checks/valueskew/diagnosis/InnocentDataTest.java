package io.streamgauge.checks.valueskew.diagnosis;

import static io.streamgauge.checks.valueskew.Values.NONE;
import static io.streamgauge.checks.valueskew.Values.number;
import static io.streamgauge.checks.valueskew.Values.skew;
import static io.streamgauge.checks.valueskew.Values.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.valueskew.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Values that differ for no systematic reason: nothing may be said about them. */
class InnocentDataTest {
    /** What a feature is like. */
    private enum Kind {
        NORMAL(random -> number(random.nextGaussian())),
        FAR_FROM_ZERO(random -> number(1e6 + random.nextGaussian())),
        MONEY(random -> number(Math.rint(100 * Math.exp(3 + random.nextGaussian())) / 100)),
        COUNTS(random -> number((int) (-3 * Math.log(1 - random.nextDouble())))),
        HOURS(random -> number(random.nextInt(24))),
        FEW_CLASSES(random -> number(random.nextInt(3))),
        MOSTLY_ZERO(random -> number(random.nextInt(20) > 0 ? 0 : random.nextInt(50))),
        YEARS(random -> number(1990 + random.nextInt(30))),
        TIMES(random -> number(1_700_000_000 + random.nextInt(10_000_000))),
        SHARES(random -> number(random.nextInt(101) / 100.0)),
        WORDS(random -> text("w" + (int) Math.pow(200, random.nextDouble()))),
        LETTERS(random -> text(String.valueOf("aAbBcC".charAt(random.nextInt(6))))),
        GAPS(random -> random.nextInt(3) == 0 ? NONE : number(random.nextInt(1_000)));

        private final Function<Random, Value> draw;

        Kind(Function<Random, Value> draw) {
            this.draw = draw;
        }
    }

    @Provide
    Arbitrary<Kind> kinds() {
        return Arbitraries.of(Kind.values());
    }

    @Property(tries = 200)
    void independentValuesGetNoDiagnosis(
            @ForAll("kinds") Kind kind, @ForAll long seed, @ForAll @IntRange(min = 40, max = 200) int rows) {
        var random = new Random(seed);
        List<Value> base = draw(kind, random, rows);
        List<Value> test = draw(kind, random, rows);

        assertThat(Diagnoses.of(skew(base, test))).as(kind + " " + seed).isEmpty();
    }

    @Property(tries = 200)
    void aFewValuesReplacedAtRandomGetNoDiagnosis(
            @ForAll("kinds") Kind kind, @ForAll long seed, @ForAll @IntRange(min = 200, max = 500) int rows) {
        var random = new Random(seed);
        List<Value> base = draw(kind, random, rows);
        List<Value> test = new ArrayList<>(base);
        for (int i = 0; i < rows; i += 5) {
            test.set(i, kind.draw.apply(random));
        }

        assertThat(Diagnoses.of(skew(base, test))).as(kind + " " + seed).isEmpty();
    }

    @Property(tries = 100)
    void noiseOnNumbersGetsNoDiagnosis(@ForAll long seed, @ForAll @IntRange(min = -5, max = -1) int size) {
        var random = new Random(seed);
        double noise = Math.pow(10, size);
        List<Value> base = draw(Kind.NORMAL, random, 300);
        List<Value> test = base.stream()
                .map(each -> number(((Value.Numeric) each).value() + noise * random.nextGaussian()))
                .toList();

        assertThat(Diagnoses.of(skew(base, test)))
                .as("noise " + noise + ", seed " + seed)
                .isEmpty();
    }

    @Property(tries = 100)
    void equalValuesGetNoDiagnosis(@ForAll("kinds") Kind kind, @ForAll long seed) {
        List<Value> values = draw(kind, new Random(seed), 100);

        assertThat(Diagnoses.of(skew(values, values))).isEmpty();
    }

    /** Readings that creep upwards: neighbours are alike, yet none is a copy of an earlier one. */
    @Property(tries = 100)
    void wanderingReadingsAreNoLag(@ForAll long seed) {
        var random = new Random(seed);
        List<Value> base = new ArrayList<>();
        List<Value> test = new ArrayList<>();
        double level = 0;
        for (int i = 0; i < 300; i++) {
            level += random.nextGaussian();
            base.add(number(level));
            test.add(number(level + random.nextGaussian()));
        }

        assertThat(Diagnoses.of(skew(base, test))).as("seed " + seed).isEmpty();
    }

    @Test
    void nineDifferencesProveNothing() {
        List<Value> base = draw(Kind.MONEY, new Random(1), 9);
        List<Value> test = base.stream()
                .map(each -> number(2 * ((Value.Numeric) each).value()))
                .toList();

        assertThat(Diagnoses.of(skew(base, test))).isEmpty();
    }

    private static List<Value> draw(Kind kind, Random random, int rows) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(kind.draw.apply(random));
        }
        return values;
    }
}
