package io.streamgauge.checks.valueskew.diagnosis;

import static io.streamgauge.checks.valueskew.Values.NONE;
import static io.streamgauge.checks.valueskew.Values.number;
import static io.streamgauge.checks.valueskew.Values.skew;
import static io.streamgauge.checks.valueskew.Values.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.FeatureSkew;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.ValueSkew;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bugs put into generated data on purpose: each must be called by its name. */
class InjectedBugsTest {
    private static final int ROWS = 400;
    private static final List<String> CITIES =
            List.of("Zürich", "São Paulo", "Kraków", "Malmö", "Besançon", "Córdoba", "Århus", "Škofja Loka");

    private final Random random = new Random(7);

    private List<Value> numbers(DoubleUnaryOperator ofUniform) {
        return rows(i -> number(ofUniform.applyAsDouble(random.nextDouble())));
    }

    private static List<Value> rows(IntFunction<Value> row) {
        return IntStream.range(0, ROWS).mapToObj(row).toList();
    }

    private static List<Value> changed(List<Value> values, DoubleUnaryOperator bug) {
        return values.stream()
                .map(each -> number(bug.applyAsDouble(((Value.Numeric) each).value())))
                .toList();
    }

    private static List<Value> rewritten(List<Value> values, UnaryOperator<String> bug) {
        return values.stream().map(each -> text(bug.apply(each.text()))).toList();
    }

    private List<Value> cities() {
        return rows(i -> text(CITIES.get(random.nextInt(CITIES.size()))));
    }

    private static void assertNamed(FeatureSkew skew, BugKind kind, String words) {
        List<Diagnosis> found = Diagnoses.of(skew);
        assertThat(found).extracting(Diagnosis::kind).containsExactly(kind);
        assertThat(found.get(0).words()).contains(words);
        assertThat(Diagnoses.words(skew)).containsExactly(found.get(0).words());
    }

    @Test
    void milesInKilometres() {
        List<Value> miles = numbers(u -> 50 + 2_500 * u);

        assertNamed(skew(miles, changed(miles, x -> x * 1.609344)), BugKind.UNIT, "miles to kilometres");
        assertNamed(skew(changed(miles, x -> x * 1.609344), miles), BugKind.UNIT, "kilometres to miles");
        assertNamed(skew(miles, changed(miles, x -> x * 1.609)), BugKind.UNIT, "1.609");
        assertNamed(
                skew(changed(miles, Math::rint), changed(miles, x -> Math.rint(Math.rint(x) * 1.609344))),
                BugKind.UNIT,
                "1.609344 x training (miles to kilometres)");
    }

    @Test
    void otherUnits() {
        List<Value> celsius = numbers(u -> Math.rint(10 * (-10 + 40 * u)) / 10);

        assertNamed(skew(celsius, changed(celsius, x -> x * 1.8 + 32)), BugKind.UNIT, "serving is in degrees Fahr");
        assertNamed(skew(changed(celsius, x -> x * 1.8 + 32), celsius), BugKind.UNIT, "serving is in degrees Cels");
        assertNamed(skew(celsius, changed(celsius, x -> x + 273.15)), BugKind.UNIT, "kelvins");
        assertNamed(skew(celsius, changed(celsius, x -> -x)), BugKind.UNIT, "the sign is turned");
        List<Value> seconds = numbers(u -> Math.rint(3_600 * u));
        assertNamed(skew(seconds, changed(seconds, x -> x * 1_000)), BugKind.UNIT, "thousandths");
        assertNamed(skew(seconds, changed(seconds, x -> x * 17.25)), BugKind.UNIT, "serving = 17.25 x training");
    }

    @Test
    void oneHourOfTimeZone() {
        List<Value> seconds = numbers(u -> Math.rint(1_700_000_000 + 1e6 * u));

        assertNamed(skew(seconds, changed(seconds, x -> x + 3_600)), BugKind.TIME_ZONE, "+1 h: another time zone");
        assertNamed(
                skew(changed(seconds, x -> x * 1_000), changed(seconds, x -> x * 1_000 - 5.5 * 3_600_000)),
                BugKind.TIME_ZONE,
                "-5.5 h");
        List<Value> texts = rows(i -> text(
                Instant.ofEpochSecond(1_700_000_000 + random.nextInt(1_000_000)).toString()));
        assertNamed(
                skew(
                        texts,
                        rewritten(
                                texts,
                                each -> Instant.parse(each).plusSeconds(7_200).toString())),
                BugKind.TIME_ZONE,
                "+2 h");
        List<Value> hours = numbers(u -> Math.floor(24 * u));
        assertNamed(skew(hours, changed(hours, x -> (x + 1) % 24)), BugKind.TIME_ZONE, "+1 h around the clock");
        assertNamed(skew(hours, changed(hours, x -> (x + 19) % 24)), BugKind.TIME_ZONE, "-5 h around the clock");
    }

    @Test
    void constantOffset() {
        List<Value> amounts = numbers(u -> Math.rint(1e4 * u) / 100);

        assertNamed(skew(amounts, changed(amounts, x -> x + 12.5)), BugKind.OFFSET, "serving = training +12.5");
        assertNamed(skew(amounts, changed(amounts, x -> x - 1)), BugKind.OFFSET, "serving = training -1");
    }

    @Test
    void lateByRowsOrFromAStaleCache() {
        List<Value> base = numbers(u -> 1_000 * u);

        assertNamed(skew(base, rows(i -> base.get(Math.max(0, i - 1)))), BugKind.LAG, "1 row(s) before");
        assertNamed(skew(base, rows(i -> base.get(Math.max(0, i - 5)))), BugKind.LAG, "5 row(s) before");
        assertNamed(skew(base, rows(i -> base.get(i / 30 * 30))), BugKind.STALE, "a stale cache");
    }

    @Test
    void staleValuesOfRowsBeforeTheFirstOnesThatAreLookedAt() {
        List<Value> all = numbers(u -> 1_000 * u);
        List<Value> base = all.subList(20, 140);

        assertNamed(skew(base, all.subList(0, 120)), BugKind.LAG, "20 row(s) before");
        List<Value> refreshedEvery20 =
                IntStream.range(0, 120).mapToObj(i -> all.get(i / 20 * 20 + 19)).toList();
        assertNamed(skew(base, refreshedEvery20), BugKind.STALE, "a stale cache");
    }

    @Test
    void fewerDigits() {
        List<Value> base = numbers(u -> 1_000 * u);

        assertNamed(skew(base, changed(base, x -> (float) x)), BugKind.ROUNDING, "single precision");
        assertNamed(skew(base, changed(base, Math::floor)), BugKind.ROUNDING, "cut to whole numbers");
        assertNamed(skew(base, changed(base, Math::rint)), BugKind.ROUNDING, "rounded to whole numbers");
        assertNamed(skew(base, changed(base, Math::ceil)), BugKind.ROUNDING, "rounded up to whole numbers");
        assertNamed(skew(base, changed(base, x -> Math.rint(x * 100) / 100)), BugKind.ROUNDING, "2 decimals");
        assertNamed(skew(changed(base, Math::rint), base), BugKind.ROUNDING, "training has serving's");
        assertNamed(skew(base, changed(base, x -> 10 * Math.rint(x / 10))), BugKind.ROUNDING, "multiples of 10");
        assertNamed(skew(base, changed(base, x -> x * (1 + 1e-12))), BugKind.ROUNDING, "last digits");
        List<Value> signed = numbers(u -> 1_000 * u - 500);
        assertNamed(skew(signed, changed(signed, Math::floor)), BugKind.ROUNDING, "rounded down");
    }

    @Test
    void textWrittenInAnotherWay() {
        List<Value> cities = cities();

        assertNamed(
                skew(cities, rewritten(cities, each -> each.toUpperCase(Locale.ROOT))),
                BugKind.TEXT_FORM,
                "upper and lower case");
        assertNamed(skew(cities, rewritten(cities, each -> " " + each + " ")), BugKind.TEXT_FORM, "whitespace");
        assertNamed(
                skew(cities, rewritten(cities, each -> each.toLowerCase(Locale.ROOT) + "\u00a0")),
                BugKind.TEXT_FORM,
                "case and whitespace");
        assertNamed(skew(cities, rewritten(cities, each -> '"' + each + '"')), BugKind.TEXT_FORM, "quotes");
        assertNamed(
                skew(cities, rewritten(cities, each -> new String(each.getBytes(UTF_8), ISO_8859_1))),
                BugKind.ENCODING,
                "serving read UTF-8 as another character set");
        assertNamed(
                skew(cities, rewritten(cities, each -> each.replaceAll("[^\\p{ASCII}]", "?"))),
                BugKind.ENCODING,
                "lost the characters beyond ASCII");
        List<Value> codes = rows(i -> text("0" + (1_000 + random.nextInt(9_000))));
        assertNamed(skew(codes, rewritten(codes, each -> each.substring(1))), BugKind.TEXT_FORM, "leading zeros");
        List<Value> numbers = numbers(u -> Math.rint(1e5 * u));
        assertNamed(skew(numbers, rewritten(numbers, each -> each)), BugKind.TYPE, "the same as text");
    }

    @Test
    void listsInAnotherOrder() {
        List<Value> base = rows(i -> new Items(List.of(number(i), number(i + 1), text("z"))));
        List<Value> turned = rows(i -> new Items(List.of(text("z"), number(i + 1), number(i))));

        assertNamed(skew(base, turned), BugKind.LIST_ORDER, "another order");
    }

    @Test
    void defaultsInPlaceOfValuesOrNothing() {
        List<Value> ages = numbers(u -> Math.rint(80 * u) + 1);

        assertNamed(skew(ages, changed(ages, x -> 0)), BugKind.DEFAULT_VALUE, "serving has '0' in place of");
        assertNamed(skew(changed(ages, x -> -1), ages), BugKind.DEFAULT_VALUE, "training has '-1' in place of");
        List<Value> gaps = rows(i -> i % 4 == 0 ? NONE : ages.get(i));
        List<Value> filled = rows(i -> i % 4 == 0 ? number(-999) : ages.get(i));
        assertNamed(skew(gaps, filled), BugKind.DEFAULT_VALUE, "serving has '-999' where training has nothing");
        assertNamed(skew(filled, gaps), BugKind.DEFAULT_VALUE, "training has '-999' where serving has nothing");
        assertNamed(skew(ages, Collections.nCopies(ROWS, NONE)), BugKind.ONE_SIDED, "serving never has it");
        assertNamed(skew(Collections.nCopies(ROWS, NONE), ages), BugKind.ONE_SIDED, "training never has it");
    }

    @Test
    void twoBugsAtOnceAreBothTold() {
        List<Value> base = numbers(u -> 50 + 2_500 * u);
        List<Value> agreed = rows(i -> i < 100 ? base.get(i) : i < 200 ? NONE : base.get(i));
        List<Value> test = rows(i ->
                i < 100 ? base.get(i) : number(i < 200 ? 0 : 1.609344 * ((Value.Numeric) base.get(i)).value()));

        assertThat(Diagnoses.of(skew(agreed, test)))
                .extracting(Diagnosis::kind)
                .containsExactly(BugKind.UNIT, BugKind.DEFAULT_VALUE);
    }

    @Test
    void columnsInEachOthersPlace() {
        List<Value> origin = rows(i -> text("airport " + random.nextInt(300)));
        List<Value> destination = rows(i -> text("airport " + random.nextInt(300)));
        List<FeatureSkew> swapped = twoColumns(origin, destination, destination, origin);
        List<FeatureSkew> copied = twoColumns(origin, destination, destination, destination);

        assertNamed(swapped.get(0), BugKind.SWAPPED_COLUMNS, "swapped with 'b'");
        assertNamed(swapped.get(1), BugKind.SWAPPED_COLUMNS, "swapped with 'a'");
        assertNamed(copied.get(0), BugKind.OTHER_COLUMN, "what training has in 'b'");
        assertThat(Diagnoses.of(copied.get(1))).isEmpty();
    }

    private static List<FeatureSkew> twoColumns(List<Value> a, List<Value> b, List<Value> testA, List<Value> testB) {
        var skew = new ValueSkew(List.of("a", "b"), feature -> Comparison.EXACT);
        for (int i = 0; i < a.size(); i++) {
            skew.add(new Value[] {a.get(i), b.get(i)}, new Value[] {testA.get(i), testB.get(i)});
        }
        return skew.features();
    }

    @Test
    void bugOfNineInTenIsToldWithItsShare() {
        List<Value> base = numbers(u -> 50 + 2_500 * u);
        List<Value> test = new ArrayList<>(changed(base, x -> 1.609344 * x));
        for (int i = 0; i < ROWS; i += 20) {
            test.set(i, number(random.nextDouble()));
        }

        assertNamed(skew(base, test), BugKind.UNIT, "miles to kilometres) (95% of the differing pairs)");
    }
}
