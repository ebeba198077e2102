package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.Comparator.HistogramSource;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.NumericSummary;
import io.streamgauge.statistics.tfdv.Presences;
import io.streamgauge.statistics.tfdv.TextSummary;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code constraints.json} and {@code statistics.json} of SageMaker Model Monitor, version 0. */
public final class SageMaker {
    private SageMaker() {}

    /**
     * The contract in {@code constraints.json}.
     *
     * @throws IOException with one line, if the file is none, or one of an unknown version
     */
    public static ImportedContract constraints(Path file) throws IOException {
        JsonNode all = versionZero(file);
        JsonNode settings = all.path("monitoring_config");
        var draft = new Draft();
        for (JsonNode feature : all.path("features")) {
            feature(feature, settings, draft);
        }
        if (settings.path("datatype_check_threshold").asDouble(1) < 1) {
            draft.leave(null, "monitoring_config.datatype_check_threshold (types hold for all values here)");
        }
        if (settings.path("distribution_constraints").has("comparison_threshold")) {
            draft.leave(
                    null,
                    "monitoring_config.distribution_constraints.comparison_threshold of numbers (drift is a check of the monitor)");
        }
        return draft.imported();
    }

    private static void feature(JsonNode feature, JsonNode settings, Draft draft) {
        String name = feature.path("name").asText();
        draft.column(name);
        switch (feature.path("inferred_type").asText()) {
            case "Integral" -> draft.type(name, PhysicalType.INT);
            case "Fractional" -> draft.type(name, PhysicalType.FLOAT);
            case "String" -> draft.type(name, PhysicalType.BYTES);
            default -> {
                draft.kind(name, FeatureType.CATEGORICAL);
                draft.leave(
                        name, "inferred_type " + feature.path("inferred_type").asText("(none)"));
            }
        }
        if (feature.has("completeness")) {
            draft.minFraction(name, feature.path("completeness").asDouble());
        }
        if (feature.at("/num_constraints/is_non_negative").asBoolean()) {
            draft.range(name, 0.0, null, "num_constraints.is_non_negative");
        }
        JsonNode domains = feature.at("/string_constraints/domains");
        if (domains.isArray() && domains.size() > 0) {
            List<String> values = new ArrayList<>();
            domains.forEach(value -> values.add(value.asText()));
            double strange = settings.path("domain_content_threshold").asDouble(0);
            draft.words(name, values, 1 - strange, "string_constraints.domains");
        }
        categoricalDrift(name, feature, settings.path("distribution_constraints"), draft);
        for (String key : List.of("monitoringConfigOverrides", "monitoring_config_overrides")) {
            if (feature.path(key).size() > 0) {
                draft.leave(name, key);
            }
        }
    }

    private static void categoricalDrift(String name, JsonNode feature, JsonNode distribution, Draft draft) {
        boolean compared =
                distribution.path("perform_comparison").asText("Enabled").equals("Enabled");
        boolean largest = distribution.path("categorical_drift_method").asText().equals("LInfinity");
        if (compared && largest && feature.path("inferred_type").asText().equals("String")) {
            double limit = distribution.path("categorical_comparison_threshold").asDouble(0.1);
            draft.drift(name, new Comparator(limit, null, HistogramSource.STANDARD, null));
        }
    }

    /**
     * The statistics in {@code statistics.json}: counts, ranges, and the buckets of the distributions.
     *
     * @throws IOException with one line, if the file is none, or one of an unknown version
     */
    public static WeighableStatistics statistics(Path file) throws IOException {
        JsonNode all = versionZero(file);
        List<FeatureStatistics> features = new ArrayList<>();
        for (JsonNode feature : all.path("features")) {
            features.add(statistics(feature));
        }
        double examples = all.at("/dataset/item_count").asDouble();
        return WeighableStatistics.of(new DatasetStatistics(examples, features));
    }

    private static FeatureStatistics statistics(JsonNode feature) {
        boolean numeric = feature.has("numerical_statistics");
        JsonNode own = feature.path(numeric ? "numerical_statistics" : "string_statistics");
        double present = own.at("/common/num_present").asDouble();
        double missing = own.at("/common/num_missing").asDouble();
        long length = present > 0 ? 1 : 0;
        boolean whole = feature.path("inferred_type").asText().equals("Integral");
        return new FeatureStatistics(
                List.of(feature.path("name").asText()),
                numeric ? (whole ? DataType.INT : DataType.FLOAT) : DataType.STRING,
                new Presences(present, missing, present, List.of(new Level(length, length, missing))),
                numeric ? numbers(own) : null,
                numeric ? null : words(own),
                null,
                0,
                List.of(),
                false);
    }

    private static NumericSummary numbers(JsonNode own) {
        List<Histogram.Bucket> buckets = new ArrayList<>();
        for (JsonNode bucket : own.at("/distribution/kll/buckets")) {
            buckets.add(new Histogram.Bucket(
                    bucket.path("lower_bound").asDouble(),
                    bucket.path("upper_bound").asDouble(),
                    bucket.path("count").asDouble()));
        }
        return new NumericSummary(
                own.path("min").asDouble(),
                own.path("max").asDouble(),
                List.of(new Histogram(Histogram.Kind.STANDARD, 0, buckets)));
    }

    private static TextSummary words(JsonNode own) {
        Map<String, Double> counts = new LinkedHashMap<>();
        for (JsonNode bucket : own.at("/distribution/categorical/buckets")) {
            counts.put(bucket.path("value").asText(), bucket.path("count").asDouble());
        }
        return new TextSummary(own.path("distinct_count").asLong(counts.size()), 0, counts);
    }

    private static JsonNode versionZero(Path file) throws IOException {
        JsonNode all = JsonFile.read(file);
        if (!all.path("features").isArray()) {
            throw JsonFile.broken(file, "no file of SageMaker Model Monitor: it has no list 'features'");
        }
        JsonNode version = all.path("version");
        if (!version.isMissingNode() && version.asInt(-1) != 0) {
            throw JsonFile.broken(file, "of version %s; version 0 is read".formatted(version.asText()));
        }
        return all;
    }
}
