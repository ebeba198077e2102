package io.streamgauge.topology.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.topology.ingest.Sequences.Kind;
import io.streamgauge.topology.ingest.Sequences.Step;
import io.streamgauge.topology.partial.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private final Sequences sequences = new Sequences();

    private Step take(long number) {
        return sequences.take("p", number, 60);
    }

    private List<Kind> kinds(long... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> take(number).kind()).toList();
    }

    @Test
    void numbersInOrderAreSilentWhereverTheyBegin() {
        assertThat(take(17)).isEqualTo(new Step(Kind.NEXT, 0, Mark.UNKNOWN));
        assertThat(take(18)).isEqualTo(new Step(Kind.NEXT, 0, Mark.UNKNOWN));
        assertThat(sequences.take("q", 3, 60)).isEqualTo(new Step(Kind.NEXT, 0, Mark.UNKNOWN));
    }

    @Test
    void aGapIsLostUntilItIsFilled() {
        take(1);

        assertThat(take(5).passedOver()).isEqualTo(3);
        assertThat(take(3)).isEqualTo(new Step(Kind.REORDERED, 0, 60));
        assertThat(take(3).kind()).isEqualTo(Kind.REPEATED);
        assertThat(kinds(2, 4, 2, 4, 6))
                .containsExactly(Kind.REORDERED, Kind.REORDERED, Kind.REPEATED, Kind.REPEATED, Kind.NEXT);
    }

    @Test
    void whatCameBeforeIsRepeated() {
        assertThat(kinds(1, 2, 2, 1, 3)).containsExactly(Kind.NEXT, Kind.NEXT, Kind.REPEATED, Kind.REPEATED, Kind.NEXT);
    }

    @Test
    void aProducerThatStartsAgainBeginsWithZero() {
        kinds(0, 1, 2, 9);

        assertThat(kinds(0, 1, 2)).containsOnly(Kind.NEXT);
        assertThat(take(5).passedOver()).isEqualTo(2);
    }

    @Test
    void fewProducersAndGapsAreKept() {
        for (int i = 0; i < 1000; i++) {
            sequences.take("p" + i, 1, 60);
            sequences.take("p" + i, 3, 60);
        }

        assertThat(sequences.greatest).hasSize(PipelineCounts.MOST_PRODUCERS).containsKey("p999");
        assertThat(sequences.gaps).hasSize(PipelineCounts.MOST_PRODUCERS);
        for (int i = 0; i < 1000; i++) {
            sequences.take("p999", 5 + 2L * i, 60);
        }
        assertThat(sequences.gaps).hasSize(Sequences.MOST_GAPS);
        assertThat(sequences.take("p999", 2 * 999 + 2L, 60).kind()).isEqualTo(Kind.REORDERED);
        assertThat(sequences.take("p999", 4, 60).kind())
                .as("in a gap that was forgotten")
                .isEqualTo(Kind.REPEATED);
    }

    /** Against a set of all numbers ever seen. */
    @Test
    void countsWhatASetOfAllNumbersCounts() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var fresh = new Sequences();
            Set<Long> seen = new HashSet<>();
            long greatest = 1000;
            long lost = 0;
            seen.add(greatest);
            fresh.take("p", greatest, 60);
            for (long number : numbers(random)) {
                Step step = fresh.take("p", number, 60);
                Kind expected = !seen.add(number) ? Kind.REPEATED : number > greatest ? Kind.NEXT : Kind.REORDERED;
                if (number < 1000) {
                    expected = Kind.REPEATED;
                }
                assertThat(step.kind()).as("seed %d, number %d", seed, number).isEqualTo(expected);
                lost += step.passedOver() - (step.kind() == Kind.REORDERED ? 1 : 0);
                greatest = Math.max(greatest, number);
            }
            long inRange = seen.stream().filter(number -> number >= 1000).count();
            assertThat(lost).as("seed %d", seed).isEqualTo(greatest - 1000 + 1 - inRange);
        }
    }

    private static List<Long> numbers(Random random) {
        var numbers = new ArrayList<Long>();
        for (int i = 0; i < 100; i++) {
            numbers.add(998L + i + random.nextInt(6) + (random.nextInt(10) == 0 ? 5 : 0));
        }
        return numbers;
    }
}
