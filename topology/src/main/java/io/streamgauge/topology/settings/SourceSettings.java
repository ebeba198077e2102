package io.streamgauge.topology.settings;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.SourceMapping;
import java.time.Duration;

/**
 * One input of a model.
 *
 * @param partitions of the topic: a window waits for all of them
 * @param lateness how far behind the newest event of its partition an event may be
 * @param idleAfter how long (wall clock) a partition may be silent before the others stop waiting for it
 * @param maxAhead how far an event time may be ahead of its record's timestamp
 * @param earliestMs event times before it are rejected
 */
public record SourceSettings(
        SourceMapping mapping,
        int partitions,
        Duration lateness,
        Duration idleAfter,
        Duration maxAhead,
        long earliestMs) {
    public SourceSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "topic '" + mapping.topic() + "' must have partitions, got " + partitions);
        }
        if (lateness.isNegative()) {
            throw new IllegalArgumentException(
                    "lateness of '" + mapping.topic() + "' must not be negative, got " + lateness);
        }
    }

    /** The same with another number of partitions. */
    public SourceSettings withPartitions(int number) {
        return new SourceSettings(mapping, number, lateness, idleAfter, maxAhead, earliestMs);
    }

    public SourceSettings withMapping(SourceMapping other) {
        return new SourceSettings(other, partitions, lateness, idleAfter, maxAhead, earliestMs);
    }

    /** The same with another lateness. */
    public SourceSettings withLateness(Duration other) {
        return new SourceSettings(mapping, partitions, other, idleAfter, maxAhead, earliestMs);
    }

    public Source source() {
        return mapping.source();
    }
}
