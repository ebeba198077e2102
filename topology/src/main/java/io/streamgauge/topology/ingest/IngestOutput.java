package io.streamgauge.topology.ingest;

import io.streamgauge.topology.partial.Shuffled;
import org.apache.avro.generic.GenericRecord;

/** What ingest forwards: something for assess, or a record for the topic of rejected records or of late events. */
public sealed interface IngestOutput {
    /** To the partials topic. */
    record ToAssess(Shuffled record) implements IngestOutput {}

    /** To the rejected-records topic, as a record of the contract {@code RejectedRecord.avsc}. */
    record ToRejected(GenericRecord record) implements IngestOutput {}

    /** To the topic of late events, by the same contract. */
    record ToLate(GenericRecord record) implements IngestOutput {}
}
