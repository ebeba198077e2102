package io.streamgauge.topology.join;

import org.apache.avro.generic.GenericRecord;

/** What the reader of a side forwards. */
public sealed interface SideOutput {
    /** To the pairs topic. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record ToPairs(byte[] record) implements SideOutput {}

    /** To the rejected-records topic, as a record of the contract {@code RejectedRecord.avsc}. */
    record ToRejected(GenericRecord record) implements SideOutput {}
}
