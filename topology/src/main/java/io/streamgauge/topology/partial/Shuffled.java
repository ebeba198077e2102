package io.streamgauge.topology.partial;

import io.streamgauge.schemas.contract.Source;

/**
 * What ingest sends to assess through the partials topic: tiny beside the events, and overwritten rather than added where it is
 * kept, so that a repeated record changes nothing.
 */
public sealed interface Shuffled permits ProfilesPartial, TrafficPartial, SkewPartial, Canary, Mark, Silence {
    SourcePartition from();

    default String model() {
        return from().model();
    }

    default Source source() {
        return from().source();
    }
}
