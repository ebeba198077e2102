package io.streamgauge.app.bench;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;

/** Kafka Streams that looks at no record: what any topology pays before its first line of code. */
final class PassThroughRun extends PlainStreamsRun {
    PassThroughRun(Stage stage) {
        super(stage, Contender.PASS_THROUGH);
    }

    @Override
    Topology topology(Meter meter) {
        var builder = new StreamsBuilder();
        builder.stream(
                        BenchTopics.EVENTS,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withOffsetResetPolicy(AutoOffsetReset.earliest())
                                .withName("read"))
                .foreach((key, value) -> meter.count(), Named.as("count"));
        return builder.build();
    }
}
