package io.streamgauge.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * The events of the benchmark, the same on every call: flat records whose fields may be null, four numbers to one text. Numbers are
 * normal or log-normal, texts one of 50 of uneven frequency, one value in 50 is missing; a minute of event time holds 100,000 events.
 */
final class BenchEvents {
    static final String MODEL = "bench";
    static final Duration WINDOW = Duration.ofMinutes(1);
    /** Few for a window: at full speed it fills in a third of a second. More would make the traffic per event smaller. */
    static final int EVENTS_PER_WINDOW = 100_000;

    private static final int BASELINE_EVENTS = 20_000;
    private static final int BASELINE_WINDOWS = 20;
    private static final int TEXT_EVERY = 5;
    private static final int TEXTS = 50;
    private static final double MISSING = 0.02;
    private static final byte[][] WORDS = words();

    private final int features;
    private final long startMs;
    private final Schema schema;

    /** @param start event time of the first event; in the past, as brokers refuse what is far ahead */
    BenchEvents(int features, Instant start) {
        this.features = features;
        this.startMs = start.toEpochMilli();
        this.schema = schema(features);
    }

    Schema schema() {
        return schema;
    }

    List<FeatureSchema> features() {
        var schemas = new ArrayList<FeatureSchema>();
        for (int i = 0; i < features; i++) {
            schemas.add(new FeatureSchema(
                    name(i), Source.FEATURES, isText(i) ? FeatureType.CATEGORICAL : FeatureType.NUMERIC));
        }
        return schemas;
    }

    long timeMs(long event) {
        return startMs + event * WINDOW.toMillis() / EVENTS_PER_WINDOW;
    }

    /** What an event says. */
    void fill(long event, EventBuffer row) {
        var random = new SplittableRandom(event);
        row.clear();
        row.eventTime(timeMs(event));
        for (int i = 0; i < features; i++) {
            if (random.nextDouble() < MISSING) {
                row.missing(i);
            } else if (isText(i)) {
                double u = random.nextDouble();
                byte[] word = WORDS[(int) (TEXTS * u * u)];
                row.text(i, word, 0, word.length);
            } else {
                double normal = random.nextGaussian();
                row.number(i, i % 2 == 0 ? normal : Math.exp(normal));
            }
        }
    }

    /** An event's Avro body. */
    byte[] body(long event, EventBuffer row) throws IOException {
        fill(event, row);
        var bytes = new ByteArrayOutputStream(512);
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        out.writeString("event-" + event);
        out.writeLong(row.eventTimeMs());
        out.writeIndex(1);
        out.writeString("1");
        for (int i = 0; i < features; i++) {
            if (row.isMissing(i)) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                if (isText(i)) {
                    out.writeString(row.text(i));
                } else {
                    out.writeDouble(row.number(i));
                }
            }
        }
        out.flush();
        return bytes.toByteArray();
    }

    /** What the events' distribution was when the model was trained: the same. */
    Baseline baseline() throws IOException {
        long everyMs = BASELINE_WINDOWS * WINDOW.toMillis() / BASELINE_EVENTS;
        return BaselineBuilder.of(MODEL, "1", new DataSchema(features()))
                .windowSize(WINDOW)
                .build(consumer -> {
                    var row = new EventBuffer(features);
                    for (int i = 0; i < BASELINE_EVENTS; i++) {
                        fill(-1L - i, row);
                        row.eventTime(startMs + i * everyMs);
                        consumer.accept(Source.FEATURES, row);
                    }
                });
    }

    private static boolean isText(int feature) {
        return feature % TEXT_EVERY == TEXT_EVERY - 1;
    }

    private static String name(int feature) {
        return (isText(feature) ? "text" : "number") + feature;
    }

    private static Schema schema(int features) {
        var fields = SchemaBuilder.record("BenchEvent")
                .namespace("io.streamgauge.bench")
                .fields()
                .requiredString("id")
                .requiredLong("ts")
                .optionalString("version");
        for (int i = 0; i < features; i++) {
            fields = isText(i) ? fields.optionalString(name(i)) : fields.optionalDouble(name(i));
        }
        return fields.endRecord();
    }

    private static byte[][] words() {
        byte[][] words = new byte[TEXTS][];
        for (int i = 0; i < TEXTS; i++) {
            words[i] = ("category-" + i).getBytes(UTF_8);
        }
        return words;
    }
}
