package io.streamgauge.topology.local;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.partial.Mark;
import org.apache.avro.generic.GenericRecord;

/** Takes what a local run writes, where the service writes to topics. All calls but {@link #rejected} come from one thread. */
public interface LocalOutput {
    /** What goes to the profiles topic. */
    default void profile(AssessOutput.ToProfiles profile) {}

    /** What goes to the scores topic: a score, or the mark behind the scores of a window. */
    default void score(AssessOutput.ToScores score) {}

    /** A record of an alert topic. */
    default void alert(Alert alert) {}

    /** How far a partition has come; its last one says what became of all its records. */
    default void mark(Mark mark) {}

    /** A record of the topic of rejected records; from the threads of the partitions. */
    default void rejected(GenericRecord record) {}
}
