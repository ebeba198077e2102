package io.streamgauge.app.config;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.yaml.DidYouMean;
import io.streamgauge.schemas.yaml.Place;
import io.streamgauge.schemas.yaml.Problem;
import io.streamgauge.statistics.comparison.ProfileDistances;
import io.streamgauge.statistics.inference.EProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Does a configuration fit its model's baseline? What can only be known with both at hand: whether the features that it
 * names exist and whether a feature's own metric is defined for its type.
 */
public final class BaselineFit {
    private final Map<String, Place> places;
    private final ModelConfig model;
    private final Baseline baseline;
    /** Of a source. One pane of so many takes some 20 MB for each slice. */
    static final int MOST_FEATURES = 20_000;

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final List<Problem> problems = new ArrayList<>();

    private BaselineFit(Map<String, Place> places, ModelConfig model, Baseline baseline) {
        this.places = places;
        this.model = model;
        this.baseline = baseline;
    }

    /** Everything that does not fit, each with its key and line; empty if all is well. */
    public static List<Problem> problems(ConfigFile file, ModelConfig model, Baseline baseline) {
        var fit = new BaselineFit(file.places(), model, baseline);
        fit.checkModel();
        fit.checkOverrides();
        fit.checkSlices();
        fit.checkLearnedSilence();
        fit.checkLearnedAges();
        fit.checkHoursOfWeek();
        fit.checkSource(Source.FEATURES, model.features());
        fit.checkSource(
                Source.PREDICTIONS,
                model.predictions() == null ? null : model.predictions().source());
        fit.checkSource(
                Source.LABELS, model.labels() == null ? null : model.labels().source());
        return fit.problems;
    }

    private void checkModel() {
        if (!baseline.model().equals(model.name())) {
            String expected = "the baseline of model " + model.name();
            add(
                    "baseline",
                    expected,
                    "one of model " + baseline.model(),
                    "this is the baseline of model " + baseline.model() + ", not of " + model.name());
        }
    }

    private void checkOverrides() {
        Map<String, FeatureBaseline> known = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            baseline.features(source)
                    .forEach(feature -> known.put(feature.schema().name(), feature));
        }
        model.checks().features().forEach((name, checks) -> {
            String key = "checks.features." + name;
            FeatureBaseline feature = known.get(name);
            if (feature == null) {
                addUnknown(key, name, List.copyOf(known.keySet()));
            } else if (!applies(checks.drift().metric(), feature)) {
                checkMetric(key, name, checks.drift().metric(), feature);
            }
        });
    }

    private static boolean applies(String metric, FeatureBaseline feature) {
        return metric.equals(EProcess.NAME) || ProfileDistances.of(metric).appliesTo(feature.layout());
    }

    /** A metric inherited from the model gives way to the default of the feature's type; one given here was meant. */
    private void checkMetric(String key, String name, String metric, FeatureBaseline feature) {
        if (places.containsKey(keyOf(key + ".drift.metric"))) {
            String type = feature.schema().type().name().toLowerCase(Locale.ROOT);
            add(
                    key + ".drift.metric",
                    "a metric for " + type + " features",
                    metric,
                    metric + " is not defined for the " + type + " feature " + name);
        }
    }

    private void checkSlices() {
        SliceFit.problem(model.slices(), baseline)
                .ifPresent(why -> add("slices", "slices that the baseline's features can be divided into", why, why));
    }

    /** From a baseline without event times nothing can be learnt, and nobody may take that for good news. */
    private void checkLearnedSilence() {
        StalenessConfig staleness = model.checks().staleness();
        if (LimitConfig.LEARNED.equals(staleness.topic())) {
            checkTimes("topic", Source.FEATURES, model.features() != null);
            checkTimes("topic", Source.PREDICTIONS, model.predictions() != null);
        }
        if (LimitConfig.LEARNED.equals(staleness.label())) {
            checkTimes("label", Source.LABELS, model.labels() != null);
        }
    }

    private void checkLearnedAges() {
        if (model.features() != null) {
            model.features().ages().keySet().forEach(name -> checkAge("feature", Source.FEATURES, name));
        }
        PredictionsConfig predictions = model.predictions();
        if (predictions != null) {
            predictions.source().ages().keySet().forEach(name -> checkAge("feature", Source.PREDICTIONS, name));
        }
        boolean delay = LimitConfig.LEARNED.equals(model.checks().staleness().labelDelay());
        if (model.labels() != null && delay) {
            model.labels().source().ages().keySet().forEach(name -> checkKnown("label-delay", Source.LABELS, name));
        }
    }

    private void checkAge(String key, Source source, String name) {
        if (LimitConfig.LEARNED.equals(model.checks().of(name).age())) {
            checkKnown(key, source, name);
        }
    }

    private void checkKnown(String key, Source source, String name) {
        if (baseline.ages(source).stream().noneMatch(age -> age.name().equals(name))) {
            String why = "the baseline does not know how old %s of %s was: build it with --age"
                    .formatted(name, source.word());
            add("checks.staleness." + key, "a duration, or off", "learned", why);
        }
    }

    /** With less than two weeks no hour of the week was seen twice, and the setting would do nothing. */
    private void checkHoursOfWeek() {
        if (model.checks().drift().reference() == DriftReference.HOUR_OF_WEEK && !knowsTwoWeeks()) {
            addOneWeek("checks.drift.reference");
        }
        model.checks().features().forEach((name, checks) -> {
            if (checks.drift().reference() == DriftReference.HOUR_OF_WEEK
                    && places.containsKey(keyOf("checks.features." + name + ".drift.reference"))
                    && !knowsTwoWeeks()) {
                addOneWeek("checks.features." + name + ".drift.reference");
            }
        });
    }

    private boolean knowsTwoWeeks() {
        return Arrays.stream(Source.values())
                .map(baseline::windows)
                .filter(windows -> !windows.isEmpty())
                .anyMatch(windows ->
                        windows.get(windows.size() - 1).endMs() - windows.get(0).startMs()
                                > TWO_WEEKS.minus(baseline.windowSize()).toMillis());
    }

    private void addOneWeek(String key) {
        add(
                key,
                "baseline",
                "hour-of-week",
                "the baseline has less than two weeks of reference windows to learn hours from");
    }

    private void checkTimes(String key, Source source, boolean configured) {
        if (configured && baseline.windows(source).stream().allMatch(window -> window.count() == 0)) {
            String why = "the baseline has no event times of " + source.word() + " to learn from";
            add("checks.staleness." + key, "a duration, or off", "learned", why);
        }
    }

    private void checkSource(Source source, @Nullable SourceConfig config) {
        if (config == null) {
            return;
        }
        int features = baseline.features(source).size();
        if (features > MOST_FEATURES) {
            String most = "at most " + MOST_FEATURES + " features";
            add("baseline", most, Integer.toString(features), "expected " + most + " in a source, got " + features);
        }
        List<String> known = baseline.features(source).stream()
                .map(feature -> feature.schema().name())
                .toList();
        for (String name : config.fields().keySet()) {
            if (!known.contains(name)) {
                addUnknown(source.word() + ".fields", name, known);
            }
        }
        for (String name : config.exclude()) {
            if (!known.contains(name)) {
                addUnknown(source.word() + ".exclude", name, known);
            }
        }
    }

    private void addUnknown(String key, String name, List<String> known) {
        add(
                key,
                "a feature of the baseline",
                name,
                "the baseline has no feature \"" + name + '"' + DidYouMean.hint(name, known));
    }

    private void add(String key, String expected, String found, String message) {
        Place place = places.getOrDefault(keyOf(key), Place.NONE);
        problems.add(new Problem(keyOf(key), place.line(), place.column(), expected, found, message));
    }

    private String keyOf(String key) {
        return "models." + model.name() + "." + key;
    }
}
