package io.streamgauge.topology.local;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What reads the records of a {@link LocalInput}. */
public interface LocalReader {
    /**
     * Takes the next record.
     *
     * @param recordMs the record's own timestamp, negative if it has none
     * @param headers null: none
     */
    void process(long offset, long recordMs, byte @Nullable [] key, byte @Nullable [] value, @Nullable Headers headers);

    /** The log that is replayed says that the partition was silent after the last record. */
    void idle();

    /** The log that is replayed says that nothing came after the last record up to this event time. */
    void silent(long untilMs);
}
