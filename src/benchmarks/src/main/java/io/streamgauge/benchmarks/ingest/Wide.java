package io.streamgauge.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.DriftSettings;
import io.streamgauge.checks.QualityMetric;
import io.streamgauge.checks.QualitySettings;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.FieldMapping;
import io.streamgauge.schemas.decode.Format;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.rule.EventRules;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.Topics;
import io.streamgauge.topology.settings.TopologySettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * A model of so many features, its baseline and its events as Avro. Every fifth feature is categorical, of 20 values; the first of them is
 * {@code f0}, whose values are equally frequent.
 */
final class Wide {
    static final long HOUR_MS = Duration.ofHours(1).toMillis();
    static final long START_MS = 1_704_067_200_000L; // 1 January 2024

    private static final int VALUES = 20;
    private static final FalseAlarmBudget BUDGET = FalseAlarmBudget.parse("1 per 30d");

    final SchemaRegistry registry;
    private final int features;
    private final int schemaId;
    private final Random random = new Random(1);

    Wide(int features) {
        this(features, new InMemoryRegistry(), "wide");
    }

    /** @param subject that the events' schema is registered under */
    Wide(int features, SchemaRegistry registry, String subject) {
        this.registry = registry;
        this.features = features;
        var fields = SchemaBuilder.record("Wide").fields().requiredString("id").requiredLong("ts");
        for (int i = 0; i < features; i++) {
            fields = isCategorical(i) ? fields.optionalString("f" + i) : fields.optionalDouble("f" + i);
        }
        Schema schema = fields.endRecord();
        this.schemaId = registry.register(subject, schema);
    }

    private static boolean isCategorical(int feature) {
        return feature % 5 == 0;
    }

    byte[] event(long eventMs) throws IOException {
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeString("id-" + eventMs);
        encoder.writeLong(eventMs);
        for (int i = 0; i < features; i++) {
            encoder.writeIndex(1);
            if (isCategorical(i)) {
                encoder.writeString("v" + random.nextInt(VALUES));
            } else {
                encoder.writeDouble(random.nextGaussian());
            }
        }
        encoder.flush();
        return WireFormat.encode(schemaId, bytes.toByteArray());
    }

    Baseline baseline(int hours, int rowsPerHour, List<SliceSpec> slices) throws IOException {
        List<FeatureSchema> schema = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            schema.add(new FeatureSchema(
                    "f" + i, Source.FEATURES, isCategorical(i) ? FeatureType.CATEGORICAL : FeatureType.NUMERIC));
        }
        return BaselineBuilder.of("m", "1", new DataSchema(schema))
                .slices(slices)
                .build(consumer -> {
                    var again = new Random(2); // rows are read several times, and must be the same
                    var row = new EventBuffer(features);
                    for (int i = 0; i < hours * rowsPerHour; i++) {
                        row.clear();
                        row.eventTime(START_MS - hours * HOUR_MS + i * HOUR_MS / rowsPerHour);
                        for (int slot = 0; slot < features; slot++) {
                            if (isCategorical(slot)) {
                                byte[] utf8 = ("v" + again.nextInt(VALUES)).getBytes(UTF_8);
                                row.text(slot, utf8, 0, utf8.length);
                            } else {
                                row.number(slot, again.nextGaussian());
                            }
                        }
                        consumer.accept(Source.FEATURES, row);
                    }
                });
    }

    TopologySettings settings(Baseline baseline, List<WindowSpec> windows, List<SliceSpec> slices) {
        List<FieldMapping> fields = baseline.features(Source.FEATURES).stream()
                .map(feature -> new FieldMapping(
                        feature.schema().name(),
                        feature.schema().name(),
                        feature.schema().type()))
                .toList();
        var mapping = new SourceMapping(Source.FEATURES, "t", Format.AVRO, "id", "ts", null, fields, null);
        var source =
                new SourceSettings(mapping, 1, Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofHours(1), 0);
        var tolerated =
                Arrays.stream(QualityMetric.values()).collect(Collectors.toMap(metric -> metric, metric -> 0.02));
        var checks = new CheckSettings(
                new DriftSettings(null, 0.2, BUDGET, 100),
                Map.of(),
                new QualitySettings(tolerated, 0.02, BUDGET, 100),
                Map.of(),
                Map.of());
        var model = new ModelSettings(
                "m", baseline, List.of(source), windows, slices, checks, new AlertPolicy("default", 2, 3, 2), "hash");
        return new TopologySettings(List.of(model), Topics.of("app", "rejected", "alerts"), 1, null, 1000);
    }

    /** The same with three rules for each feature, which every event keeps: type, presence, and a range or an enumeration. */
    TopologySettings withRules(TopologySettings settings) {
        ModelSettings model = settings.models().get(0);
        var schema = new StringBuilder("version: 1\nfeatures:\n");
        for (int i = 0; i < features; i++) {
            String domain = isCategorical(i) ? "text, enum: [" + words() + "]" : "float, range: { max: 100 }";
            schema.append("  f%d: { type: %s, presence: { min-fraction: 1 } }\n".formatted(i, domain));
        }
        var contract = SchemaForm.read(schema.toString(), "rules");
        List<FeatureSchema> slots = model.sources().get(0).mapping().features();
        var rules = Map.of(Source.FEATURES, EventRules.ofSchema(contract, null, slots));
        return new TopologySettings(
                List.of(model.withRules(rules)),
                settings.topics(),
                settings.partialsPartitions(),
                settings.bounded(),
                settings.largestRejectedValue());
    }

    private static String words() {
        return IntStream.range(0, VALUES).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
    }
}
