package io.streamgauge.statistics.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FrequentValuesTest {

    private static final int CAPACITY = 5;

    @Provide
    Arbitrary<List<List<String>>> parts() {
        // Small numbers far more often than large ones.
        Arbitrary<String> value = Arbitraries.integers().between(0, 39).map(i -> "v" + i * i / 40);
        return value.list().ofMaxSize(120).list().ofMaxSize(4);
    }

    private static FrequentValues of(List<String> values) {
        var frequent = new FrequentValues(CAPACITY);
        values.forEach(frequent::add);
        return frequent;
    }

    @Property(tries = 300)
    void boundsHoldForEverySplitAndNoFrequentValueIsMissing(@ForAll("parts") List<List<String>> parts) {
        var merged = new FrequentValues(CAPACITY);
        parts.forEach(part -> merged.mergeFrom(of(part)));
        Map<String, Long> exact = parts.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long rows = exact.values().stream().mapToLong(count -> count).sum();
        var listed = new HashMap<String, FrequentValues.Frequent>();
        merged.frequent().forEach(frequent -> listed.put(frequent.value(), frequent));

        assertThat(merged.rows()).isEqualTo(rows);
        assertThat(listed.size()).isLessThanOrEqualTo(CAPACITY);
        assertThat(merged.error()).isLessThanOrEqualTo(rows / (CAPACITY + 1));
        listed.values()
                .forEach(frequent ->
                        assertThat(exact.get(frequent.value())).isBetween(frequent.atLeast(), frequent.atMost()));
        exact.forEach((value, count) -> {
            if (count > rows / (CAPACITY + 1)) {
                assertThat(listed).containsKey(value);
            }
        });
    }

    @Test
    void fewValuesAreCountedExactly() {
        assertThat(of(List.of("b", "a", "b")).frequent())
                .containsExactly(new FrequentValues.Frequent("b", 2, 2), new FrequentValues.Frequent("a", 1, 1));
    }

    @Test
    void frequentValuesSurviveAColumnOfIds() {
        var values = new FrequentValues(1000);
        for (int i = 0; i < 250_000; i++) {
            values.add("id" + i);
            values.add(i % 2 == 0 ? "often" : "also");
        }

        assertThat(values.frequent().subList(0, 2))
                .extracting(FrequentValues.Frequent::value)
                .containsExactlyInAnyOrder("also", "often");
    }

    @Test
    void mergingWithItselfDoublesEverything() {
        FrequentValues twice = of(List.of("b", "a", "b"));
        twice.mergeFrom(twice);

        assertThat(twice.rows()).isEqualTo(6);
        assertThat(twice.frequent().get(0)).isEqualTo(new FrequentValues.Frequent("b", 4, 4));
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatThrownBy(() -> new FrequentValues(0)).hasMessageContaining("capacity");
        assertThatThrownBy(() -> new FrequentValues(1).mergeFrom(new FrequentValues(2)))
                .hasMessageContaining("do not merge");
    }
}
