package io.streamgauge.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatLimitTest {
    private final RepeatLimit limit = new RepeatLimit();

    @Test
    void letsTheFirstOfEachIntervalThrough() {
        limit.setAllowed(2);
        limit.setIntervalMs(1_000);

        assertThat(limit.decide(event("broker {} is away", 0))).isEqualTo(FilterReply.NEUTRAL);
        assertThat(limit.decide(event("broker {} is away", 500))).isEqualTo(FilterReply.NEUTRAL);
        assertThat(limit.decide(event("broker {} is away", 999))).isEqualTo(FilterReply.DENY);
        assertThat(limit.decide(event("broker {} is away", 1_000))).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void otherMessagesAreCountedApart() {
        limit.setAllowed(1);

        for (int i = 0; i < 2_000; i++) {
            assertThat(limit.decide(event("message " + i, i))).isEqualTo(FilterReply.NEUTRAL);
        }
        assertThat(limit.decide(event("message 1999", 2_000))).isEqualTo(FilterReply.DENY);
    }

    private static LoggingEvent event(String message, long atMs) {
        var event = new LoggingEvent();
        event.setLoggerName("io.streamgauge.Test");
        event.setLevel(Level.WARN);
        event.setMessage(message);
        event.setInstant(Instant.ofEpochMilli(atMs));
        return event;
    }
}
