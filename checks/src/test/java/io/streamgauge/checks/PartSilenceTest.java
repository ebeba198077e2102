package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Panes and windows of an hour; one part that is heard in some of them, while others always are. */
class PartSilenceTest {
    private static final long HOUR = Fixtures.HOUR;
    private static final SilenceSettings THREE_HOURS = SilenceSettings.atMost(Duration.ofHours(3));
    private static final SilenceSettings LEARNED = SilenceSettings.learned(Fixtures.BUDGET);

    /** @param heard one character for each pane: {@code x} if the part was heard, {@code .} if not, {@code |} for the end of a window */
    private static PartSilence after(SilenceSettings limit, String heard) {
        return after(limit, heard, PartSilence.known(0, 0), 0);
    }

    private static PartSilence after(SilenceSettings settings, String heard, PartSilence before, long startMs) {
        var limit = new PartLimit(settings, HOUR);
        PartSilence state = before;
        long clockMs = startMs;
        for (int i = 0; i < heard.length(); i++) {
            char pane = heard.charAt(i);
            state = switch (pane) {
                case 'x' -> state.heard(clockMs, limit);
                case '.' -> state.notHeard(clockMs, clockMs);
                default -> state.inNewWindow();
            };
            clockMs += pane == '|' ? 0 : HOUR;
        }
        return state;
    }

    private static Measurement hours(SilenceSettings limit, String heard) {
        long panes = heard.replace("|", "").length();
        return score(Part.SLICE, limit, Map.of("s", after(limit, heard)), panes * HOUR)
                .get(0)
                .measurement();
    }

    private static List<Score> score(Part part, SilenceSettings limit, Map<String, PartSilence> parts, long clockMs) {
        var check =
                new PartSilenceCheck(new PartSettings(Map.of(part, limit), Map.of()), HOUR, HOUR, Fixtures.PROVENANCE);
        return check.assess(
                part,
                new TreeMap<>(parts),
                clockMs,
                Fixtures.observation(Fixtures.numbers(100, 0), Fixtures.letters(100)));
    }

    private static double inHours(Measurement measurement) {
        return measurement.value() / 3600;
    }

    @Test
    void silenceIsTheTimeInWhichOthersCameAndTheEndOfAWindowDoesNotEndIt() {
        assertThat(inHours(hours(THREE_HOURS, "xxx"))).isZero();
        assertThat(inHours(hours(THREE_HOURS, "xxx|.|.|."))).isEqualTo(3);
        assertThat(hours(THREE_HOURS, "xxx|.|.|.").exceeds()).isFalse();
        assertThat(hours(THREE_HOURS, "xxx|.|.|.|.").exceeds()).isTrue();
    }

    @Test
    void aSilenceThatEndedInsideTheWindowCountsInItAndNotInTheNext() {
        assertThat(inHours(hours(THREE_HOURS, "xxx|....x"))).isEqualTo(4);
        assertThat(inHours(hours(THREE_HOURS, "xxx|....x|x"))).isZero();
    }

    @Test
    void whatWasHeardInTwoPanesOnlyIsNoStream() {
        assertThat(hours(THREE_HOURS, "xx......").enoughData()).isFalse();
        assertThat(hours(THREE_HOURS, "xxx.....").enoughData()).isTrue();
    }

    @Test
    void aPartThatIsAlwaysHeardMayMissNextToNothingOnceThatIsKnownForAWeek() {
        String week = "x".repeat(168);

        assertThat(hours(LEARNED, "x".repeat(167) + "....").enoughData()).isFalse();
        assertThat(hours(LEARNED, week + ".").exceeds()).isFalse();
        assertThat(hours(LEARNED, week + "..").exceeds()).isTrue();
    }

    @Test
    void aPartThatIsSilentEveryNightMayBe() {
        String week = ("x".repeat(16) + ".".repeat(8)).repeat(7);

        assertThat(hours(LEARNED, week + "x".repeat(16) + ".".repeat(12)).exceeds())
                .isFalse();
        assertThat(hours(LEARNED, week + "x".repeat(16) + ".".repeat(13)).exceeds())
                .as("one and a half times the longest")
                .isTrue();
    }

    @Test
    void anUnusualSilenceIsNotLearnt() {
        String week = "x".repeat(168);
        PartSilence over = after(LEARNED, week + ".".repeat(48) + "x|");

        assertThat(over.longestMs()).isZero();
        assertThat(over.quietMs()).isEqualTo(48 * HOUR);
    }

    @Test
    void ofPartitionsTheOneFurthestBeyondItsLimitIsNamedAndTheOthers() {
        var parts = Map.of(
                "0", after(THREE_HOURS, "xxxxxxxxx"),
                "1", after(THREE_HOURS, "xxx......"),
                "2", after(THREE_HOURS, "xxxx....."));

        assertThat(score(Part.PARTITION, THREE_HOURS, parts, 9 * HOUR))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.metric()).isEqualTo("partition-silence-seconds");
                    assertThat(inHours(score.measurement())).isEqualTo(6);
                    assertThat(score.note())
                            .isEqualTo("partition 1 (also 2): no event from 1970-01-01T03:00:00Z on for 6h"
                                    + " in which others came, where at most 3h is allowed");
                });
    }

    @Test
    void aVersionThatWasReplacedIsNothingToWaitFor() {
        PartSilence replaced = after(THREE_HOURS, "xxx.");
        var check = new PartSilenceCheck(
                new PartSettings(Map.of(Part.VERSION, THREE_HOURS), Map.of()), HOUR, HOUR, Fixtures.PROVENANCE);

        Score firing = score(Part.VERSION, THREE_HOURS, Map.of("2", replaced), 33 * HOUR)
                .get(0);
        assertThat(firing.subject().version()).isEqualTo("2");
        assertThat(firing.measurement().exceeds()).isTrue();
        Score retired = score(Part.VERSION, THREE_HOURS, Map.of("2", replaced), 34 * HOUR)
                .get(0);
        assertThat(retired.measurement().exceeds()).isFalse();
        assertThat(retired.note()).isEqualTo("no event since 1970-01-01T03:00:00Z: taken for retired");
        assertThat(check.isForgettable(Part.VERSION, replaced, 97 * HOUR)).isFalse();
        assertThat(check.isForgettable(Part.VERSION, replaced, 98 * HOUR)).isTrue();
        assertThat(check.isForgettable(Part.VERSION, after(THREE_HOURS, "xxx"), 98 * HOUR))
                .isFalse();
    }

    @Test
    void aFeatureMayHaveALimitOfItsOwnOrNone() {
        var settings = new PartSettings(Map.of(), Map.of("x", Optional.of(THREE_HOURS), "c", Optional.empty()));
        var check = new PartSilenceCheck(settings, HOUR, HOUR, Fixtures.PROVENANCE);
        PartSilence silent = after(THREE_HOURS, "xxx....");

        assertThat(check.asksFor(Part.FEATURE)).isTrue();
        assertThat(check.asksFor(Part.SLICE)).isFalse();
        assertThat(check.assess(
                        Part.FEATURE,
                        new TreeMap<>(Map.of("x", silent, "c", silent)),
                        7 * HOUR,
                        Fixtures.observation(Fixtures.numbers(100, 0), Fixtures.letters(100))))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.feature()).isEqualTo("x");
                    assertThat(score.measurement().exceeds()).isTrue();
                });
    }
}
