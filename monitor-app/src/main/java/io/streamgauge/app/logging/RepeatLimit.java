package io.streamgauge.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each message through a few times per interval and drops the rest, so that a broker that is away for an hour does
 * not fill the disk. Two events are the same message if logger, level and message pattern are; their arguments may
 * differ. Time is the events' own. Memory is bounded: of very many different messages the oldest are forgotten.
 */
public final class RepeatLimit extends Filter<ILoggingEvent> {
    private static final int REMEMBERED = 500;

    private final Map<String, Burst> bursts = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Burst> eldest) {
            return size() > REMEMBERED;
        }
    };
    private int allowed = 10;
    private long intervalMs = 60_000;

    /** How often a message may come in each interval; from {@code logback.xml}. */
    public void setAllowed(int allowed) {
        this.allowed = allowed;
    }

    /** Length of the interval; from {@code logback.xml}. */
    public void setIntervalMs(long intervalMs) {
        this.intervalMs = intervalMs;
    }

    @Override
    public synchronized FilterReply decide(ILoggingEvent event) {
        String message = event.getLoggerName() + '\n' + event.getLevel() + '\n' + event.getMessage();
        Burst burst = bursts.computeIfAbsent(message, key -> new Burst(event.getTimeStamp()));
        if (event.getTimeStamp() - burst.startMs >= intervalMs) {
            burst.startMs = event.getTimeStamp();
            burst.count = 0;
        }
        burst.count++;
        return burst.count > allowed ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static final class Burst {
        private long startMs;
        private int count;

        private Burst(long startMs) {
            this.startMs = startMs;
        }
    }
}
