package io.streamgauge.topology.local;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.SourceMapping;
import java.io.IOException;

/** One partition of one source of one model: a range of a topic's partition, or a file. */
public interface LocalInput {
    String model();

    Source source();

    int partition();

    /** What reads the values that {@link #feed} hands over; asked for once, on any thread. */
    EventDecoder decoder(SourceMapping mapping);

    /** Hands over all records in order and returns behind the last. Called once, on a thread of its own. */
    void feed(LocalReader into) throws IOException, InterruptedException;
}
