package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WindowSpecTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long YEAR_2100_MS = 4_102_444_800_000L;

    private static WindowSpec days(long size, long advance, String zone) {
        return new WindowSpec(Duration.ofDays(size), Duration.ofDays(advance), Midnights.of(ZoneId.of(zone)));
    }

    private static long ms(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static Window endingAt(WindowSpec spec, String instant) {
        Window window = spec.endingAt(ms(instant));
        assertThat(window).as("window of %s that ends at %s", spec, instant).isNotNull();
        return window;
    }

    @Test
    void aDayThatEndsEveryHourEndsAtEachFullHour() {
        var spec = new WindowSpec(DAY, HOUR, null);

        assertThat(endingAt(spec, "2024-03-01T05:00:00Z").startMs()).isEqualTo(ms("2024-02-29T05:00:00Z"));
        assertThat(spec.endingAt(ms("2024-03-01T05:30:00Z"))).isNull();
        assertThat(spec.earliestOpenStart(ms("2024-03-01T05:00:00Z"))).isEqualTo(ms("2024-02-29T06:00:00Z"));
        assertThat(spec.stepMs()).isEqualTo(HOUR.toMillis());
    }

    /** Central European clocks go forward on 31 March and back on 27 October 2024. */
    @Test
    void daysAreTwentyThreeAndTwentyFiveHoursLongWhenTheClocksChange() {
        var berlin = days(1, 1, "Europe/Berlin");

        assertThat(endingAt(berlin, "2024-03-31T22:00:00Z").size()).isEqualTo(Duration.ofHours(23));
        assertThat(endingAt(berlin, "2024-10-27T23:00:00Z").size()).isEqualTo(Duration.ofHours(25));
        assertThat(endingAt(berlin, "2024-07-01T22:00:00Z").size()).isEqualTo(DAY);
        assertThat(berlin.endingAt(ms("2024-07-01T23:00:00Z"))).isNull();
    }

    @Test
    void theHourThatTheClocksRepeatIsInOneDayOnly() {
        var berlin = days(1, 1, "Europe/Berlin");

        assertThat(berlin.nextEnding(ms("2024-10-27T00:30:00Z")))
                .isEqualTo(berlin.nextEnding(ms("2024-10-27T01:30:00Z")));
    }

    /** In Beirut the clocks go from midnight to one o'clock: that day begins at one. */
    @Test
    void whereTheClocksSkipMidnightTheDayBeginsWithItsFirstTime() {
        var beirut = days(1, 1, "Asia/Beirut");

        Window shortDay = endingAt(beirut, "2024-03-31T21:00:00Z");
        assertThat(shortDay.startMs()).isEqualTo(ms("2024-03-30T22:00:00Z"));
        assertThat(shortDay.size()).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void sevenDaysOfACalendarAreTheWeekFromMonday() {
        assertThat(endingAt(days(7, 7, "UTC"), "2024-03-04T00:00:00Z").startMs())
                .isEqualTo(ms("2024-02-26T00:00:00Z"));
        assertThat(endingAt(days(7, 1, "UTC"), "2024-03-05T00:00:00Z").startMs())
                .isEqualTo(ms("2024-02-27T00:00:00Z"));
    }

    @Test
    void panesDivideTheOffsetsOfTheZone() {
        assertThat(days(1, 1, "UTC").stepMs()).isEqualTo(DAY.toMillis());
        assertThat(days(1, 1, "Europe/Berlin").stepMs()).isEqualTo(HOUR.toMillis());
        assertThat(days(1, 1, "Asia/Kolkata").stepMs()).isEqualTo(HOUR.toMillis() / 2);
        assertThat(days(1, 1, "Asia/Kathmandu").stepMs()).isEqualTo(HOUR.toMillis() / 4);
        assertThat(days(1, 1, "Australia/Lord_Howe").stepMs()).isEqualTo(HOUR.toMillis() / 2);
        assertThat(WindowSpec.paneMs(List.of(
                        WindowSpec.tumbling(HOUR), new WindowSpec(DAY, HOUR, null), days(1, 1, "Asia/Kolkata"))))
                .isEqualTo(HOUR.toMillis() / 2);
    }

    @Test
    void theNameSaysAllThatTellsTwoSeriesApart() {
        assertThat(List.of(
                        WindowSpec.tumbling(HOUR),
                        new WindowSpec(DAY, HOUR, null),
                        days(1, 1, "Europe/Berlin"),
                        days(7, 1, "UTC")))
                .extracting(WindowSpec::name)
                .containsExactly("1h", "1d/1h", "1d@Europe/Berlin", "7d/1d@UTC");
    }

    @Test
    void onlyWhatMakesSenseCanBeMade() {
        assertThatThrownBy(() -> new WindowSpec(HOUR, DAY, null)).hasMessageContaining("at most its size");
        assertThatThrownBy(() -> new WindowSpec(HOUR, Duration.ZERO, null)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> WindowSpec.tumbling(Duration.ZERO)).hasMessageContaining("positive");
        assertThatThrownBy(() -> new WindowSpec(HOUR, HOUR, Midnights.of(ZoneId.of("UTC"))))
                .hasMessageContaining("whole days");
    }

    @Provide
    Arbitrary<WindowSpec> specs() {
        return Arbitraries.of(
                WindowSpec.tumbling(HOUR),
                new WindowSpec(DAY, HOUR, null),
                new WindowSpec(Duration.ofMinutes(90), HOUR, null),
                new WindowSpec(Duration.ofDays(7), Duration.ofHours(5), null),
                days(1, 1, "Europe/Berlin"),
                days(7, 1, "America/St_Johns"),
                days(3, 2, "America/Sao_Paulo"),
                days(1, 1, "Pacific/Apia"));
    }

    /** Samoa went to the other side of the date line at the end of 29 December 2011. */
    @Test
    void aDayThatAZoneLeftOutIsNoWindow() {
        var samoa = days(1, 1, "Pacific/Apia");

        Window last = samoa.nextEnding(ms("2011-12-30T05:00:00Z"));
        assertThat(last).isEqualTo(endingAt(samoa, "2011-12-30T10:00:00Z"));
        assertThat(last.size()).isEqualTo(DAY);
        assertThat(samoa.nextEnding(last.endMs()).startMs()).isEqualTo(last.endMs());
    }

    @Property(tries = 2000)
    void windowsFollowOneAnotherWithoutAGap(
            @ForAll("specs") WindowSpec spec,
            @ForAll @LongRange(min = 315_532_800_000L, max = YEAR_2100_MS) long timeMs) {
        Window next = spec.nextEnding(timeMs);
        Window after = spec.nextEnding(next.endMs());

        assertThat(next.endMs()).isGreaterThan(timeMs);
        assertThat(after.endMs()).isGreaterThan(next.endMs());
        assertThat(after.startMs()).isGreaterThan(next.startMs()).isLessThanOrEqualTo(next.endMs());
        assertThat(spec.endingAt(next.endMs())).isEqualTo(next);
        assertThat(spec.earliestOpenStart(timeMs)).isEqualTo(next.startMs());
        assertThat(next.startMs() % spec.stepMs()).isZero();
        assertThat(next.endMs() % spec.stepMs()).isZero();
    }

    @Property(tries = 2000)
    void startsAreFoundFromBothSides(
            @ForAll("specs") WindowSpec spec,
            @ForAll @LongRange(min = 315_532_800_000L, max = YEAR_2100_MS) long timeMs) {
        Window before = spec.lastStartingBefore(timeMs);
        Window from = spec.firstStartingFrom(timeMs);

        assertThat(before.startMs()).isLessThan(timeMs);
        assertThat(from.startMs()).isGreaterThanOrEqualTo(timeMs);
        assertThat(spec.nextEnding(before.endMs())).isEqualTo(from);
    }
}
