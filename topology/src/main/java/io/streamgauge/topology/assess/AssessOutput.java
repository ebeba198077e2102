package io.streamgauge.topology.assess;

import org.apache.avro.generic.GenericRecord;

/** What assess forwards. */
public sealed interface AssessOutput {
    /** A score or the mark behind the scores of a window, to the scores topic. */
    record ToScores(GenericRecord record) implements AssessOutput {}

    /** A merged profile, to the profiles topic. */
    record ToProfiles(GenericRecord record) implements AssessOutput {}
}
