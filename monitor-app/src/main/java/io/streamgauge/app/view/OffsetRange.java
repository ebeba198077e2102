package io.streamgauge.app.view;

/**
 * Where the records of a window lie, as in the contract {@code Score}.
 *
 * @param lastOffset inclusive
 */
public record OffsetRange(String topic, int partition, long firstOffset, long lastOffset) {
    public OffsetRange {
        topic = Cut.name(topic);
    }

    static OffsetRange of(Fields fields) {
        return new OffsetRange(
                fields.text("topic"),
                fields.integer("partition"),
                fields.count("firstOffset"),
                fields.count("lastOffset"));
    }
}
