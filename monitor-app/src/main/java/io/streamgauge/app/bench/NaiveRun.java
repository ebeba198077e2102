package io.streamgauge.app.bench;

import io.streamgauge.schemas.baseline.BaselineFile;
import java.io.IOException;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** {@link NaiveTopology}, with Kafka Streams' own caching, which it needs more than anything. */
final class NaiveRun extends PlainStreamsRun {
    private static final long DEFAULT_CACHE_BYTES = 10L << 20;

    NaiveRun(Stage stage) {
        super(stage, Contender.NAIVE);
    }

    @Override
    Topology topology(Meter meter) throws IOException {
        var schema = new BenchEvents(stage.features(), Instant.EPOCH).schema();
        return new NaiveTopology(BaselineFile.read(stage.baseline()), schema, meter).build();
    }

    /** An event is done when all its values are. */
    @Override
    int countsOfEvent() {
        return stage.features();
    }

    @Override
    void adapt(Properties properties) {
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, DEFAULT_CACHE_BYTES);
        // What was read would be deleted, and its bytes not be seen.
        properties.put(StreamsConfig.REPARTITION_PURGE_INTERVAL_MS_CONFIG, Integer.MAX_VALUE);
    }
}
