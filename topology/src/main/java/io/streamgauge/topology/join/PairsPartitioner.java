package io.streamgauge.topology.join;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Each batch says which partition it is for ({@link PairsBatches}). */
public final class PairsPartitioner implements StreamPartitioner<String, byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String model, byte[] batch, int partitions) {
        return Optional.of(Set.of(SideRecordFormat.partition(batch)));
    }
}
