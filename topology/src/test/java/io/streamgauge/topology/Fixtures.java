package io.streamgauge.topology;

import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.DriftSettings;
import io.streamgauge.checks.Midnights;
import io.streamgauge.checks.Part;
import io.streamgauge.checks.PartSettings;
import io.streamgauge.checks.QualityMetric;
import io.streamgauge.checks.QualitySettings;
import io.streamgauge.checks.SilenceSettings;
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
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.Topics;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One small model, {@code m} version 1, with a numeric feature {@code x} (about uniform on [0, 1)) and a categorical feature
 * {@code c} (a, b, c: 5, 3, 2 in ten), 200 events an hour; its baseline of two days; traffic that looks like it and traffic that
 * does not.
 */
public final class Fixtures {
    public static final String MODEL = "m";
    public static final Topics TOPICS = Topics.of("app", "rejected", "alerts");
    /** The day of the tests: {@code at("00:30")} is half an hour behind it. */
    public static final Instant MIDNIGHT = Instant.parse("2024-03-01T00:00:00Z");

    static final String EVENTS = "events";
    static final String TRAINING_ROWS = "training-rows";
    static final int EVENTS_PER_HOUR = 200;
    /** Drift of two features, four shares of x and three of c, rejected records, silence. */
    static final int SCORES_PER_WINDOW = 11;

    static final AlertPolicy TWO_OF_THREE = new AlertPolicy("default", 2, 3, 2);

    private static final Instant TRAINING = Instant.parse("2024-01-01T00:00:00Z");
    static final FalseAlarmBudget BUDGET = new FalseAlarmBudget(1, Duration.ofDays(30));
    private static final long MINIMUM_ROWS = 30;
    private static final Map<Integer, Baseline> BASELINES =
            Map.of(EVENTS_PER_HOUR, newBaseline(MODEL, EVENTS_PER_HOUR));

    private Fixtures() {}

    /** Milliseconds since the epoch of a time of the day; hours may go beyond 24. */
    public static long timeMs(String hoursAndMinutes) {
        String[] parts = hoursAndMinutes.split(":", 2);
        return MIDNIGHT.toEpochMilli()
                + Duration.ofHours(Long.parseLong(parts[0])).toMillis()
                + Duration.ofMinutes(Long.parseLong(parts[1])).toMillis();
    }

    static Event event() {
        return new Event();
    }

    /** An hour of traffic as the baseline knows it. */
    static List<Event> hour(int hour) {
        return hour(hour, 0);
    }

    /** An hour of traffic whose {@code x} is larger by {@code shift}. */
    static List<Event> hour(int hour, double shift) {
        return hour(hour, (DoubleUnaryOperator) x -> x + shift);
    }

    /** An hour of traffic whose {@code x} has changed. */
    static List<Event> hour(int hour, DoubleUnaryOperator change) {
        long start = timeMs(hour + ":00");
        return IntStream.range(0, EVENTS_PER_HOUR)
                .mapToObj(i -> event().atMs(start + i * 18_000L)
                        .feature("x", change.applyAsDouble(number(hour * EVENTS_PER_HOUR + i)))
                        .feature("c", letter(i)))
                .collect(Collectors.toList());
    }

    private static double number(int i) {
        return (7919L * i % 10007) / 10007.0;
    }

    private static String letter(int i) {
        return i % 10 < 5 ? "a" : i % 10 < 8 ? "b" : "c";
    }

    public static Baseline baseline() {
        return BASELINES.get(EVENTS_PER_HOUR);
    }

    static Baseline baseline(String model) {
        return newBaseline(model, EVENTS_PER_HOUR);
    }

    /** The same training data, with its slices counted. */
    static Baseline baseline(List<SliceSpec> slices) {
        return newBaseline(MODEL, EVENTS_PER_HOUR, 16, slices, 48);
    }

    /** The same data in fewer bins. */
    static Baseline coarseBaseline() {
        return newBaseline(MODEL, EVENTS_PER_HOUR, 8, List.of(), 48);
    }

    /** Fifteen days of training: one day of the week was seen three times, the others twice. */
    static Baseline longBaseline() {
        return newBaseline(MODEL, EVENTS_PER_HOUR, 16, List.of(), 15 * 24);
    }

    private static Baseline newBaseline(String model, int eventsPerHour) {
        return newBaseline(model, eventsPerHour, 16, List.of(), 48);
    }

    private static Baseline newBaseline(String model, int eventsPerHour, int bins, List<SliceSpec> slices, int hours) {
        var features = new DataSchema(List.of(
                new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC),
                new FeatureSchema("c", Source.FEATURES, FeatureType.CATEGORICAL)));
        try {
            return BaselineBuilder.of(model, "1", features)
                    .bins(bins)
                    .slices(slices)
                    .build(consumer -> {
                        var row = new EventBuffer(2);
                        for (int i = 0; i < hours * eventsPerHour; i++) {
                            row.clear();
                            row.eventTime(TRAINING.toEpochMilli() + i * (3_600_000L / eventsPerHour));
                            row.number(0, number(i));
                            byte[] letter = letter(i).getBytes(StandardCharsets.UTF_8);
                            row.text(1, letter, 0, letter.length);
                            consumer.accept(Source.FEATURES, row);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CheckSettings checks() {
        var tolerated =
                Arrays.stream(QualityMetric.values()).collect(Collectors.toMap(metric -> metric, metric -> 0.02));
        return new CheckSettings(
                new DriftSettings(null, 0.5, BUDGET, MINIMUM_ROWS),
                Map.of(),
                new QualitySettings(tolerated, 0.02, BUDGET, MINIMUM_ROWS),
                Map.of(),
                Map.of("features", Duration.ofHours(2)));
    }

    /** {@code PT1H}, {@code P1D/PT1H} with an advance, {@code P1D@Europe/Berlin} in a zone. */
    public static WindowSpec windowSpec(String text) {
        String[] zoned = text.split("@", 2);
        String[] lengths = zoned[0].split("/", 2);
        Duration size = Duration.parse(lengths[0]);
        return new WindowSpec(
                size,
                lengths.length == 1 ? size : Duration.parse(lengths[1]),
                zoned.length == 1 ? null : Midnights.of(ZoneId.of(zoned[1])));
    }

    public static ModelSettings model(Baseline baseline, int partitions, String... windows) {
        return model(baseline, List.of(), partitions, windows);
    }

    public static ModelSettings model(Baseline baseline, List<SliceSpec> slices, int partitions, String... windows) {
        var mapping = new SourceMapping(
                Source.FEATURES,
                EVENTS,
                Format.AVRO,
                "id",
                "ts",
                "version",
                List.of(
                        new FieldMapping("x", "x", FeatureType.NUMERIC),
                        new FieldMapping("c", "c", FeatureType.CATEGORICAL)),
                null);
        var source = new SourceSettings(
                mapping,
                partitions,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                Instant.parse("2000-01-01T00:00:00Z").toEpochMilli());
        List<WindowSpec> specs =
                Arrays.stream(windows).map(Fixtures::windowSpec).toList();
        return new ModelSettings(
                baseline.model(),
                baseline,
                List.of(source),
                specs,
                slices,
                checks(),
                TWO_OF_THREE,
                "config-of-" + baseline.model());
    }

    /** Serving and training rows as JSON, joined by {@code id}. */
    public static ValueSkewSettings valueSkew(
            int partitions, Duration timeToLive, List<String> features, String... sensitive) {
        return new ValueSkewSettings(
                side(Source.FEATURES, EVENTS, partitions, features),
                side(Source.REFERENCE, TRAINING_ROWS, partitions, features),
                features,
                Map.of(),
                timeToLive,
                0.01,
                1,
                30,
                List.of(sensitive));
    }

    private static SourceSettings side(Source source, String topic, int partitions, List<String> features) {
        var fields = new ArrayList<FieldMapping>();
        features.forEach(feature -> fields.add(new FieldMapping(
                feature, feature, feature.equals("x") ? FeatureType.NUMERIC : FeatureType.CATEGORICAL)));
        fields.add(new FieldMapping("id", "id", FeatureType.CATEGORICAL));
        return new SourceSettings(
                new SourceMapping(source, topic, Format.JSON, null, "ts", null, fields, null),
                partitions,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                Instant.parse("2000-01-01T00:00:00Z").toEpochMilli());
    }

    /** The model with nothing but the comparison of its rows. */
    public static ModelSettings comparing(ValueSkewSettings skew, String... windows) {
        ModelSettings model = model(baseline(), 1, windows);
        return new ModelSettings(
                model.model(),
                model.baseline(),
                List.of(),
                model.windows(),
                List.of(),
                model.checks(),
                model.policy(),
                model.configHash(),
                Map.of(),
                skew);
    }

    /** The same model, none of whose parts may be silent for longer while others are not. */
    public static ModelSettings watchingParts(Duration atMost, ModelSettings model) {
        SilenceSettings limit = SilenceSettings.atMost(atMost);
        Map<Part, SilenceSettings> limits =
                Arrays.stream(Part.values()).collect(Collectors.toMap(part -> part, part -> limit));
        CheckSettings checks = model.checks();
        return model.withChecks(checks.withStaleness(checks.staleness().withParts(new PartSettings(limits, Map.of()))));
    }

    /** The same model, its drift judged by an e-process. */
    public static ModelSettings sequential(ModelSettings model) {
        return driftBy("e-process", 0.05, model);
    }

    /** The same model, its drift judged by this metric. */
    static ModelSettings driftBy(String metric, double floor, ModelSettings model) {
        return driftBy(new DriftSettings(metric, floor, BUDGET, MINIMUM_ROWS), model);
    }

    /** The same model, its windows compared with the training windows of the same hour of the week. */
    static ModelSettings byHourOfWeek(ModelSettings model) {
        return driftBy(new DriftSettings(null, 0.5, BUDGET, MINIMUM_ROWS, true), model);
    }

    private static ModelSettings driftBy(DriftSettings drift, ModelSettings model) {
        CheckSettings checks = model.checks();
        return new ModelSettings(
                model.model(),
                model.baseline(),
                model.sources(),
                model.windows(),
                model.slices(),
                new CheckSettings(
                        drift,
                        Map.of(),
                        checks.quality(),
                        checks.qualityByFeature(),
                        checks.staleness(),
                        null,
                        null,
                        null),
                model.policy(),
                model.configHash());
    }

    /** The same model with another rule of confirmation. */
    static ModelSettings confirming(ModelSettings model, AlertPolicy policy) {
        return new ModelSettings(
                model.model(),
                model.baseline(),
                model.sources(),
                model.windows(),
                model.slices(),
                model.checks(),
                policy,
                model.configHash());
    }

    public static TopologySettings settings(@Nullable BoundedInput bounded, ModelSettings... models) {
        return new TopologySettings(List.of(models), TOPICS, 1, bounded, 1000);
    }

    /** Hourly windows on one partition that never ends. */
    public static TopologySettings settings() {
        return settings(null, model(baseline(), 1, "PT1H"));
    }
}
