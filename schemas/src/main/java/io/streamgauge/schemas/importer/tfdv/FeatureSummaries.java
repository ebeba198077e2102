package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import io.streamgauge.schemas.importer.proto.WireReader;
import io.streamgauge.statistics.tfdv.Aggregates;
import io.streamgauge.statistics.tfdv.CustomStatistic;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.LanguageSummary;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.NumericSummary;
import io.streamgauge.statistics.tfdv.Presences;
import io.streamgauge.statistics.tfdv.TextSummary;
import io.streamgauge.statistics.tfdv.TokenSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the statistics of one feature into ours, counted by examples or by weights. */
final class FeatureSummaries {
    private static final List<String> KINDS = List.of("num_stats", "string_stats", "bytes_stats", "struct_stats");
    private static final String LANGUAGE = "nl_statistics";

    private FeatureSummaries() {}

    static boolean hasStatistics(ProtoMessage feature) {
        return KINDS.stream().anyMatch(feature::has);
    }

    /** Whether the feature is counted by weights, on all levels. */
    static boolean weighted(ProtoMessage feature) {
        ProtoMessage common = common(feature);
        return common != null
                && common.has("weighted_common_stats")
                && common.messages("presence_and_valency_stats").size()
                        == common.messages("weighted_presence_and_valency_stats")
                                .size();
    }

    static FeatureStatistics of(ProtoMessage feature, List<String> path, boolean byWeight)
            throws BrokenMessageException {
        return new FeatureStatistics(
                path,
                type(feature),
                presences(common(feature), byWeight),
                feature.has("num_stats") ? numeric(feature.message("num_stats"), byWeight) : null,
                feature.has("string_stats") ? texts(feature.message("string_stats"), byWeight) : null,
                language(feature),
                feature.message("bytes_stats").integer("max_num_bytes_int"),
                feature.messages("custom_stats").stream()
                        .map(FeatureSummaries::custom)
                        .toList(),
                feature.has("validation_derived_source"));
    }

    private static DataType type(ProtoMessage feature) throws BrokenMessageException {
        String word = feature.text("type");
        for (DataType type : DataType.values()) {
            if (type.name().equals(word)) {
                return type;
            }
        }
        if (word.isEmpty()) {
            return DataType.INT;
        }
        throw new BrokenMessageException("a feature has the unknown type " + word);
    }

    private static @Nullable ProtoMessage common(ProtoMessage feature) {
        for (String kind : KINDS) {
            if (feature.has(kind)) {
                return feature.message(kind).message("common_stats");
            }
        }
        return null;
    }

    private static Presences presences(@Nullable ProtoMessage common, boolean byWeight) {
        if (common == null) {
            return Presences.NONE;
        }
        ProtoMessage weights = common.message("weighted_common_stats");
        if (byWeight) {
            return new Presences(
                    weights.number("num_non_missing"),
                    weights.number("num_missing"),
                    weights.number("tot_num_values"),
                    levels(common, weights.number("num_missing"), true));
        }
        double present = common.integer("num_non_missing");
        double values = common.integer("tot_num_values");
        return new Presences(
                present,
                common.integer("num_missing"),
                values == 0 ? present * common.number("avg_num_values") : values,
                levels(common, (double) common.integer("num_missing"), false));
    }

    private static List<Level> levels(ProtoMessage common, double missing, boolean byWeight) {
        List<ProtoMessage> nested = common.messages("presence_and_valency_stats");
        if (nested.isEmpty()) {
            return List.of(new Level(
                    Math.max(0, common.integer("min_num_values")), common.integer("max_num_values"), missing));
        }
        List<ProtoMessage> weights = common.messages("weighted_presence_and_valency_stats");
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < nested.size(); i++) {
            ProtoMessage level = nested.get(i);
            levels.add(new Level(
                    Math.max(0, level.integer("min_num_values")),
                    level.integer("max_num_values"),
                    byWeight ? weights.get(i).number("num_missing") : level.integer("num_missing")));
        }
        return levels;
    }

    private static NumericSummary numeric(ProtoMessage numbers, boolean byWeight) {
        ProtoMessage from = byWeight ? numbers.message("weighted_numeric_stats") : numbers;
        return new NumericSummary(
                numbers.number("min"),
                numbers.number("max"),
                from.messages("histograms").stream()
                        .map(FeatureSummaries::histogram)
                        .toList(),
                aggregates(numbers, from));
    }

    /** Numbers that are zero are not written, and in no column are all of them. */
    private static @Nullable Aggregates aggregates(ProtoMessage numbers, ProtoMessage from) {
        boolean written = numbers.has("num_zeros")
                || Stream.of("mean", "std_dev", "median").anyMatch(from::has);
        return written
                ? new Aggregates(
                        from.number("mean"),
                        from.number("std_dev"),
                        from.number("median"),
                        (double) numbers.integer("num_zeros"),
                        null,
                        null)
                : null;
    }

    private static Histogram histogram(ProtoMessage message) {
        return new Histogram(
                message.text("type").equals("QUANTILES") ? Histogram.Kind.QUANTILES : Histogram.Kind.STANDARD,
                message.integer("num_nan"),
                message.messages("buckets").stream()
                        .map(bucket -> new Histogram.Bucket(
                                bucket.number("low_value"), bucket.number("high_value"), bucket.number("sample_count")))
                        .toList());
    }

    private static TextSummary texts(ProtoMessage texts, boolean byWeight) {
        ProtoMessage from = byWeight ? texts.message("weighted_string_stats") : texts;
        return new TextSummary(
                texts.integer("unique"), texts.integer("invalid_utf8_count"), ranks(from.message("rank_histogram")));
    }

    private static Map<String, Double> ranks(ProtoMessage histogram) {
        Map<String, Double> counts = new LinkedHashMap<>();
        for (ProtoMessage bucket : histogram.messages("buckets")) {
            counts.putIfAbsent(bucket.text("label"), bucket.number("sample_count"));
        }
        return counts;
    }

    private static CustomStatistic custom(ProtoMessage message) {
        return new CustomStatistic(
                message.text("name"),
                message.number("num"),
                message.text("str"),
                ranks(message.message("rank_histogram")));
    }

    private static @Nullable LanguageSummary language(ProtoMessage feature) throws BrokenMessageException {
        for (ProtoMessage custom : feature.messages("custom_stats")) {
            if (custom.text("name").equals(LANGUAGE)) {
                return tokens(content(custom.message("any")));
            }
        }
        return null;
    }

    private static ProtoMessage content(ProtoMessage any) throws BrokenMessageException {
        String readable = "content_NaturalLanguageStatistics";
        return any.has("value")
                ? WireReader.read(any.bytes("value"), TfdvMessages.LANGUAGE_STATISTICS)
                : any.message(readable);
    }

    private static LanguageSummary tokens(ProtoMessage message) {
        return new LanguageSummary(
                message.number("feature_coverage"),
                message.number("avg_token_length"),
                message.messages("token_statistics").stream()
                        .map(token -> new TokenSummary(
                                token.has("int_token")
                                        ? Long.toString(token.integer("int_token"))
                                        : token.text("string_token"),
                                token.number("fraction_of_sequences"),
                                token.number("per_sequence_min_frequency"),
                                token.number("per_sequence_max_frequency")))
                        .toList());
    }
}
