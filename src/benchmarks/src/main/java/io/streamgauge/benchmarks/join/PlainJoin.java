package io.streamgauge.benchmarks.join;

import io.streamgauge.schemas.serde.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;

/**
 * What somebody would write with the DSL: a windowed join of the two topics by key, and a count of the values that differ. It is let
 * off what ours does besides: it needs both topics keyed by the identifier and partitioned alike, knows no duplicates, tells nothing
 * of rows without a counterpart, and keeps its counts to itself.
 */
final class PlainJoin {
    private final Schema schema;
    private final GenericDatumReader<GenericRecord> reader;
    private final long[] mismatches = new long[WideRows.FEATURES];
    private BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);
    private volatile long pairs;

    PlainJoin(Schema schema) {
        this.schema = schema;
        this.reader = new GenericDatumReader<>(schema);
    }

    Topology topology() {
        var builder = new StreamsBuilder();
        Consumed<byte[], byte[]> consumed = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
        var byRecordTime = consumed.withTimestampExtractor(new FailOnInvalidTimestamp());
        var serving = builder.stream("serving", byRecordTime.withName("serving"));
        var training = builder.stream(
                "training",
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                        .withTimestampExtractor(new FailOnInvalidTimestamp())
                        .withName("training"));
        serving.join(
                        training,
                        this::compare,
                        JoinWindows.ofTimeDifferenceAndGrace(Duration.ofHours(1), Duration.ofMinutes(5)),
                        StreamJoined.with(Serdes.ByteArray(), Serdes.ByteArray(), Serdes.ByteArray())
                                .withName("pair")
                                .withStoreName("pair"))
                .foreach((id, differing) -> {}, Named.as("done"));
        return builder.build();
    }

    long pairs() {
        return pairs;
    }

    /** One stream thread only. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private Integer compare(byte[] serving, byte[] training) {
        GenericRecord here = read(serving);
        GenericRecord there = read(training);
        int differing = 0;
        for (int i = 0; i < WideRows.FEATURES; i++) {
            if (!here.get(i + 2).equals(there.get(i + 2))) {
                mismatches[i]++;
                differing++;
            }
        }
        pairs++;
        return differing;
    }

    private GenericRecord read(byte[] value) {
        try {
            decoder = DecoderFactory.get()
                    .binaryDecoder(value, WireFormat.HEADER_SIZE, value.length - WireFormat.HEADER_SIZE, decoder);
            reader.setSchema(schema);
            return reader.read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
