package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Flights: one in about two minutes by day, none between midnight and five; no two weeks the same. */
class LearnedSilenceTest {
    private static final int FOUR_WEEKS = 28 * 24;
    private static final double CHANCE_BY_DAY = 0.4;

    private static SilenceLimit learned(List<ReferenceWindow> windows, @Nullable ZoneId zone) {
        return Objects.requireNonNull(LearnedSilence.of(windows, zone, Fixtures.BUDGET));
    }

    private static LongPredicate flights(long seed, ZoneId zone) {
        var random = new Random(seed);
        return ms -> Instant.ofEpochMilli(ms).atZone(zone).getHour() >= 5 && random.nextDouble() < CHANCE_BY_DAY;
    }

    private static final ZoneId UTC = ZoneId.of("UTC");
    private final SilenceLimit flights = learned(Training.hours(FOUR_WEEKS, flights(1, UTC)), null);

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static long minutes(int count) {
        return count * Training.MINUTE_MS;
    }

    @Test
    void byDayAFewMissedFlightsAreUnusual() {
        Duration longest = Duration.ofMillis(flights.longestMs(at("2024-03-05T10:00:00Z")));

        assertThat(longest).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(50));
        assertThat(flights.weigh(at("2024-03-05T10:00:00Z"), at("2024-03-05T16:00:00Z")))
                .isGreaterThan(1);
        assertThat(flights.weigh(at("2024-03-05T10:00:00Z"), at("2024-03-05T10:10:00Z")))
                .isLessThan(1);
    }

    @Test
    void aNightWithoutFlightsWeighsNothing() {
        long lastMs = at("2024-03-04T23:58:30Z");

        assertThat(flights.weigh(lastMs, at("2024-03-05T05:05:00Z"))).isLessThan(0.5);
        // from the first flight of the day on it counts again
        assertThat(lastMs + flights.longestMs(lastMs))
                .isBetween(at("2024-03-05T05:15:00Z"), at("2024-03-05T06:00:00Z"));
    }

    /** A year of the same traffic: about twelve false alarms are allowed. */
    @Test
    void chanceStaysInItsBudget() {
        int alarms = 0;
        long lastMs = Long.MIN_VALUE;
        for (ReferenceWindow window : Training.hours(365 * 24, flights(2, UTC))) {
            for (int minute : window.busy().slots().stream().toArray()) {
                long ms = window.startMs() + minutes(minute);
                alarms += lastMs != Long.MIN_VALUE && flights.weigh(lastMs, ms) > 1 ? 1 : 0;
                lastMs = ms;
            }
        }

        assertThat(alarms).isLessThanOrEqualTo(12);
    }

    @Test
    void theHoursAreThoseOfTheZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        SilenceLimit inBerlin = learned(Training.hours(FOUR_WEEKS, flights(1, berlin)), berlin);

        // in summer its night ends at three in UTC, though training was in winter
        long lastMs = at("2024-07-01T21:59:00Z");
        assertThat(lastMs + inBerlin.longestMs(lastMs))
                .isBetween(at("2024-07-02T03:15:00Z"), at("2024-07-02T04:00:00Z"));
    }

    @Test
    void weekendsAreToldApartAfterTwoWeeks() {
        LongPredicate weekdays =
                ms -> Instant.ofEpochMilli(ms).atZone(UTC).getDayOfWeek().getValue() <= 5;
        SilenceLimit known = learned(Training.hours(FOUR_WEEKS, weekdays), null);

        assertThat(known.weigh(at("2024-03-01T23:59:00Z"), at("2024-03-03T23:59:00Z")))
                .isZero();
        assertThat(Duration.ofMillis(known.longestMs(at("2024-03-05T10:00:00Z"))))
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(4));
    }

    /** Ten minutes of nothing lie between any two bursts of the training data, at any hour. */
    @Test
    void burstsMakeRoomForTheGapsBetweenThem() {
        SilenceLimit bursts = learned(Training.hours(FOUR_WEEKS, ms -> ms / Training.MINUTE_MS % 11 == 0), null);

        long longestMs = bursts.longestMs(at("2024-03-05T10:01:00Z"));
        assertThat(Duration.ofMillis(longestMs)).isBetween(Duration.ofMinutes(11), Duration.ofHours(2));
        assertThat(bursts.weigh(at("2024-03-05T10:00:00Z"), at("2024-03-05T10:11:00Z")))
                .isLessThan(1);
    }

    @Test
    void anOutageInMonthsOfTrainingDataIsPassedOver() {
        LongPredicate flights = flights(3, UTC);
        LongPredicate outage = ms -> ms >= at("2024-01-20T09:00:00Z") && ms < at("2024-01-20T15:00:00Z");
        List<ReferenceWindow> months = Training.hours(3 * FOUR_WEEKS, ms -> flights.test(ms) && !outage.test(ms));

        assertThat(Duration.ofMillis(learned(months, null).longestMs(at("2024-05-07T10:00:00Z"))))
                .isLessThan(Duration.ofHours(1));
    }

    @Test
    void aBaselineThatKnowsHoursOnlyGivesHours() {
        List<ReferenceWindow> hours = Training.withoutMinutes(Training.hours(FOUR_WEEKS, flights(1, UTC)));
        SilenceLimit coarse = learned(hours, null);

        assertThat(coarse.weigh(at("2024-03-05T00:10:00Z"), at("2024-03-05T05:05:00Z")))
                .isLessThan(1);
        assertThat(Duration.ofMillis(coarse.longestMs(at("2024-03-05T10:00:00Z"))))
                .isBetween(Duration.ofHours(2), Duration.ofHours(6));
    }

    @Test
    void nothingIsLearntFromNothing() {
        assertThat(LearnedSilence.of(List.of(), null, Fixtures.BUDGET)).isNull();
        assertThat(LearnedSilence.of(Training.hours(3, ms -> false), null, Fixtures.BUDGET))
                .isNull();
    }

    @Test
    void whatIsHardlyEverBusyIsNeverSilentForTooLong() {
        SilenceLimit once = learned(Training.hours(FOUR_WEEKS, ms -> ms == Training.START.toEpochMilli()), null);

        assertThat(once.longestMs(at("2024-03-05T10:00:00Z"))).isEqualTo(SilenceLimit.FOR_EVER_MS);
        assertThat(once.weigh(at("2024-03-05T10:00:00Z"), at("2034-03-05T10:00:00Z")))
                .isLessThan(1);
    }

    @Test
    void theSettingsSayWhetherItIsLearnt() {
        var baseline = Training.baseline(Training.hours(FOUR_WEEKS, flights(1, UTC)));
        var settings = new StalenessSettings(
                Map.of(
                        "features",
                        SilenceSettings.learned(Fixtures.BUDGET),
                        "labels",
                        SilenceSettings.learned(Fixtures.BUDGET),
                        "predictions",
                        SilenceSettings.atMost(Duration.ofHours(1))),
                null,
                null,
                null);

        assertThat(SilenceLimit.of(settings, baseline, Source.FEATURES)).isInstanceOf(LearnedSilence.class);
        assertThat(SilenceLimit.of(settings, baseline, Source.PREDICTIONS)).isInstanceOf(SilenceLimit.AtMost.class);
        assertThat(SilenceLimit.of(settings, baseline, Source.LABELS)).isNull();
    }
}
