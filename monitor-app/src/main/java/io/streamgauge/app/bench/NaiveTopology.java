package io.streamgauge.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.serde.WireFormat;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * What one writes first: each value of an event becomes a record under its feature's name, values are grouped by feature, and a
 * windowed aggregate keeps a histogram. The histograms are ours, in our compact format, so that the difference is the shape of the
 * topology and nothing else; a store must read and write one for every value.
 */
final class NaiveTopology {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final byte[] MISSING = {0};

    private final List<FeatureBaseline> features;
    private final Map<String, Layout> layouts = new HashMap<>();
    private final Map<Long, Layout> layoutsByFingerprint = new HashMap<>();
    private final GenericDatumReader<GenericRecord> reader;
    private final Meter meter;

    /** @param meter counts values, once each is in its histogram */
    NaiveTopology(Baseline baseline, Schema schema, Meter meter) {
        this.features = baseline.features(Source.FEATURES);
        this.reader = new GenericDatumReader<>(schema);
        this.meter = meter;
        for (FeatureBaseline feature : features) {
            layouts.put(feature.schema().name(), feature.layout());
            layoutsByFingerprint.put(feature.layout().fingerprint(), feature.layout());
        }
    }

    Topology build() {
        var builder = new StreamsBuilder();
        builder.stream(
                        BenchTopics.FEW_EVENTS,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withOffsetResetPolicy(AutoOffsetReset.earliest())
                                .withName("read"))
                .flatMap((key, value) -> values(value), Named.as("values"))
                .groupByKey(Grouped.<String, byte[]>with("by-feature", Serdes.String(), Serdes.ByteArray()))
                .windowedBy(TimeWindows.ofSizeAndGrace(BenchEvents.WINDOW, GRACE))
                .<Profile>aggregate(
                        () -> null,
                        this::add,
                        Named.as("count"),
                        Materialized.<String, Profile, WindowStore<Bytes, byte[]>>as("histograms")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(profiles()));
        return builder.build();
    }

    private List<KeyValue<String, byte[]>> values(byte[] event) {
        GenericRecord record = decoded(event);
        var values = new ArrayList<KeyValue<String, byte[]>>(features.size());
        for (FeatureBaseline feature : features) {
            String name = feature.schema().name();
            values.add(KeyValue.pair(name, bytes(record.get(name))));
        }
        return values;
    }

    private GenericRecord decoded(byte[] event) {
        int start = WireFormat.HEADER_SIZE;
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(event, start, event.length - start, null));
        } catch (IOException e) {
            throw new UncheckedIOException("an event of the benchmark cannot be decoded", e);
        }
    }

    private static byte[] bytes(@Nullable Object value) {
        if (value == null) {
            return MISSING;
        }
        return value instanceof Double number
                ? ByteBuffer.allocate(Double.BYTES).putDouble(number).array()
                : value.toString().getBytes(UTF_8);
    }

    private Profile add(String feature, byte[] value, @Nullable Profile before) {
        Profile profile = before == null ? known(layouts.get(feature)).newProfile() : before;
        if (value.length == 1 && value[0] == 0) {
            profile.addMissing();
        } else if (profile instanceof NumericProfile numeric) {
            numeric.add(ByteBuffer.wrap(value).getDouble());
        } else if (profile instanceof CategoricalProfile categorical) {
            categorical.add(value, 0, value.length);
        }
        meter.count();
        return profile;
    }

    private Serde<Profile> profiles() {
        return Serdes.serdeFrom(
                (topic, profile) -> profile == null ? null : profile.toBytes(),
                (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private Profile read(byte[] bytes) {
        return Profile.fromBytes(bytes, known(layoutsByFingerprint.get(Profile.fingerprintOf(bytes))));
    }

    private static Layout known(@Nullable Layout layout) {
        if (layout == null) {
            throw new IllegalStateException("a feature that the baseline does not have");
        }
        return layout;
    }
}
