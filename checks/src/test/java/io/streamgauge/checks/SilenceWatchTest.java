package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.statistics.profile.Occupancy;
import java.time.Duration;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** At most half an hour of silence, panes of an hour. */
class SilenceWatchTest {
    private static final long MINUTE = Training.MINUTE_MS;
    private final SilenceWatch watch = new SilenceWatch(new SilenceLimit.AtMost(Duration.ofMinutes(30)), Fixtures.HOUR);

    private static Window pane(int hour) {
        return new Window(hour * Fixtures.HOUR, (hour + 1) * Fixtures.HOUR);
    }

    private static Occupancy busy(int... minutes) {
        var bits = new BitSet();
        for (int minute : minutes) {
            bits.set(minute);
        }
        return Occupancy.of(bits);
    }

    /** Events half a minute into the minutes. */
    private Quiet hour(Quiet before, int hour, int... minutes) {
        long newestMs = minutes.length == 0
                ? Traffic.NEVER
                : hour * Fixtures.HOUR + minutes[minutes.length - 1] * MINUTE + MINUTE / 2;
        return watch.after(before.inNewWindow(), pane(hour), busy(minutes), newestMs);
    }

    @Test
    void beforeTheFirstEventNothingIsSilent() {
        assertThat(hour(Quiet.UNKNOWN, 0)).isEqualTo(Quiet.UNKNOWN);
        assertThat(hour(Quiet.UNKNOWN, 0, 50).gapFromMs()).isEqualTo(50 * MINUTE + MINUTE / 2);
    }

    @Test
    void aGapWithinAWindowIsCutOffWhereItBecameUnusual() {
        Quiet quiet = hour(Quiet.UNKNOWN, 0, 0, 1, 50, 59);

        assertThat(watch.isUnusual(quiet)).isTrue();
        assertThat(quiet).isEqualTo(new Quiet(59 * MINUTE + MINUTE / 2, 2 * MINUTE - 1, 32 * MINUTE));
    }

    @Test
    void theLongestGapIsKeptWhereNoneIsUnusual() {
        Quiet quiet = hour(Quiet.UNKNOWN, 0, 5, 10, 35, 50);

        assertThat(watch.isUnusual(quiet)).isFalse();
        assertThat(quiet.gapFromMs()).isEqualTo(11 * MINUTE - 1);
        assertThat(quiet.gapToMs()).isEqualTo(35 * MINUTE);
    }

    @Test
    void silenceCountsWhereItBecomesUnusualAndInWindowsThatItFills() {
        Quiet first = hour(Quiet.UNKNOWN, 0, 50);
        Quiet second = hour(first, 1);
        Quiet third = hour(second, 2);
        Quiet last = hour(third, 3, 10, 30, 50);

        assertThat(watch.isUnusual(first)).isFalse();
        assertThat(second.gapToMs()).isEqualTo(Fixtures.HOUR + 21 * MINUTE);
        assertThat(third.gapToMs()).isEqualTo(3 * Fixtures.HOUR);
        assertThat(third.gapFromMs()).isEqualTo(50 * MINUTE + MINUTE / 2);
        assertThat(watch.isUnusual(third)).isTrue();
        assertThat(watch.isUnusual(last)).isFalse();
    }

    @Test
    void silenceThatGoesOnBecomesUnusualWithinTheLimitAndAMinute() {
        for (long sinceMs : new long[] {0, 1, 17_000, 59_999, 60_000}) {
            long unusualMs = watch.unusualFrom(sinceMs);
            assertThat(unusualMs - sinceMs).isBetween(30 * MINUTE + 1, 31 * MINUTE);
            assertThat(unusualMs % MINUTE).isZero();
        }
        assertThat(watch.unusualFrom(Traffic.NEVER)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whereSlotsAreNotKnownTheNewestEventIs() {
        Quiet quiet = watch.after(Quiet.UNKNOWN, pane(0), Occupancy.NONE, 55 * MINUTE);

        assertThat(quiet.sinceMs()).isEqualTo(55 * MINUTE);
        assertThat(quiet.gapToMs() - quiet.gapFromMs()).isEqualTo(5 * MINUTE);
    }
}
