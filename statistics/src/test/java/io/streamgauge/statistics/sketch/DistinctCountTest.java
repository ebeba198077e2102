package io.streamgauge.statistics.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinctCountTest {

    private static DistinctCount of(LongStream hashes) {
        var count = new DistinctCount();
        hashes.forEach(count::add);
        return count;
    }

    @ParameterizedTest
    @CsvSource({"10, 0.02", "100, 0.03", "1000, 0.04", "5000, 0.05", "20000, 0.06", "1000000, 0.06"})
    void theRootMeanSquareErrorIsThatOfTheRegisters(int distinct, double most) {
        int runs = distinct > 100_000 ? 10 : 50;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            double relative = of(new SplittableRandom(run).longs(distinct)).estimate() / distinct - 1;
            squares += relative * relative / runs;
        }

        assertThat(Math.sqrt(squares)).isLessThan(Math.min(most, 0.035));
    }

    @Property(tries = 200)
    void orderRepetitionAndSplitDoNotMatter(@ForAll @Size(max = 200) List<Long> hashes, @ForAll Random random) {
        var shuffled = new ArrayList<Long>(hashes);
        shuffled.addAll(hashes.subList(0, hashes.size() / 2));
        Collections.shuffle(shuffled, random);
        int cut = shuffled.size() / 3;
        DistinctCount left = of(shuffled.subList(0, cut).stream().mapToLong(h -> h));
        DistinctCount right = of(shuffled.subList(cut, shuffled.size()).stream().mapToLong(h -> h));
        left.mergeFrom(right);

        assertThat(left.toBytes())
                .isEqualTo(of(hashes.stream().mapToLong(h -> h)).toBytes());
    }

    @Property(tries = 200)
    void bytesHoldEverything(@ForAll @Size(max = 300) List<Long> hashes) {
        DistinctCount count = of(hashes.stream().mapToLong(h -> h));

        assertThat(DistinctCount.fromBytes(count.toBytes())).isEqualTo(count);
        assertThat(count.toBytes().length).isLessThanOrEqualTo(2 + 3 * hashes.size());
    }

    @ParameterizedTest
    @CsvSource({"500", "600", "2000", "100000"})
    void manyValuesKeepToTheSizeBound(int distinct) {
        DistinctCount count = of(new SplittableRandom(1).longs(distinct));

        assertThat(count.toBytes().length).isLessThanOrEqualTo(DistinctCount.MAX_BYTES);
        assertThat(DistinctCount.fromBytes(count.toBytes())).isEqualTo(count);
    }

    @Test
    void theEndsOfTheRangeHaveAnAnswer() {
        assertThat(new DistinctCount().estimate()).isZero();
        assertThat(of(LongStream.of(0)).estimate()).isCloseTo(1, within(0.01));
        assertThat(of(LongStream.range(0, 2048).map(i -> i << 53)).estimate()).isGreaterThan(1e15);
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] bytes = of(new SplittableRandom(1).longs(100)).toBytes();
        byte[] unordered = bytes.clone();
        System.arraycopy(bytes, 2, unordered, 5, 3);

        for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(bytes, 7), unordered, new byte[] {2, 1})) {
            assertThatThrownBy(() -> DistinctCount.fromBytes(damaged)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
