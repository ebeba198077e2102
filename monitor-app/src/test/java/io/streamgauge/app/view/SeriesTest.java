package io.streamgauge.app.view;

import static io.streamgauge.app.view.ScoreFixture.score;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final int LIMIT = 20;

    @Property(tries = 500)
    void keepsTheLatestWindowsInOrderWhateverTheOrderOfArrival(
            @ForAll @NotEmpty List<@IntRange(max = 60) Integer> hours) {
        var series = series(hours);

        var distinct = new TreeSet<>(hours);
        var expected =
                distinct.stream().skip(Math.max(0, distinct.size() - LIMIT)).toList();
        assertThat(hoursOf(series.last(LIMIT))).isEqualTo(expected);
        assertThat(series.latest().windowEndMs()).isEqualTo(endOf(distinct.last()));
    }

    @Test
    void windowThatComesAgainReplacesItsPoint() {
        var series = series(List.of(1, 2, 3));

        var dropped = series.add(score().hour(2).value(9).row());

        assertThat(dropped).isZero();
        assertThat(hoursOf(series.last(LIMIT))).containsExactly(1, 2, 3);
        assertThat(series.last(LIMIT).value(1)).isEqualTo(9);
    }

    @Test
    void tellsThatAPointHadToGo() {
        var series = series(IntStream.range(0, LIMIT).boxed().toList());

        assertThat(series.add(score().hour(LIMIT).row())).isEqualTo(1);
        assertThat(hoursOf(series.last(3))).containsExactly(LIMIT - 2, LIMIT - 1, LIMIT);
    }

    private static Series series(List<Integer> hours) {
        var rows = hours.stream().map(hour -> score().hour(hour).row()).toList();
        var series = new Series(rows.get(0), LIMIT);
        rows.forEach(series::add);
        return series;
    }

    private static List<Integer> hoursOf(Points points) {
        return IntStream.range(0, points.size())
                .mapToObj(i -> (int) (points.windowEndMs(i) / ScoreFixture.HOUR) - 1)
                .toList();
    }

    private static long endOf(int hour) {
        return (hour + 1) * ScoreFixture.HOUR;
    }
}
