package io.streamgauge.app.backtest;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;

/** A stored past: records of the profiles topic, that can be gone through again and again. */
@FunctionalInterface
public interface Panes {
    /** Hands over all records; those of one source in the order in which they were written. */
    void forEach(Consumer<GenericRecord> consumer) throws IOException;
}
