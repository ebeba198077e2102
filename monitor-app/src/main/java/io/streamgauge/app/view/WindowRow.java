package io.streamgauge.app.view;

import org.apache.avro.generic.GenericRecord;

/**
 * A closed window as the contract {@code WindowMark} has it: its scores are complete.
 *
 * @param windowStartMs inclusive, milliseconds since the epoch
 * @param windowEndMs exclusive, milliseconds since the epoch
 * @param windows which of the model's windows: {@code 1h}, {@code 1d/1h}, {@code 1d@Europe/Berlin}
 * @param scores how many scores of this window and shard stand before the mark
 */
public record WindowRow(
        String model,
        String source,
        long windowStartMs,
        long windowEndMs,
        String windows,
        int shard,
        int shards,
        int scores) {

    public WindowRow {
        model = Cut.name(model);
        source = Cut.name(source);
        windows = Cut.name(windows);
    }

    /** Reads a record of the contract {@code WindowMark} by field names; IllegalArgumentException where it does not fit. */
    public static WindowRow of(GenericRecord record) {
        var fields = new Fields(record);
        return new WindowRow(
                fields.text("model"),
                fields.text("source"),
                fields.timeMs("windowStart"),
                fields.timeMs("windowEnd"),
                fields.text("windows"),
                fields.integer("shard"),
                fields.integer("shards"),
                fields.integer("scores"));
    }
}
