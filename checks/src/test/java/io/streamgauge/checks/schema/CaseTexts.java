package io.streamgauge.checks.schema;

/** Statistics and schemas of one feature, f, as messages of TFDV. */
final class CaseTexts {
    static final String ONE =
            "common_stats { num_non_missing: 10 min_num_values: 1 max_num_values: 1 tot_num_values: 10 }";
    static final String HALF =
            "common_stats { num_non_missing: 5 num_missing: 5 min_num_values: 1 max_num_values: 1 tot_num_values: 5 }";
    static final String TWO =
            "common_stats { num_non_missing: 10 min_num_values: 1 max_num_values: 2 tot_num_values: 15 }";

    private CaseTexts() {}

    static String data(String features) {
        return "num_examples: 10 " + features;
    }

    static String feature(String type, String statistics) {
        return data("features { name: 'f' type: " + type + " " + statistics + " }");
    }

    static String words(String... values) {
        var buckets = new StringBuilder();
        for (String value : values) {
            buckets.append(" buckets { label: '%s' sample_count: %d }".formatted(value, 10 / values.length));
        }
        return feature(
                "STRING", "string_stats { %s unique: %d rank_histogram {%s } }".formatted(ONE, values.length, buckets));
    }

    static String integers(int min, int max) {
        return feature("INT", "num_stats { %s min: %d max: %d }".formatted(ONE, min, max));
    }

    static String floats(String min, String max, int nan) {
        return feature(
                "FLOAT",
                "num_stats { %s min: %s max: %s histograms { num_nan: %d buckets { low_value: %s high_value: %s sample_count: 10 } } }"
                        .formatted(ONE, min, max, nan, min, max));
    }

    static String schema(String type, String rest) {
        return "feature { name: 'f' type: %s %s }".formatted(type, rest);
    }

    static String custom(String statistics) {
        return feature("STRING", "string_stats { " + ONE + " } " + statistics);
    }

    static String tokens(double coverage, double length, double fraction, int least, int most) {
        return custom(
                "custom_stats { name: 'nl_statistics' any { [type.googleapis.com/tensorflow.metadata.v0.NaturalLanguageStatistics] { feature_coverage: %s avg_token_length: %s token_statistics { string_token: 'a' fraction_of_sequences: %s per_sequence_min_frequency: %d per_sequence_max_frequency: %d } } } }"
                        .formatted(coverage, length, fraction, least, most));
    }
}
