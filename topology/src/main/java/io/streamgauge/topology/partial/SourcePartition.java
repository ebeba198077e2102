package io.streamgauge.topology.partial;

import io.streamgauge.schemas.contract.Source;

/** One partition of one source of one model. */
public record SourcePartition(String model, Source source, String topic, int partition) {}
