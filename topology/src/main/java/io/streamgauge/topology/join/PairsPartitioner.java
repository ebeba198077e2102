package io.streamgauge.topology.join;

import io.streamgauge.topology.join.SideRecord.Row;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Rows of one identifier meet in one partition; how far a side has come must be known in all. */
public final class PairsPartitioner implements StreamPartitioner<String, byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String model, byte[] record, int partitions) {
        if (SideRecordFormat.read(record) instanceof Row row) {
            return Optional.of(Set.of((int) Long.remainderUnsigned(row.high(), partitions)));
        }
        return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    }
}
