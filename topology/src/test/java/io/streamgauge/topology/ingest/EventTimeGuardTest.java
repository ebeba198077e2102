package io.streamgauge.topology.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.schemas.decode.Rejection;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTimeGuardTest {
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long NOW = Instant.parse("2024-03-01T12:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final EventTimeGuard guard = new EventTimeGuard(EARLIEST, Duration.ofHours(1));

    private @Nullable RejectReason reason(long eventMs) {
        Rejection rejection = guard.check(eventMs, NOW);
        return rejection == null ? null : rejection.reason();
    }

    @Test
    void boundsArePlausibleAndWhatIsBehindThemIsNot() {
        assertThat(reason(NOW)).isNull();
        assertThat(reason(EARLIEST)).isNull();
        assertThat(reason(EARLIEST - 1)).isEqualTo(RejectReason.TS_PAST);
        assertThat(reason(NOW + HOUR)).isNull();
        assertThat(reason(NOW + HOUR + 1)).isEqualTo(RejectReason.TS_FUTURE);
    }

    @Test
    void timesInAnotherUnitAreToldApart() {
        assertThat(reason(NOW / 1000)).isEqualTo(RejectReason.TS_UNIT);
        assertThat(reason(NOW * 1000)).isEqualTo(RejectReason.TS_UNIT);
        assertThat(reason(NOW * 1_000_000)).isEqualTo(RejectReason.TS_UNIT);
    }

    @Test
    void whatIsPlausibleInNoUnitIsTooFarAheadOrBehind() {
        assertThat(reason(0)).isEqualTo(RejectReason.TS_PAST);
        assertThat(reason(-NOW)).isEqualTo(RejectReason.TS_PAST);
        assertThat(reason(Long.MIN_VALUE)).isEqualTo(RejectReason.TS_PAST);
        assertThat(reason(Long.MAX_VALUE)).isEqualTo(RejectReason.TS_FUTURE);
        assertThat(reason(Instant.parse("2100-01-01T00:00:00Z").toEpochMilli())).isEqualTo(RejectReason.TS_FUTURE);
    }

    @Test
    void aRecordWithoutTimestampRulesOutThePastOnly() {
        assertThat(guard.check(NOW, -1)).isNull();
        assertThat(guard.check(EARLIEST - 1, -1)).isNotNull();
    }

    @Property(tries = 500)
    void whateverPassesLiesBetweenTheBounds(@ForAll long eventMs) {
        boolean between = eventMs >= EARLIEST && eventMs <= NOW + HOUR;

        assertThat(guard.check(eventMs, NOW) == null).isEqualTo(between);
    }
}
