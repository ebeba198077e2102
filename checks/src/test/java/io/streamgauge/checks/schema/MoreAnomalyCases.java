package io.streamgauge.checks.schema;

import static io.streamgauge.checks.schema.CaseTexts.ONE;
import static io.streamgauge.checks.schema.CaseTexts.custom;
import static io.streamgauge.checks.schema.CaseTexts.data;
import static io.streamgauge.checks.schema.CaseTexts.feature;
import static io.streamgauge.checks.schema.CaseTexts.integers;
import static io.streamgauge.checks.schema.CaseTexts.schema;
import static io.streamgauge.checks.schema.CaseTexts.tokens;
import static io.streamgauge.checks.schema.CaseTexts.words;

import io.streamgauge.checks.schema.AnomalyCases.Case;
import io.streamgauge.schemas.contract.AnomalyType;
import java.util.List;

/** The cases of features in several parts, of language, and of schemas that are wrong themselves. */
final class MoreAnomalyCases {
    private MoreAnomalyCases() {}

    static List<Case> values() {
        return List.of(
                sparse(AnomalyType.SPARSE_FEATURE_MISSING_VALUE, "name: 'missing_value' num: 1"),
                sparse(
                        AnomalyType.SPARSE_FEATURE_MISSING_INDEX,
                        "name: 'missing_index' rank_histogram { buckets { label: 'i' sample_count: 1 } }"),
                sparse(
                        AnomalyType.SPARSE_FEATURE_LENGTH_MISMATCH,
                        "name: 'max_length_diff' rank_histogram { buckets { label: 'i' sample_count: 1 } }"),
                new Case(
                        AnomalyType.SPARSE_FEATURE_NAME_COLLISION,
                        schema("BYTES", "")
                                + " sparse_feature { name: 'f' index_feature { name: 'i' } value_feature { name: 'v' } }",
                        custom(""),
                        ""),
                new Case(
                        AnomalyType.WEIGHTED_FEATURE_NAME_COLLISION,
                        schema("BYTES", "")
                                + " weighted_feature { name: 'f' feature { step: 'v' } weight_feature { step: 'w' } }",
                        custom(""),
                        ""),
                weighted(AnomalyType.WEIGHTED_FEATURE_MISSING_VALUE, "name: 'missing_value' num: 1"),
                weighted(AnomalyType.WEIGHTED_FEATURE_MISSING_WEIGHT, "name: 'missing_weight' num: 1"),
                weighted(AnomalyType.WEIGHTED_FEATURE_LENGTH_MISMATCH, "name: 'max_weight_length_diff' num: 1"),
                new Case(
                        AnomalyType.SEMANTIC_DOMAIN_UPDATE,
                        schema("BYTES", ""),
                        custom("custom_stats { name: 'domain_info' str: 'url_domain {}' }"),
                        custom("")),
                new Case(
                        AnomalyType.VALUE_NESTEDNESS_MISMATCH,
                        schema("INT", "value_counts { value_count { min: 1 } value_count { min: 1 } }"),
                        integers(0, 1),
                        ""),
                new Case(
                        AnomalyType.DOMAIN_INVALID_FOR_TYPE,
                        schema("INT", "string_domain { value: 'a' }"),
                        integers(0, 1),
                        ""),
                new Case(
                        AnomalyType.FEATURE_MISSING_NAME,
                        "feature { name: '' type: INT }",
                        data("features { name: '' type: INT num_stats { " + ONE + " } }"),
                        ""),
                new Case(AnomalyType.FEATURE_MISSING_TYPE, "feature { name: 'f' }", integers(0, 1), ""),
                new Case(
                        AnomalyType.INVALID_SCHEMA_SPECIFICATION,
                        schema("INT", "presence { min_fraction: 2 }"),
                        integers(0, 1),
                        ""),
                new Case(AnomalyType.INVALID_DOMAIN_SPECIFICATION, schema("BYTES", "domain: 'none'"), words("a"), ""),
                new Case(AnomalyType.UNEXPECTED_DATA_TYPE, schema("INT", ""), words("a"), integers(0, 1)),
                language(
                        AnomalyType.SEQUENCE_VALUE_TOO_FEW_OCCURRENCES,
                        "token_constraints { string_value: 'a' min_per_sequence: 1 }",
                        tokens(0.9, 5, 0.5, 0, 2)),
                language(
                        AnomalyType.SEQUENCE_VALUE_TOO_MANY_OCCURRENCES,
                        "token_constraints { string_value: 'a' max_per_sequence: 2 }",
                        tokens(0.9, 5, 0.5, 1, 3)),
                language(
                        AnomalyType.SEQUENCE_VALUE_TOO_SMALL_FRACTION,
                        "token_constraints { string_value: 'a' min_fraction_of_sequences: 0.4 }",
                        tokens(0.9, 5, 0.3, 1, 2)),
                language(
                        AnomalyType.SEQUENCE_VALUE_TOO_LARGE_FRACTION,
                        "token_constraints { string_value: 'a' max_fraction_of_sequences: 0.6 }",
                        tokens(0.9, 5, 0.7, 1, 2)),
                language(
                        AnomalyType.FEATURE_COVERAGE_TOO_LOW,
                        "coverage { min_coverage: 0.5 }",
                        tokens(0.4, 5, 0.5, 1, 2)),
                language(
                        AnomalyType.FEATURE_COVERAGE_TOO_SHORT_AVG_TOKEN_LENGTH,
                        "coverage { min_avg_token_length: 4 }",
                        tokens(0.9, 3, 0.5, 1, 2)),
                language(AnomalyType.STATS_NOT_AVAILABLE, "coverage { min_coverage: 0.5 }", words("a")),
                new Case(
                        AnomalyType.INVALID_FEATURE_SHAPE,
                        schema("INT", "shape { dim { size: 2 } }"),
                        integers(0, 1),
                        ""),
                new Case(
                        AnomalyType.DERIVED_FEATURE_BAD_LIFECYCLE,
                        schema("INT", "lifecycle_stage: PRODUCTION validation_derived_source { deriver_name: 'd' }"),
                        integers(0, 1),
                        ""),
                new Case(
                        AnomalyType.DERIVED_FEATURE_INVALID_SOURCE,
                        schema("INT", ""),
                        feature("INT", "validation_derived_source { deriver_name: 'd' } num_stats { " + ONE + " }"),
                        integers(0, 1)));
    }

    private static Case language(AnomalyType type, String domain, String fires) {
        return new Case(
                type, schema("BYTES", "natural_language_domain { " + domain + " }"), fires, tokens(0.9, 5, 0.5, 1, 2));
    }

    private static Case sparse(AnomalyType type, String fires) {
        String schema = "sparse_feature { name: 'f' index_feature { name: 'i' } value_feature { name: 'v' } }";
        return new Case(type, schema, custom("custom_stats { " + fires + " }"), custom(""));
    }

    private static Case weighted(AnomalyType type, String fires) {
        String schema = "weighted_feature { name: 'f' feature { step: 'v' } weight_feature { step: 'w' } }";
        return new Case(type, schema, custom("custom_stats { " + fires + " }"), custom(""));
    }
}
