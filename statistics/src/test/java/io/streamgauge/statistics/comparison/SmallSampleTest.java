package io.streamgauge.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of ranks where orders can be counted, against SciPy 1.17.1: {@code cramervonmises_2samp}, {@code ks_2samp} and
 * {@code mannwhitneyu} with {@code method} auto, exact and asymptotic (asymp). The i-th reference value is {@code 37 i mod M}, the i-th
 * current one {@code 265 i mod M} plus an offset.
 */
class SmallSampleTest {

    private static Numbers values(int factor, int rows, int modulus, double offset) {
        return Numbers.of(IntStream.rangeClosed(1, rows)
                .mapToDouble(i -> factor * i % modulus + offset)
                .toArray());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/comparison/small-samples.csv", numLinesToSkip = 1)
    void pValuesAreThoseOfSciPy(
            String metric,
            int n,
            int m,
            int modulus,
            double offset,
            double value,
            double auto,
            @Nullable Double exact,
            double asymptotic) {
        Numbers reference = values(37, n, modulus, 0);
        Numbers current = values(265, m, modulus, offset);
        String with = metric + (metric.contains(":") ? "," : ":") + "p-value=";

        assertThat(measured(metric, reference, current).value()).isCloseTo(value, Percentage.withPercentage(1e-7));
        assertThat(measured(metric, reference, current).pValue()).isCloseTo(auto, Percentage.withPercentage(1e-5));
        assertThat(measured(with + "asymptotic", reference, current).pValue())
                .isCloseTo(asymptotic, Percentage.withPercentage(1e-4));
        if (exact != null) {
            assertThat(measured(with + "exact", reference, current).pValue())
                    .isCloseTo(exact, Percentage.withPercentage(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cramer-von-mises", "ks", "mann-whitney"})
    void countingAllOrdersOfManyRowsIsRefusedInOneLine(String metric) {
        Numbers many = Numbers.of(IntStream.range(0, 60_000).asDoubleStream().toArray());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured(metric + ":p-value=exact", many, many))
                .withMessageContaining("rows a side, there are 60,000; p-value=auto");
        assertThat(measured(metric + ":p-value=auto", many, many).pValue()).isCloseTo(1, within(1e-6));
    }

    @Test
    void twoRowsHaveEveryOrder() {
        assertThat(measured("mann-whitney", Numbers.of(1), Numbers.of(2)).pValue())
                .isEqualTo(1);
        assertThat(measured("cramer-von-mises", Numbers.of(1), Numbers.of(2)).pValue())
                .isEqualTo(1);
        assertThat(measured("cramer-von-mises", Numbers.of(5), Numbers.of(5)).pValue())
                .isEqualTo(1);
        assertThat(measured("mann-whitney", Numbers.of(5), Numbers.of(5)).pValue())
                .isEqualTo(1);
    }

    private static Measured measured(String metric, Numbers reference, Numbers current) {
        return Metrics.of(MetricSpecification.parse(metric)).between(reference, current);
    }
}
