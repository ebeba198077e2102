package io.streamgauge.checks.schema;

import io.streamgauge.statistics.tfdv.Aggregates;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.Presences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The statistics of a feature under the names of the fields of TFDV's message, such as {@code num_stats.mean}. */
final class StatisticFields {
    private static final List<String> KINDS = List.of("num_stats", "string_stats", "bytes_stats", "struct_stats");
    private static final List<String> COMMON = List.of(
            "num_missing", "num_non_missing", "min_num_values", "max_num_values", "tot_num_values", "avg_num_values");

    /** All that are known. */
    static final Set<String> NAMES = names();

    private StatisticFields() {}

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(List.of(
                "num_stats.min",
                "num_stats.max",
                "num_stats.mean",
                "num_stats.std_dev",
                "num_stats.median",
                "num_stats.num_zeros",
                "string_stats.unique",
                "string_stats.invalid_utf8_count",
                "bytes_stats.max_num_bytes"));
        KINDS.forEach(kind -> COMMON.forEach(field -> names.add(kind + ".common_stats." + field)));
        return Set.copyOf(names);
    }

    /** Those that the statistics have, each with {@code start} in front. */
    static Map<String, Double> of(FeatureStatistics feature, String start) {
        Map<String, Double> fields = new HashMap<>();
        if (feature.numeric() != null) {
            fields.put("num_stats.min", feature.numbers().min());
            fields.put("num_stats.max", feature.numbers().max());
            Aggregates aggregates = feature.numbers().aggregates();
            if (aggregates != null) {
                fields.put("num_stats.mean", aggregates.mean());
                fields.put("num_stats.std_dev", aggregates.standardDeviation());
                fields.put("num_stats.median", aggregates.median());
                fields.put("num_stats.num_zeros", aggregates.zeros());
            }
        }
        if (feature.type() == DataType.STRING && feature.texts() != null) {
            fields.put("string_stats.unique", (double) feature.words().unique());
            fields.put(
                    "string_stats.invalid_utf8_count", (double) feature.words().invalidUtf8());
        }
        if (feature.type() == DataType.BYTES) {
            fields.put("bytes_stats.max_num_bytes", (double) feature.maxBytes());
        }
        common(feature.presences(), kind(feature) + ".common_stats.", fields);
        Map<String, Double> named = new HashMap<>();
        fields.forEach((name, value) -> named.put(start + name, value));
        return named;
    }

    private static String kind(FeatureStatistics feature) {
        if (feature.numeric() != null) {
            return "num_stats";
        }
        return switch (feature.type()) {
            case INT, FLOAT, STRING -> "string_stats";
            case BYTES -> "bytes_stats";
            case STRUCT -> "struct_stats";
        };
    }

    private static void common(Presences presences, String start, Map<String, Double> fields) {
        Level outermost = presences.levels().get(0);
        fields.put(start + "num_missing", presences.missing());
        fields.put(start + "num_non_missing", presences.present());
        fields.put(start + "min_num_values", (double) outermost.minValues());
        fields.put(start + "max_num_values", (double) outermost.maxValues());
        fields.put(start + "tot_num_values", presences.values());
        if (presences.present() > 0) {
            fields.put(start + "avg_num_values", presences.values() / presences.present());
        }
    }
}
