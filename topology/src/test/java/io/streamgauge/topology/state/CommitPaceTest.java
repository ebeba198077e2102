package io.streamgauge.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private static final long MILLISECOND = 1_000_000;

    private final CommitPace pace = new CommitPace(1);
    private long generation;
    private long nowMs = 1_000_000;

    /** A commit that wrote so much back, and was seen at once. */
    private void committed(long bytes, long nanos) {
        generation++;
        assertThat(pace.isDue(generation, bytes, nanos, false, nowMs)).isFalse();
    }

    private boolean dueAfter(Duration time, boolean hasChanges) {
        nowMs += time.toMillis();
        return pace.isDue(generation, 0, 0, hasChanges, nowMs);
    }

    @Test
    void whatWasSentWaitsForTheShortestIntervalOnly() {
        committed(1_000_000, MILLISECOND);
        pace.sent(generation);

        assertThat(dueAfter(Duration.ofMillis(499), true)).isFalse();
        assertThat(dueAfter(Duration.ofMillis(1), true)).isTrue();
    }

    @Test
    void whatWasSentBeforeTheCommitIsNotWaitedFor() {
        pace.sent(generation);
        committed(1_000_000, MILLISECOND);

        assertThat(dueAfter(Duration.ofSeconds(9), true)).isFalse();
    }

    /** 50 features of 220 bytes each, 11,000 in all, are written back every 2.75 s. */
    @Test
    void countsWaitUntilTheirBytesAreWithinTheBudget() {
        committed(11_000, MILLISECOND);

        assertThat(pace.interval()).isEqualTo(Duration.ofMillis(2750));
        assertThat(dueAfter(Duration.ofMillis(2749), true)).isFalse();
        assertThat(dueAfter(Duration.ofMillis(1), true)).isTrue();
    }

    @Test
    void partitionsShareTheBudget() {
        assertThat(CommitPace.intervalFor(5_000, 1)).isEqualTo(Duration.ofMillis(1250));
        assertThat(CommitPace.intervalFor(5_000, 4)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aWriteBackThatTakesLongComesSeldom() {
        committed(10, 40 * MILLISECOND);

        assertThat(pace.interval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theIntervalStaysBetweenItsBounds() {
        committed(0, 0);
        assertThat(pace.interval()).isEqualTo(CommitPace.SHORTEST);

        committed(1L << 40, MILLISECOND);
        assertThat(pace.interval()).isEqualTo(CommitPace.LONGEST);
    }

    @Test
    void withoutAnythingToWriteNoCommitIsDue() {
        committed(0, 0);

        assertThat(dueAfter(Duration.ofHours(1), false)).isFalse();
    }
}
