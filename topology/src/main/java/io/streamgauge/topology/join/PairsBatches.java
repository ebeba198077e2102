package io.streamgauge.topology.join;

import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.state.StateWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a side has to tell the partitions of the pairs topic: a record of the topic for each row would cost as much as all the rest.
 * Rows of one identifier go to one partition; how far the side has come goes to all, behind its rows. Mutable.
 */
final class PairsBatches {
    /** In bytes; brokers take a megabyte. */
    private static final int LARGEST = 200_000;

    private final Side from;
    private final Consumer<byte[]> out;
    private final @Nullable StateWriter[] open;
    private @Nullable Progress progress;

    /** @param out gets the batches, each for one partition */
    PairsBatches(Side from, int partitions, Consumer<byte[]> out) {
        this.from = from;
        this.out = out;
        this.open = new StateWriter[partitions];
    }

    void add(SideRecord record) {
        if (record instanceof Row row) {
            int partition = row.part(open.length);
            StateWriter batch = batch(partition);
            SideRecordFormat.append(batch, row);
            if (batch.size() > LARGEST) {
                send(partition);
            }
        } else if (record instanceof Progress told) {
            progress = told; // what was told before is less
        }
    }

    /** Sends all that was gathered. */
    void flush() {
        for (int partition = 0; partition < open.length; partition++) {
            if (progress != null) {
                SideRecordFormat.append(batch(partition), progress);
            }
            send(partition);
        }
        progress = null;
    }

    private StateWriter batch(int partition) {
        StateWriter batch = open[partition];
        if (batch == null) {
            batch = SideRecordFormat.batch(partition, from);
            open[partition] = batch;
        }
        return batch;
    }

    private void send(int partition) {
        StateWriter batch = open[partition];
        if (batch != null) {
            out.accept(batch.toBytes());
            open[partition] = null;
        }
    }
}
