package io.streamgauge.checks.schema;

import static io.streamgauge.checks.schema.CaseTexts.HALF;
import static io.streamgauge.checks.schema.CaseTexts.ONE;
import static io.streamgauge.checks.schema.CaseTexts.TWO;
import static io.streamgauge.checks.schema.CaseTexts.custom;
import static io.streamgauge.checks.schema.CaseTexts.data;
import static io.streamgauge.checks.schema.CaseTexts.feature;
import static io.streamgauge.checks.schema.CaseTexts.floats;
import static io.streamgauge.checks.schema.CaseTexts.integers;
import static io.streamgauge.checks.schema.CaseTexts.schema;
import static io.streamgauge.checks.schema.CaseTexts.words;

import io.streamgauge.schemas.contract.AnomalyType;
import java.util.List;
import java.util.stream.Stream;

/** For each type of anomaly a schema, data that have the anomaly, and data that do not. */
final class AnomalyCases {
    /**
     * One case; the texts are messages of TFDV, or a schema in our form.
     *
     * @param previous statistics of the span before, or empty
     */
    record Case(AnomalyType type, String schema, String fires, String silent, String previous, String environment) {
        Case(AnomalyType type, String schema, String fires, String silent) {
            this(type, schema, fires, silent, "", "");
        }

        @Override
        public String toString() {
            return type.name();
        }
    }

    private AnomalyCases() {}

    static List<Case> values() {
        return Stream.concat(ofValues().stream(), MoreAnomalyCases.values().stream())
                .toList();
    }

    private static List<Case> ofValues() {
        return List.of(
                new Case(
                        AnomalyType.TEXT_TOO_SHORT,
                        "features: {f: {type: text, length: {min: 2}}}",
                        words("a", "bb"),
                        words("bb")),
                new Case(
                        AnomalyType.STATISTIC_OUT_OF_LIMITS,
                        "features: {f: {type: text, distribution: {distinct-share: {below: 0.2}, most-common: [b], holds: [b]}}}",
                        words("a"),
                        words("b")),
                new Case(
                        AnomalyType.TEXT_TOO_LONG,
                        "features: {f: {type: text, length: {max: 1}}}",
                        words("a", "bb"),
                        words("b")),
                new Case(
                        AnomalyType.TEXT_NOT_OF_PATTERN,
                        "features: {f: {type: text, pattern: 'b+'}}",
                        words("abb"),
                        words("bb")),
                new Case(
                        AnomalyType.EMBEDDING_SHAPE_INVALID,
                        "features: {f: {type: float, embedding: 2}}",
                        floats("0", "1", 0),
                        floats("0", "1", 0).replace("values: 1", "values: 2")),
                new Case(
                        AnomalyType.BOOL_TYPE_BIG_INT, schema("INT", "bool_domain {}"), integers(0, 2), integers(0, 1)),
                new Case(
                        AnomalyType.BOOL_TYPE_SMALL_INT,
                        schema("INT", "bool_domain {}"),
                        integers(-1, 1),
                        integers(0, 1)),
                new Case(
                        AnomalyType.BOOL_TYPE_UNEXPECTED_STRING,
                        schema("BYTES", "bool_domain { true_value: 'y' false_value: 'n' }"),
                        words("y", "maybe"),
                        words("y", "n")),
                new Case(
                        AnomalyType.BOOL_TYPE_UNEXPECTED_FLOAT,
                        schema("FLOAT", "bool_domain {}"),
                        floats("0", "0.5", 0),
                        floats("0", "1", 0)),
                new Case(
                        AnomalyType.BOOL_TYPE_INVALID_CONFIG,
                        schema("INT", "bool_domain { true_value: 'y' }"),
                        integers(0, 1),
                        ""),
                new Case(
                        AnomalyType.ENUM_TYPE_INVALID_UTF8,
                        schema("BYTES", "string_domain { value: 'a' }"),
                        feature("STRING", "string_stats { " + ONE + " invalid_utf8_count: 1 }"),
                        words("a")),
                new Case(
                        AnomalyType.ENUM_TYPE_UNEXPECTED_STRING_VALUES,
                        schema("BYTES", "string_domain { value: 'a' }"),
                        words("a", "b"),
                        words("a")),
                new Case(
                        AnomalyType.FEATURE_TYPE_HIGH_NUMBER_VALUES,
                        schema("INT", "value_count { max: 1 }"),
                        feature("INT", "num_stats { " + TWO + " }"),
                        integers(0, 1)),
                new Case(
                        AnomalyType.FEATURE_TYPE_LOW_NUMBER_VALUES,
                        schema("INT", "value_count { min: 2 }"),
                        integers(0, 1),
                        feature("INT", "num_stats { " + TWO.replace("min_num_values: 1", "min_num_values: 2") + " }")),
                new Case(
                        AnomalyType.FEATURE_TYPE_LOW_FRACTION_PRESENT,
                        schema("INT", "presence { min_fraction: 0.9 }"),
                        feature("INT", "num_stats { " + HALF + " }"),
                        integers(0, 1)),
                new Case(
                        AnomalyType.FEATURE_TYPE_LOW_NUMBER_PRESENT,
                        schema("INT", "presence { min_count: 6 }"),
                        feature("INT", "num_stats { " + HALF + " }"),
                        integers(0, 1)),
                new Case(
                        AnomalyType.FEATURE_TYPE_NOT_PRESENT,
                        schema("INT", "presence { min_count: 1 }"),
                        feature("INT", "num_stats { common_stats { num_missing: 10 } }"),
                        integers(0, 1)),
                new Case(
                        AnomalyType.FEATURE_TYPE_HIGH_UNIQUE,
                        schema("BYTES", "unique_constraints { max: 1 }"),
                        words("a", "b"),
                        words("a")),
                new Case(
                        AnomalyType.FEATURE_TYPE_LOW_UNIQUE,
                        schema("BYTES", "unique_constraints { min: 2 max: 9 }"),
                        words("a"),
                        words("a", "b")),
                new Case(
                        AnomalyType.FEATURE_TYPE_NO_UNIQUE,
                        schema("INT", "unique_constraints { min: 1 max: 9 }"),
                        integers(0, 1),
                        ""),
                new Case(
                        AnomalyType.FLOAT_TYPE_BIG_FLOAT,
                        schema("FLOAT", "float_domain { max: 1 }"),
                        floats("0", "2", 0),
                        floats("0", "1", 0)),
                new Case(
                        AnomalyType.FLOAT_TYPE_SMALL_FLOAT,
                        schema("FLOAT", "float_domain { min: 0 }"),
                        floats("-1", "2", 0),
                        floats("0", "1", 0)),
                new Case(
                        AnomalyType.FLOAT_TYPE_STRING_NOT_FLOAT,
                        schema("BYTES", "float_domain {}"),
                        words("x"),
                        words("1.5")),
                new Case(
                        AnomalyType.FLOAT_TYPE_HAS_NAN,
                        schema("FLOAT", "float_domain { disallow_nan: true }"),
                        floats("0", "1", 1),
                        floats("0", "1", 0)),
                new Case(
                        AnomalyType.FLOAT_TYPE_HAS_INF,
                        schema("FLOAT", "float_domain { disallow_inf: true }"),
                        floats("0", "inf", 0),
                        floats("0", "1", 0)),
                new Case(
                        AnomalyType.INT_TYPE_BIG_INT,
                        schema("INT", "int_domain { max: 5 }"),
                        integers(0, 6),
                        integers(0, 5)),
                new Case(
                        AnomalyType.INT_TYPE_SMALL_INT,
                        schema("INT", "int_domain { min: 1 }"),
                        integers(0, 6),
                        integers(1, 5)),
                new Case(AnomalyType.INT_TYPE_NOT_INT_STRING, schema("BYTES", "int_domain {}"), words("x"), words("7")),
                new Case(
                        AnomalyType.LOW_SUPPORTED_IMAGE_FRACTION,
                        schema("BYTES", "image_domain { minimum_supported_image_fraction: 0.9 }"),
                        custom(
                                "custom_stats { name: 'image_format_histogram' rank_histogram { buckets { label: 'UNKNOWN' sample_count: 5 } buckets { label: 'png' sample_count: 5 } } }"),
                        custom(
                                "custom_stats { name: 'image_format_histogram' rank_histogram { buckets { label: 'png' sample_count: 5 } } }")),
                new Case(
                        AnomalyType.MAX_IMAGE_BYTE_SIZE_EXCEEDED,
                        schema("BYTES", "image_domain { max_image_byte_size: 5 }"),
                        feature("BYTES", "bytes_stats { " + ONE + " max_num_bytes_int: 6 }"),
                        feature("BYTES", "bytes_stats { " + ONE + " max_num_bytes_int: 5 }")),
                new Case(
                        AnomalyType.SCHEMA_MISSING_COLUMN,
                        schema("INT", "presence { min_count: 1 }") + " feature { name: 'g' type: INT }",
                        data("features { name: 'g' type: INT num_stats { " + ONE + " } }"),
                        integers(0, 1)),
                new Case(AnomalyType.SCHEMA_NEW_COLUMN, "feature { name: 'g' type: INT }", integers(0, 1), data("")),
                new Case(
                        AnomalyType.COMPARATOR_CONTROL_DATA_MISSING,
                        schema("BYTES", "drift_comparator { infinity_norm { threshold: 0.1 } }"),
                        words("a"),
                        "",
                        data(""),
                        ""),
                new Case(
                        AnomalyType.COMPARATOR_TREATMENT_DATA_MISSING,
                        schema("BYTES", "drift_comparator { infinity_norm { threshold: 0.1 } }"),
                        data(""),
                        words("a"),
                        words("a"),
                        ""),
                new Case(
                        AnomalyType.COMPARATOR_L_INFTY_HIGH,
                        schema("BYTES", "drift_comparator { infinity_norm { threshold: 0.1 } }"),
                        words("a", "b"),
                        words("a"),
                        words("a"),
                        ""),
                new Case(
                        AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH,
                        schema("FLOAT", "drift_comparator { jensen_shannon_divergence { threshold: 0.1 } }"),
                        floats("5", "6", 0),
                        floats("0", "1", 0),
                        floats("0", "1", 0),
                        ""),
                new Case(
                        AnomalyType.COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH,
                        schema("BYTES", "drift_comparator { normalized_abs_difference { threshold: 0.1 } }"),
                        words("a", "b"),
                        words("a"),
                        words("a"),
                        ""),
                new Case(
                        AnomalyType.COMPARATOR_LOW_NUM_EXAMPLES,
                        "dataset_constraints { num_examples_drift_comparator { min_fraction_threshold: 0.9 } }",
                        "num_examples: 5",
                        data(""),
                        data(""),
                        ""),
                new Case(
                        AnomalyType.COMPARATOR_HIGH_NUM_EXAMPLES,
                        "dataset_constraints { num_examples_drift_comparator { max_fraction_threshold: 1.1 } }",
                        "num_examples: 20",
                        data(""),
                        data(""),
                        ""),
                new Case(AnomalyType.NO_DATA_IN_SPAN, "", "num_examples: 0", data("")),
                new Case(
                        AnomalyType.DATASET_LOW_NUM_EXAMPLES,
                        "dataset_constraints { min_examples_count: 10 }",
                        "num_examples: 9",
                        data("")),
                new Case(
                        AnomalyType.DATASET_HIGH_NUM_EXAMPLES,
                        "dataset_constraints { min_examples_count: 1 max_examples_count: 10 }",
                        "num_examples: 11",
                        data("")));
    }
}
