package io.streamgauge.statistics.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast kernels of the profiles do exactly what the plain definitions say, on any double and any bytes. */
class KernelLawsTest {

    /** Shapes that the buckets of the bin search must cope with; each maps a value of (0, 1). */
    enum Shape {
        UNIFORM(u -> u),
        NORMAL(u -> Math.log(u / (1 - u))),
        LOGNORMAL(u -> Math.exp(1.5 * Math.log(u / (1 - u)))),
        VERY_HEAVY_TAILS(u -> Math.tan(Math.PI * (u - 0.5)) * Math.exp(20 * (u - 0.5))),
        EPOCH_SECONDS(u -> 1.7e9 + Math.floor(1e6 * u)),
        FEW_VALUES(u -> Math.floor(9 * u * u)),
        ONE_VALUE(u -> 7),
        SUBNORMAL(u -> u * 1e-310),
        THE_WHOLE_RANGE(u -> (u - 0.5) * 2 * Double.MAX_VALUE),
        ALL_EXPONENTS(u -> Double.longBitsToDouble((long) (u * 0x7FE0_0000_0000_0000L)) * (u * 1e9 % 1 < 0.5 ? -1 : 1)),
        NEIGHBOURS(u -> Double.longBitsToDouble(Double.doubleToRawLongBits(1e10) + (long) (200 * u)));

        private final DoubleUnaryOperator quantile;

        Shape(DoubleUnaryOperator quantile) {
            this.quantile = quantile;
        }

        double[] values(int size, long seed) {
            return new SplittableRandom(seed)
                    .doubles(size, 1e-9, 1 - 1e-9)
                    .map(quantile)
                    .toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyValueFallsIntoTheBinThatTheDefinitionSays(Shape shape) {
        for (int bins : new int[] {1, 2, 3, 4, 7, 64, 1000, 4096}) {
            double[] sample = shape.values(20_000, 1);
            Grid grid = Grid.fromSample(sample, bins);
            double[] edges = grid.edges();

            assertThat(probes(shape, edges)).allMatch(v -> grid.indexOf(v) == edgesNotAbove(edges, v));
        }
    }

    private static List<Double> probes(Shape shape, double[] edges) {
        var anything = new SplittableRandom(2).longs(2000).mapToObj(Double::longBitsToDouble);
        var near = Arrays.stream(edges).boxed().flatMap(e -> Stream.of(e, Math.nextUp(e), Math.nextDown(e), -e));
        var limits = Stream.of(-0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE);
        var likely = Arrays.stream(shape.values(2000, 3)).boxed();
        return Stream.of(anything, near, limits, likely)
                .flatMap(values -> values)
                .filter(Double::isFinite)
                .toList();
    }

    private static int edgesNotAbove(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value + 0.0);
        return found >= 0 ? found + 1 : ~found;
    }

    @ParameterizedTest
    @EnumSource
    void aProfileIsTheBytesThatTheDefinitionSays(Shape shape) {
        Grid grid = Grid.fromSample(shape.values(5000, 1), Grid.DEFAULT_BINS);
        double[] values =
                probes(shape, grid.edges()).stream().mapToDouble(v -> v).toArray();
        NumericProfile profile = grid.newProfile();
        Arrays.stream(values).forEach(profile::add);
        for (double special : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            profile.add(special);
        }
        profile.addMissing();

        assertThat(profile.toBytes()).isEqualTo(defined(grid, values));
    }

    @ParameterizedTest
    @EnumSource
    void manyValuesAtOnceCountAsOneAfterTheOther(Shape shape) {
        Grid grid = Grid.fromSample(shape.values(5000, 1), Grid.DEFAULT_BINS);
        double[] values = Stream.of(probes(shape, grid.edges()), List.of(Double.NaN, 1.0 / 0.0, -1.0 / 0.0, -0.0))
                .flatMap(List::stream)
                .mapToDouble(v -> v)
                .toArray();
        NumericProfile apart = grid.newProfile();
        Arrays.stream(values).forEach(apart::add);
        NumericProfile together = grid.newProfile();
        for (int from = 0, size = 1; from < values.length; from += size, size = size * 2 % 1000) {
            double[] part = Arrays.copyOfRange(values, from, from + size);
            together.addAll(part, Math.min(size, values.length - from));
        }
        together.addAll(new double[5], 0);

        assertThat(together.toBytes()).isEqualTo(apart.toBytes());
        assertThat(together.mean()).isEqualTo(apart.mean());
    }

    /** The bytes of a profile of these finite values, one NaN, one infinity of each sign and one missing row. */
    private static byte[] defined(Grid grid, double[] values) {
        var counts = new long[grid.bins()];
        int overflow = grid.edgeCount();
        Arrays.fill(counts, overflow + 1, overflow + 5, 1);
        BigInteger[] sums = new BigInteger[4];
        Arrays.fill(sums, BigInteger.ZERO);
        for (double value : values) {
            int bin = edgesNotAbove(grid.edges(), value);
            counts[bin]++;
            BigInteger steps = steps(value, grid.exponent());
            sums[0] = sums[0].add(steps);
            sums[1] = sums[1].add(steps.multiply(steps));
            sums[2] = bin == 0 ? sums[2].add(steps) : sums[2];
            sums[3] = bin == overflow ? sums[3].add(steps) : sums[3];
        }
        var out = new BinaryWriter().version().fixed64(grid.fingerprint()).counts(counts);
        out.varint(Arrays.stream(values).filter(v -> v == 0).count());
        out.float64(Arrays.stream(values).map(v -> v + 0.0).min().orElseThrow());
        out.float64(Arrays.stream(values).map(v -> v + 0.0).max().orElseThrow());
        Arrays.stream(sums).forEach(out::integer128);
        return out.toBytes();
    }

    /** The value in steps of {@code 2^(exponent - 30)}, rounded half to even, at most 2^46. */
    private static BigInteger steps(double value, int exponent) {
        BigDecimal two = BigDecimal.valueOf(2);
        int power = 30 - exponent;
        BigDecimal exact = power >= 0
                ? new BigDecimal(value).multiply(two.pow(power))
                : new BigDecimal(value).divide(two.pow(-power));
        BigInteger limit = BigInteger.ONE.shiftLeft(46);
        return exact.setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger()
                .min(limit)
                .max(limit.negate());
    }

    /** The hash is part of the stored formats. */
    @Property(tries = 500)
    void theHashIsTheOneThatWasAlwaysStored(@ForAll byte[] bytes, @ForAll @IntRange(max = 40) int length) {
        var padded = Arrays.copyOf(bytes, bytes.length + length);
        for (int offset = 0; offset + length <= padded.length; offset++) {
            assertThat(CategoryKey.hash(padded, offset, length)).isEqualTo(definedHash(padded, offset, length));
        }
    }

    private static long definedHash(byte[] bytes, int offset, int length) {
        long hash = 0x9E3779B97F4A7C15L * (length + 1L);
        int whole = length / 8 * 8;
        for (int at = 0; at < whole; at += 8) {
            long word = 0;
            for (int i = 7; i >= 0; i--) {
                word = word << 8 | (bytes[offset + at + i] & 0xff);
            }
            hash = mixed(hash ^ word);
        }
        long tail = 0;
        for (int i = whole; i < length; i++) {
            tail = tail << 8 | (bytes[offset + i] & 0xff);
        }
        return mixed(hash ^ tail);
    }

    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Property(tries = 300)
    void aValueIsFoundExactlyIfItIsInTheVocabulary(@ForAll @IntRange(max = 40) int length, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        String known = "x".repeat(length);
        var vocabulary = Vocabulary.of(List.of(known, known + "y", "z" + known));
        byte[] text = ("ab" + known + "cd").getBytes(UTF_8);

        assertThat(vocabulary.indexOf(text, 2, length)).isEqualTo(vocabulary.indexOf(known));
        assertThat(vocabulary.value(vocabulary.indexOf(known))).isEqualTo(known);
        if (length > 0) {
            text[2 + random.nextInt(length)] = 'w';
            assertThat(vocabulary.indexOf(text, 2, length)).isEqualTo(-1);
        }
    }

    /** The vocabulary compares only what the hash leaves open. */
    @Property(tries = 300)
    void keysWithOneHashAreEqualExactlyIfTheirBytesAre(@ForAll @IntRange(min = 9, max = 40) int length) {
        byte[] known = "0123456789".repeat(4).substring(0, length).getBytes(UTF_8);
        byte[] padded = Arrays.copyOf(known, length + 1);

        assertThat(CategoryKey.equal(known, padded, 0, length)).isTrue();
        assertThat(CategoryKey.equal(known, padded, 0, length - 1)).isFalse();
        for (int i = 0; i < length; i++) {
            byte[] other = padded.clone();
            other[i]++;
            assertThat(CategoryKey.equal(known, other, 0, length)).isFalse();
        }
    }
}
