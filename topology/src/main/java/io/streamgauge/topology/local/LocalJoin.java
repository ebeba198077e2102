package io.streamgauge.topology.local;

import io.streamgauge.topology.join.JoinDefinition;
import io.streamgauge.topology.join.SideRecord;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.ValueSkewJoin;
import io.streamgauge.topology.partial.Shuffled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The join of one model on plain memory, in as many parts as the pairs topic has partitions. */
final class LocalJoin {
    private final List<ValueSkewJoin> parts = new ArrayList<>();

    LocalJoin(JoinDefinition definition, int partitions, Consumer<Shuffled> out) {
        for (int partition = 0; partition < partitions; partition++) {
            parts.add(ValueSkewJoin.inMemory(definition, partition, out));
        }
    }

    /** Rows of one identifier meet in one part; how far a side has come must be known in all. */
    void process(SideRecord record) {
        if (record instanceof Row row) {
            parts.get(row.part(parts.size())).process(row);
        } else {
            parts.forEach(part -> part.process(record));
        }
    }
}
