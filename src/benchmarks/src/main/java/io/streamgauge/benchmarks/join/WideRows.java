package io.streamgauge.benchmarks.join;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Rows of twenty numbers as Avro; one value in a hundred differs between the two sides. Not thread-safe. */
final class WideRows {
    static final int FEATURES = 20;
    static final long START_MS = 1_704_067_200_000L; // 1 January 2024
    static final List<String> NAMES =
            IntStream.range(0, FEATURES).mapToObj(i -> "f" + i).toList();
    /** Pairs in an hour of event time. */
    static final int PER_HOUR = 200_000;

    private static final long HOUR_MS = 3_600_000;

    private final Schema schema;
    private final int schemaId;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    WideRows(SchemaRegistry registry, String subject) {
        var fields = SchemaBuilder.record("Wide").fields().requiredString("id").requiredLong("ts");
        for (String name : NAMES) {
            fields = fields.requiredDouble(name);
        }
        schema = fields.endRecord();
        schemaId = registry.register(subject, schema);
    }

    Schema schema() {
        return schema;
    }

    static String id(long pair) {
        return "row-" + pair;
    }

    static long timeMs(long pair) {
        return START_MS + pair * HOUR_MS / PER_HOUR;
    }

    /** The row of a pair: the same values on both sides, but for some at serving. */
    byte[] row(long pair, boolean serving) {
        var random = new Random(pair);
        try {
            bytes.reset();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            encoder.writeString(id(pair));
            encoder.writeLong(timeMs(pair));
            for (int i = 0; i < FEATURES; i++) {
                double value = random.nextDouble();
                boolean differs = random.nextInt(100) == 0;
                encoder.writeDouble(serving && differs ? value + 1 : value);
            }
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the stream is in memory
        }
        return WireFormat.encode(schemaId, bytes.toByteArray());
    }

    /** Of the twenty features, from a hundred rows. */
    static Baseline baseline() throws IOException {
        var schema = new DataSchema(NAMES.stream()
                .map(name -> new FeatureSchema(name, Source.FEATURES, FeatureType.NUMERIC))
                .toList());
        return BaselineBuilder.of("m", "1", schema).build(consumer -> {
            var random = new Random(1);
            var row = new EventBuffer(FEATURES);
            for (int i = 0; i < 100; i++) {
                row.clear();
                row.eventTime(START_MS - (100 - i) * HOUR_MS);
                for (int slot = 0; slot < FEATURES; slot++) {
                    row.number(slot, random.nextDouble());
                }
                consumer.accept(Source.FEATURES, row);
            }
        });
    }

    /** A configuration that does nothing but compare the rows of two topics. */
    static String configuration(String broker, String registry, String directory) {
        return """
                application: { id: our-join, state-dir: "%3$s/state", http: { bind: "127.0.0.1:0" } }
                kafka: { bootstrap.servers: "%1$s", num.stream.threads: "1", commit.interval.ms: "500" }
                schema-registry: { url: "%2$s", auto.register: true }
                topics: { partitions: 1, replication: 1 }
                models:
                  m:
                    baseline: { file: "%3$s/m.avro" }
                    features:  { topic: serving, event-time: ts, id: id }
                    reference: { topic: training, event-time: ts, id: id, ttl: 1h }
                    windows: [ { size: 1h } ]
                """.formatted(broker, registry, directory);
    }
}
