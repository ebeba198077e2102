package io.streamgauge.app.config;

import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import io.streamgauge.statistics.comparison.ProfileDistances;
import io.streamgauge.statistics.distance.EffectSize;
import io.streamgauge.statistics.inference.EProcess;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which checks are made and with which limits. */
final class ChecksReader {
    private static final ValueType<String> METRIC = new ValueType<>(
            ProfileDistances.EXPECTED + "; or " + EProcess.NAME,
            EffectSize.NAME,
            text -> text.equals(EProcess.NAME)
                    ? text
                    : ProfileDistances.of(text).name());
    private static final double LARGEST_DRIFT = 1;
    private static final ValueType<Double> SHARE = Values.number(0, 1);
    private static final ValueType<FalseAlarmBudget> FALSE_ALARMS = new ValueType<>(
            "a rate such as 1 per 30d", new FalseAlarmBudget(1, Duration.ofDays(30)), FalseAlarmBudget::parse);
    private static final ValueType<Integer> ROWS = Values.wholeNumber(1, Integer.MAX_VALUE);
    private static final ValueType<Double> FACTOR = Values.number(1.01, 1e6);
    private static final double OFF = -1;
    private static final ValueType<Double> FACTOR_OR_OFF = orOff(FACTOR);
    private static final ValueType<Double> SHARE_OR_OFF = orOff(SHARE);
    private static final ValueType<Duration> AGE = Values.duration(Duration.ofSeconds(1));
    private static final ValueType<Duration> AGE_OR_OFF = new ValueType<>(
            AGE.expected() + ", or off",
            Duration.ZERO,
            text -> text.equals("off") ? Duration.ZERO : AGE.parser().apply(text));

    private static final ValueType<LimitConfig> LIMIT = new ValueType<>(
            AGE.expected() + ", learned, or off",
            LimitConfig.LEARNED,
            text -> text.equals("learned")
                    ? LimitConfig.LEARNED
                    : new LimitConfig(AGE_OR_OFF.parser().apply(text)));

    private ChecksReader() {}

    /** @param windows that the checks are made on */
    static ChecksConfig read(Section checks, List<WindowSpec> windows) {
        Section drift = checks.section("drift");
        Section quality = checks.section("quality");
        Section staleness = checks.section("staleness");
        Map<String, FeatureChecks> features = new LinkedHashMap<>();
        checks.sections("features", null).forEach((feature, section) -> {
            Section ages = section.sectionRefining("staleness", staleness);
            features.put(
                    feature,
                    new FeatureChecks(
                            drift(section.sectionRefining("drift", drift), windows),
                            quality(section.sectionRefining("quality", quality)),
                            limit(ages, "feature"),
                            limit(ages, "values")));
        });
        return new ChecksConfig(
                drift(drift, windows),
                staleness(staleness),
                quality(quality),
                skew(checks.section("skew")),
                pipeline(checks.section("pipeline")),
                features);
    }

    private static DriftConfig drift(Section section, List<WindowSpec> windows) {
        String metric = section.value("metric", METRIC);
        String inherited = section.inherited("metric", METRIC);
        boolean ownMetric = inherited != null && section.sound() && !metric.equals(inherited);
        if (ownMetric && !section.has("floor")) {
            // A floor in standard deviations says nothing about a distance in miles.
            section.missing("floor", "the smallest change worth an alert, in units of " + metric);
        }
        if (metric.equals(EProcess.NAME) && section.sound()) {
            checkSequential(section, windows);
        }
        DriftReference reference = section.value("reference", Values.constant(DriftReference.class));
        if (metric.equals(EProcess.NAME) && reference == DriftReference.HOUR_OF_WEEK && section.has("reference")) {
            section.problem(
                    "reference",
                    "baseline, or another metric",
                    EProcess.NAME + " is about all windows since a drift may have begun, whatever their hour");
        }
        return new DriftConfig(
                metric,
                section.value("floor", Values.number(0, Double.MAX_VALUE)),
                section.value("false-alarms", FALSE_ALARMS),
                section.value("minimum-rows", ROWS),
                reference);
    }

    private static @Nullable Double orOff(Section section, String key, ValueType<Double> type) {
        double value = section.value(key, type);
        return value == OFF ? null : value;
    }

    private static ValueType<Double> orOff(ValueType<Double> number) {
        return new ValueType<>(
                number.expected() + ", or off",
                OFF,
                text -> text.equals("off")
                        ? Double.valueOf(OFF)
                        : number.parser().apply(text));
    }

    private static void checkSequential(Section section, List<WindowSpec> windows) {
        if (section.has("metric") && windows.stream().anyMatch(WindowSpec::overlaps)) {
            section.problem(
                    "metric",
                    "another metric, or windows without advance",
                    EProcess.NAME + " counts each event once, and the model's windows overlap");
        }
        double floor = section.value("floor", Values.number(0, Double.MAX_VALUE));
        if (floor > LARGEST_DRIFT && section.has("floor")) {
            section.problem(
                    "floor",
                    "at most 1",
                    "the floor of %s is in standard deviations: must be at most 1, found %s"
                            .formatted(EProcess.NAME, floor));
        }
    }

    private static SkewConfig skew(Section section) {
        return new SkewConfig(
                section.value("rate", SHARE), section.value("unmatched", SHARE), section.value("minimum-rows", ROWS));
    }

    private static PipelineConfig pipeline(Section section) {
        return new PipelineConfig(
                section.value("changes", Values.FLAG),
                orOff(section, "lost", SHARE_OR_OFF),
                orOff(section, "repeated", SHARE_OR_OFF),
                orOff(section, "reordered", SHARE_OR_OFF),
                section.value("producer-header", Values.TEXT),
                section.value("sequence-header", Values.TEXT));
    }

    private static StalenessConfig staleness(Section section) {
        return new StalenessConfig(
                limit(section, "topic"),
                limit(section, "feature"),
                age(section, "model"),
                age(section, "deployed"),
                age(section, "baseline"),
                limit(section, "label"),
                limit(section, "label-delay"),
                orOff(section, "other-versions", SHARE_OR_OFF),
                orOff(section, "entropy-drop", SHARE_OR_OFF),
                new PartsConfig(
                        limit(section, "partition"),
                        limit(section, "version"),
                        limit(section, "slice"),
                        limit(section, "values")));
    }

    private static @Nullable LimitConfig limit(Section section, String key) {
        LimitConfig limit = section.value(key, LIMIT);
        return Duration.ZERO.equals(limit.atMost()) ? null : limit;
    }

    private static @Nullable Duration age(Section section, String key) {
        Duration age = section.value(key, AGE_OR_OFF);
        return age.isZero() ? null : age;
    }

    private static QualityConfig quality(Section section) {
        return new QualityConfig(
                section.value("rejected", SHARE),
                section.value("missing", SHARE),
                section.value("unseen", SHARE),
                section.value("out-of-range", SHARE),
                section.value("nan", SHARE),
                section.value("mistyped", SHARE),
                section.value("stuck", Values.FLAG),
                orOff(section, "volume", FACTOR_OR_OFF),
                orOff(section, "duplicates", SHARE_OR_OFF),
                section.value("false-alarms", FALSE_ALARMS),
                section.value("minimum-rows", ROWS));
    }
}
