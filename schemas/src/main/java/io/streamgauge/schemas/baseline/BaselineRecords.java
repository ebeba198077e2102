package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.statistics.profile.Profile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;

/** The records of a baseline file, and a baseline from them. */
final class BaselineRecords {
    static final Schema SCHEMA = new Schema.Parser().parse("""
            [
              {"type": "record", "name": "BaselineHeader", "namespace": "io.streamgauge",
               "doc": "The first record of a baseline file.", "fields": [
                {"name": "model", "type": "string"},
                {"name": "version", "type": "string"},
                {"name": "id", "type": "string", "doc": "Hash of the content."},
                {"name": "windowMs", "type": "long"},
                {"name": "features", "type": "int", "doc": "How many feature records follow."},
                {"name": "windows", "type": "int", "doc": "How many window records follow those."},
                {"name": "slices", "type": "int", "default": 0, "doc": "How many slice records follow those."},
                {"name": "ages", "type": "int", "default": 0, "doc": "How many age records follow those."},
                {"name": "schema", "type": ["null", "string"], "default": null,
                 "doc": "The data schema in YAML; files of earlier programs have none."}]},
              {"type": "record", "name": "BaselineFeature", "namespace": "io.streamgauge",
               "doc": "A feature: its bins and the profile of all training rows.", "fields": [
                {"name": "source", "type": "string"},
                {"name": "name", "type": "string"},
                {"name": "type", "type": "string"},
                {"name": "layout", "type": "bytes"},
                {"name": "total", "type": "bytes"}]},
              {"type": "record", "name": "BaselineWindow", "namespace": "io.streamgauge",
               "doc": "A window of the training period: a profile for each feature of the source, none if it is empty.", "fields": [
                {"name": "source", "type": "string"},
                {"name": "start", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                {"name": "end", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                {"name": "count", "type": "long"},
                {"name": "profiles", "type": {"type": "array", "items": "bytes"}},
                {"name": "busy", "type": "bytes", "default": "",
                 "doc": "One bit for each slot (a minute, if the window has 1440 at most): whether there were rows."}]},
              {"type": "record", "name": "BaselineSlice", "namespace": "io.streamgauge",
               "doc": "A slice: a profile of its training rows for each feature of the source.", "fields": [
                {"name": "source", "type": "string"},
                {"name": "slice", "type": "string"},
                {"name": "definition", "type": "string"},
                {"name": "totals", "type": {"type": "array", "items": "bytes"}}]},
              {"type": "record", "name": "BaselineAge", "namespace": "io.streamgauge",
               "doc": "How old values were when they were used: profiles of all rows and of each window of the source.", "fields": [
                {"name": "source", "type": "string"},
                {"name": "name", "type": "string"},
                {"name": "total", "type": "bytes"},
                {"name": "windows", "type": {"type": "array", "items": "bytes"}}]}
            ]
            """);

    private static final Schema HEADER = SCHEMA.getTypes().get(0);
    private static final Schema FEATURE = SCHEMA.getTypes().get(1);
    private static final Schema WINDOW = SCHEMA.getTypes().get(2);
    private static final Schema SLICE = SCHEMA.getTypes().get(3);
    private static final Schema AGE = SCHEMA.getTypes().get(4);

    private BaselineRecords() {}

    static List<GenericRecord> of(Baseline baseline) {
        List<GenericRecord> features = new ArrayList<>();
        List<GenericRecord> windows = new ArrayList<>();
        List<GenericRecord> slices = new ArrayList<>();
        List<GenericRecord> ages = new ArrayList<>();
        for (Source source : Source.values()) {
            baseline.features(source).forEach(feature -> features.add(of(feature)));
            baseline.windows(source).forEach(window -> windows.add(of(window)));
            baseline.slices(source).forEach(slice -> slices.add(of(slice)));
            baseline.ages(source).forEach(age -> ages.add(of(age)));
        }
        List<GenericRecord> all = new ArrayList<>();
        all.add(new GenericRecordBuilder(HEADER)
                .set("model", baseline.model())
                .set("version", baseline.version())
                .set("id", baseline.id())
                .set("windowMs", baseline.windowSize().toMillis())
                .set("features", features.size())
                .set("windows", windows.size())
                .set("slices", slices.size())
                .set("ages", ages.size())
                .set("schema", baseline.contract().map(SchemaForm::write).orElse(null))
                .build());
        all.addAll(features);
        all.addAll(windows);
        all.addAll(slices);
        all.addAll(ages);
        return all;
    }

    private static GenericRecord of(FeatureBaseline feature) {
        return new GenericRecordBuilder(FEATURE)
                .set("source", feature.schema().source().word())
                .set("name", feature.schema().name())
                .set("type", feature.schema().type().name())
                .set("layout", ByteBuffer.wrap(feature.layout().toBytes()))
                .set("total", ByteBuffer.wrap(feature.total().toBytes()))
                .build();
    }

    private static GenericRecord of(ReferenceWindow window) {
        List<ByteBuffer> profiles = window.count() == 0
                ? List.of()
                : window.profiles().stream()
                        .map(profile -> ByteBuffer.wrap(profile.toBytes()))
                        .toList();
        return new GenericRecordBuilder(WINDOW)
                .set("source", window.source().word())
                .set("start", window.startMs())
                .set("end", window.endMs())
                .set("count", window.count())
                .set("profiles", profiles)
                .set("busy", ByteBuffer.wrap(window.busy().toBytes()))
                .build();
    }

    private static GenericRecord of(SliceBaseline slice) {
        return new GenericRecordBuilder(SLICE)
                .set("source", slice.source().word())
                .set("slice", slice.slice())
                .set("definition", slice.definition())
                .set(
                        "totals",
                        slice.totals().stream()
                                .map(total -> ByteBuffer.wrap(total.toBytes()))
                                .toList())
                .build();
    }

    private static GenericRecord of(AgeBaseline age) {
        return new GenericRecordBuilder(AGE)
                .set("source", age.source().word())
                .set("name", age.name())
                .set("total", ByteBuffer.wrap(age.total().toBytes()))
                .set(
                        "windows",
                        age.windows().stream()
                                .map(window -> ByteBuffer.wrap(window.toBytes()))
                                .toList())
                .build();
    }

    static Baseline read(Iterator<GenericRecord> records) throws InvalidBaselineException {
        GenericRecord header = next(records, HEADER);
        List<FeatureBaseline> features = new ArrayList<>();
        for (int i = 0; i < (int) header.get("features"); i++) {
            features.add(feature(next(records, FEATURE)));
        }
        List<ReferenceWindow> windows = new ArrayList<>();
        for (int i = 0; i < (int) header.get("windows"); i++) {
            windows.add(window(next(records, WINDOW), features));
        }
        List<SliceBaseline> slices = new ArrayList<>();
        for (int i = 0; i < number(header, "slices"); i++) {
            slices.add(slice(next(records, SLICE), features));
        }
        List<AgeBaseline> ages = new ArrayList<>();
        for (int i = 0; i < number(header, "ages"); i++) {
            ages.add(age(next(records, AGE)));
        }
        Duration windowSize = Duration.ofMillis((long) header.get("windowMs"));
        Baseline baseline = Baseline.of(
                        text(header, "model"), text(header, "version"), windowSize, features, windows, slices)
                .withAges(ages)
                .withContract(contract(header));
        if (!baseline.id().equals(text(header, "id"))) {
            throw new IllegalArgumentException("its content does not have its id " + text(header, "id"));
        }
        return baseline;
    }

    private static @Nullable DataContract contract(GenericRecord header) {
        Object written = header.hasField("schema") ? header.get("schema") : null;
        return written == null ? null : SchemaForm.read(written.toString(), "its schema");
    }

    private static FeatureBaseline feature(GenericRecord stored) {
        Source source = Source.ofWord(text(stored, "source"));
        FeatureType type = FeatureType.valueOf(text(stored, "type"));
        Layout layout = Layout.fromBytes(bytes(stored.get("layout")));
        Profile total = Profile.fromBytes(bytes(stored.get("total")), layout);
        return new FeatureBaseline(new FeatureSchema(text(stored, "name"), source, type), layout, total);
    }

    private static ReferenceWindow window(GenericRecord stored, List<FeatureBaseline> allFeatures) {
        Source source = Source.ofWord(text(stored, "source"));
        List<FeatureBaseline> features = allFeatures.stream()
                .filter(feature -> feature.schema().source() == source)
                .toList();
        GenericData.Array<?> written = (GenericData.Array<?>) stored.get("profiles");
        long count = (long) stored.get("count");
        if (count > 0 && written.size() != features.size()) {
            throw new IllegalArgumentException("a window lacks profiles");
        }
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            Layout layout = features.get(i).layout();
            profiles.add(count == 0 ? layout.newProfile() : Profile.fromBytes(bytes(written.get(i)), layout));
        }
        return new ReferenceWindow(
                source, (long) stored.get("start"), (long) stored.get("end"), profiles, count, busy(stored));
    }

    /** Files of earlier programs do not say. */
    private static Occupancy busy(GenericRecord window) {
        return window.hasField("busy") ? Occupancy.of(bytes(window.get("busy"))) : Occupancy.NONE;
    }

    /** Files of before there were such records have no number of them. */
    private static int number(GenericRecord header, String records) {
        return header.hasField(records) ? (int) header.get(records) : 0;
    }

    private static AgeBaseline age(GenericRecord stored) {
        List<Profile> windows = new ArrayList<>();
        for (Object window : (GenericData.Array<?>) stored.get("windows")) {
            windows.add(Profile.fromBytes(bytes(window), AgeField.GRID));
        }
        Profile total = Profile.fromBytes(bytes(stored.get("total")), AgeField.GRID);
        return new AgeBaseline(Source.ofWord(text(stored, "source")), text(stored, "name"), total, windows);
    }

    private static SliceBaseline slice(GenericRecord stored, List<FeatureBaseline> allFeatures) {
        Source source = Source.ofWord(text(stored, "source"));
        List<FeatureBaseline> features = allFeatures.stream()
                .filter(feature -> feature.schema().source() == source)
                .toList();
        GenericData.Array<?> written = (GenericData.Array<?>) stored.get("totals");
        if (written.size() != features.size()) {
            throw new IllegalArgumentException("a slice lacks profiles");
        }
        List<Profile> totals = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            totals.add(Profile.fromBytes(bytes(written.get(i)), features.get(i).layout()));
        }
        return new SliceBaseline(source, text(stored, "slice"), text(stored, "definition"), totals);
    }

    private static GenericRecord next(Iterator<GenericRecord> records, Schema schema) {
        if (!records.hasNext()) {
            throw new IllegalArgumentException("it ends early");
        }
        GenericRecord stored = records.next();
        if (!stored.getSchema().getFullName().equals(schema.getFullName())) {
            throw new IllegalArgumentException(
                    "a %s where a %s should be".formatted(stored.getSchema().getName(), schema.getName()));
        }
        return stored;
    }

    private static String text(GenericRecord stored, String field) {
        return String.valueOf(stored.get(field));
    }

    private static byte[] bytes(Object stored) {
        ByteBuffer buffer = ((ByteBuffer) stored).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
