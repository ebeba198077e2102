package io.streamgauge.statistics;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Data that the tests of several packages share. The reference and current data need no random generator. */
public final class Fixtures {

    public static final Vocabulary LETTERS = Vocabulary.of(List.of("a", "b", "c"));
    public static final Grid DECIMALS = Grid.of(-1, -0.5, 0, 0.5, 1, 10);

    private Fixtures() {}

    /** 2000 values, about uniform on [0, 1). */
    public static double[] referenceNumbers() {
        return IntStream.range(0, 2000)
                .mapToDouble(i -> (7919L * i % 10007) / 10007.0)
                .toArray();
    }

    /** 1500 values, the reference drawn towards 1. */
    public static double[] currentNumbers() {
        return IntStream.range(0, 1500)
                .mapToDouble(i -> Math.pow((7919L * i % 10007) / 10007.0, 0.8))
                .toArray();
    }

    public static NumericProfile profileOf(Grid grid, double... values) {
        var profile = grid.newProfile();
        for (double value : values) {
            profile.add(value);
        }
        return profile;
    }

    public static CategoricalProfile profileOf(Vocabulary vocabulary, Map<String, Integer> counts) {
        var profile = vocabulary.newProfile();
        counts.forEach((value, count) -> IntStream.range(0, count).forEach(i -> profile.add(value)));
        return profile;
    }

    public static CategoricalProfile referenceLetters() {
        return profileOf(LETTERS, Map.of("a", 500, "b", 300, "c", 200));
    }

    public static CategoricalProfile currentLetters() {
        return profileOf(LETTERS, Map.of("a", 400, "b", 350, "c", 200, "d", 50));
    }

    /** A row that a profile can count: a number, a value, or one of {@link Oddity}. */
    public static void add(Profile profile, Object row) {
        if (row == Oddity.MISSING) {
            profile.addMissing();
        } else if (row == Oddity.MISTYPED) {
            profile.addMistyped();
        } else if (profile instanceof NumericProfile numeric) {
            numeric.add((Double) row);
        } else {
            ((CategoricalProfile) profile).add((String) row);
        }
    }

    public static Profile profileOf(Layout layout, Iterable<?> rows) {
        Profile profile = layout.newProfile();
        rows.forEach(row -> add(profile, row));
        return profile;
    }

    /** Rows without a value of the feature's type. */
    public enum Oddity {
        MISSING,
        MISTYPED
    }

    /** A layout of either kind with rows for it, split into three parts. */
    public record Rows(Layout layout, List<List<Object>> parts) {

        public List<Object> all() {
            return parts.stream().<Object>flatMap(List::stream).toList();
        }

        public List<Profile> profiles() {
            return parts.stream().map(part -> profileOf(layout, part)).toList();
        }
    }

    public static Arbitrary<Rows> rows() {
        return Arbitraries.oneOf(rowsFor(grids(), numbers()), rowsFor(vocabularies(), values()));
    }

    private static Arbitrary<Rows> rowsFor(Arbitrary<? extends Layout> layouts, Arbitrary<?> values) {
        Arbitrary<Object> row = Arbitraries.frequencyOf(
                Tuple.of(8, values.asGeneric()),
                Tuple.of(1, Arbitraries.of(Oddity.class).asGeneric()));
        Arbitrary<List<List<Object>>> parts = row.list().ofMaxSize(100).list().ofSize(3);
        return layouts.flatMap(layout -> parts.map(list -> new Rows(layout, list)));
    }

    public static Arbitrary<Grid> grids() {
        return Arbitraries.oneOf(
                numbers()
                        .list()
                        .ofMaxSize(200)
                        .map(values -> Grid.fromSample(
                                values.stream().mapToDouble(v -> v).toArray(), 16)),
                Arbitraries.doubles()
                        .between(-1e6, 1e6)
                        .array(double[].class)
                        .ofMaxSize(100)
                        .map(values -> Grid.fromSample(values, 64)));
    }

    private static Arbitrary<Vocabulary> vocabularies() {
        return values().set().ofMaxSize(40).map(Vocabulary::of);
    }

    /** Any double, the awkward ones often. */
    public static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        0.0,
                        -0.0,
                        1.0,
                        -1.0,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        Double.MIN_VALUE,
                        1e300,
                        -1e300),
                Arbitraries.doubles().between(-10, 10).ofScale(2),
                Arbitraries.longs().map(Double::longBitsToDouble));
    }

    /** Values with many repetitions, some long, some not ASCII. */
    private static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 120).map(i -> "v" + i),
                Arbitraries.of("", "a", "\u00e9", "\ud83d\ude00", "\ud83d"),
                Arbitraries.integers().between(250, 270).map("\u00e9"::repeat));
    }
}
