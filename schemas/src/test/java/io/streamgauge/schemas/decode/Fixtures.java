package io.streamgauge.schemas.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** A registry, a mapping and events in both formats. */
final class Fixtures {
    final InMemoryRegistry registry = new InMemoryRegistry();
    private final List<FieldMapping> fields = new ArrayList<>();
    private Source source = Source.FEATURES;
    private String eventTime = "ts";
    private @Nullable Double threshold;
    private @Nullable Set<String> expected;
    private final List<AgeField> ages = new ArrayList<>();

    Fixtures field(String feature, String path, FeatureType type) {
        fields.add(new FieldMapping(feature, path, type));
        return this;
    }

    Fixtures field(String path, FeatureType type) {
        return field(path, path, type);
    }

    Fixtures predictions(double threshold) {
        this.source = Source.PREDICTIONS;
        this.threshold = threshold;
        return this;
    }

    Fixtures age(String name, String path) {
        ages.add(new AgeField(name, path));
        return this;
    }

    Fixtures eventTime(String path) {
        this.eventTime = path;
        return this;
    }

    /** No other columns than those that are mapped and these. */
    Fixtures expecting(String... columns) {
        this.expected = Set.of(columns);
        return this;
    }

    SourceMapping mapping(Format format) {
        return new SourceMapping(
                source, "flights", format, "id", eventTime, "version", fields, threshold, expected, ages);
    }

    EventDecoder avro() {
        return EventDecoders.of(mapping(Format.AVRO), registry);
    }

    EventDecoder json() {
        return EventDecoders.of(mapping(Format.JSON), registry);
    }

    EventBuffer buffer() {
        return new EventBuffer(mapping(Format.AVRO).features().size());
    }

    /** The record behind the header that names its schema. */
    byte[] framed(GenericRecord event) {
        int id = registry.register(event.getSchema().getFullName(), event.getSchema());
        return WireFormat.encode(id, body(event));
    }

    static byte[] body(GenericRecord event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Schema schema(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }

    static byte[] utf8(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }

    /** What the slot holds, for assertions: a number, a text, "missing" or "mistyped". */
    static Object slot(EventBuffer row, int slot) {
        if (row.isNumber(slot)) {
            return row.number(slot);
        }
        String text = row.text(slot);
        return text != null ? text : row.isMissing(slot) ? "missing" : "mistyped";
    }

    static List<Object> slots(EventBuffer row) {
        List<Object> slots = new ArrayList<>();
        for (int slot = 0; slot < row.slots(); slot++) {
            slots.add(slot(row, slot));
        }
        return slots;
    }

    /** The lengths of lists; null where there is none. */
    static List<@Nullable Integer> lists(EventBuffer row) {
        List<@Nullable Integer> lengths = new ArrayList<>();
        for (int slot = 0; slot < row.slots(); slot++) {
            lengths.add(row.isList(slot) ? row.valueCount(slot) : null);
        }
        return lengths;
    }
}
