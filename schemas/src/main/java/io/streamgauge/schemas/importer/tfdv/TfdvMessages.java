package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.importer.proto.MessageType;
import io.streamgauge.schemas.importer.proto.MessageTypes;

/** The messages that are read, as far as they are read: numbers, names and kinds of fields. */
final class TfdvMessages {
    private static final MessageTypes TYPES = MessageTypes.of("""
            choice FeatureType TYPE_UNKNOWN=0 BYTES=1 INT=2 FLOAT=3 STRUCT=4
            choice Stage UNKNOWN_STAGE=0 PLANNED=1 ALPHA=2 BETA=3 PRODUCTION=4 DEPRECATED=5 DEBUG_ONLY=6 DISABLED=7 VALIDATION_DERIVED=9
            choice DataType INT=0 FLOAT=1 STRING=2 BYTES=3 STRUCT=4
            choice HistogramType STANDARD=0 QUANTILES=1
            choice HistogramSource DEFAULT=0 STANDARD=1 QUANTILES=2
            choice TimeFormat FORMAT_UNKNOWN=0 UNIX_SECONDS=1 UNIX_MILLISECONDS=2 UNIX_MICROSECONDS=3 UNIX_NANOSECONDS=4 UNIX_DAYS=5
            choice Severity UNKNOWN=0 WARNING=1 ERROR=2
            Path
              1 step string*
            Schema
              1 feature Feature*
              4 string_domain StringDomain*
              5 default_environment string*
              6 sparse_feature SparseFeature*
              8 annotation Annotation
              9 float_domain FloatDomain*
              10 int_domain IntDomain*
              11 dataset_constraints DatasetConstraints
              12 weighted_feature WeightedFeature*
              13 tensor_representation_group Skipped*
              14 represent_variable_length_as_ragged bool
            Skipped
            Feature
              1 name string
              2 deprecated bool
              14 presence Presence oneof presence
              17 group_presence Skipped oneof presence
              23 shape FixedShape oneof shape
              5 value_count ValueCount oneof shape
              32 value_counts ValueCountList oneof shape
              6 type FeatureType
              7 domain string oneof domain
              9 int_domain IntDomain oneof domain
              10 float_domain FloatDomain oneof domain
              11 string_domain StringDomain oneof domain
              13 bool_domain BoolDomain oneof domain
              29 struct_domain StructDomain oneof domain
              24 natural_language_domain LanguageDomain oneof domain
              25 image_domain ImageDomain oneof domain
              26 mid_domain Skipped oneof domain
              27 url_domain Skipped oneof domain
              28 time_domain TimeDomain oneof domain
              30 time_of_day_domain TimeDomain oneof domain
              15 distribution_constraints DistributionConstraints
              16 annotation Annotation
              18 skew_comparator Comparator
              21 drift_comparator Comparator
              20 in_environment string*
              19 not_in_environment string*
              22 lifecycle_stage Stage
              31 unique_constraints Range
              34 validation_derived_source DerivedSource
              35 sequence_metadata Skipped
            Annotation
              1 tag string*
              2 comment string*
            DerivedSource
              1 deriver_name string
              2 source_path Path*
            NumericComparator
              1 min_fraction_threshold double
              2 max_fraction_threshold double
            DatasetConstraints
              1 num_examples_drift_comparator NumericComparator
              2 num_examples_version_comparator NumericComparator
              3 min_examples_count int
              4 max_examples_count int
            FixedShape
              2 dim Dim*
            Dim
              1 size int
              2 name string
            ValueCount
              1 min int
              2 max int
            ValueCountList
              1 value_count ValueCount*
            Range
              1 min int
              2 max int
            WeightedFeature
              1 name string
              2 feature Path
              3 weight_feature Path
              4 lifecycle_stage Stage
            SparseFeature
              1 name string
              2 deprecated bool
              4 presence Presence
              5 dense_shape FixedShape
              6 index_feature NameOnly*
              7 lifecycle_stage Stage
              8 is_sorted bool
              9 value_feature NameOnly
              10 type FeatureType
            NameOnly
              1 name string
            DistributionConstraints
              1 min_domain_mass double
            Coverage
              1 min_coverage float
              2 min_avg_token_length float
              3 excluded_string_tokens string*
              4 excluded_int_tokens int*
              5 oov_string_tokens string*
            TokenConstraint
              1 int_value int oneof value
              2 string_value string oneof value
              3 min_per_sequence int
              4 max_per_sequence int
              5 min_fraction_of_sequences float
              6 max_fraction_of_sequences float
            IntDomain
              1 name string
              3 min int
              4 max int
              5 is_categorical bool
            FloatDomain
              1 name string
              3 min float
              4 max float
              5 disallow_nan bool
              6 disallow_inf bool
              7 is_embedding bool
              8 is_categorical bool
              9 embedding_dim int
            StructDomain
              1 feature Feature*
              2 sparse_feature SparseFeature*
            StringDomain
              1 name string
              2 value string*
            BoolDomain
              1 name string
              2 true_value string
              3 false_value string
            LanguageDomain
              1 vocabulary string
              2 coverage Coverage
              3 token_constraints TokenConstraint*
              4 location_constraint_regex string
              5 sequence_length_constraints Skipped
            ImageDomain
              1 minimum_supported_image_fraction float
              2 max_image_byte_size int
            TimeDomain
              1 string_format string oneof format
              2 integer_format TimeFormat oneof format
            Presence
              1 min_fraction double
              2 min_count int
            Threshold
              1 threshold double
            Source
              1 type HistogramSource
            Divergence
              1 threshold double
              2 source Source
            Comparator
              1 infinity_norm Threshold
              2 jensen_shannon_divergence Divergence
              3 normalized_abs_difference Threshold
            DatasetFeatureStatisticsList
              1 datasets DatasetFeatureStatistics*
            DatasetFeatureStatistics
              1 name string
              2 num_examples int
              3 features FeatureStatistics*
              4 weighted_num_examples double
              5 cross_features Skipped*
            FeatureStatistics
              1 name string oneof id
              8 path Path oneof id
              2 type DataType
              3 num_stats Numeric oneof stats
              4 string_stats Strings oneof stats
              5 bytes_stats Bytes oneof stats
              7 struct_stats Struct oneof stats
              6 custom_stats Custom*
              9 derived_source DerivedSource
              10 validation_derived_source DerivedSource
            WeightedCommon
              1 num_non_missing double
              2 num_missing double
              3 avg_num_values double
              4 tot_num_values double
            Valency
              1 num_non_missing int
              2 num_missing int
              3 min_num_values int
              4 max_num_values int
              5 tot_num_values int
            Common
              1 num_non_missing int
              2 num_missing int
              3 min_num_values int
              4 max_num_values int
              5 avg_num_values float
              8 tot_num_values int
              6 num_values_histogram Histogram
              7 weighted_common_stats WeightedCommon
              9 feature_list_length_histogram Histogram
              10 presence_and_valency_stats Valency*
              11 weighted_presence_and_valency_stats WeightedCommon*
            Custom
              1 name string
              2 num double oneof value
              3 str string oneof value
              4 histogram Histogram oneof value
              5 rank_histogram RankHistogram oneof value
              6 any Any oneof value
            Any
              1 type_url string
              2 value bytes
              999 content_NaturalLanguageStatistics NaturalLanguageStatistics
            NaturalLanguageStatistics
              1 feature_coverage double
              2 avg_token_length double
              6 token_statistics Token*
            Token
              1 string_token string oneof token
              2 int_token int oneof token
              3 frequency double
              4 fraction_of_sequences double
              5 per_sequence_min_frequency double
              6 per_sequence_avg_frequency double
              7 per_sequence_max_frequency double
            Numeric
              1 common_stats Common
              2 mean double
              3 std_dev double
              4 num_zeros int
              5 min double
              6 median double
              7 max double
              8 histograms Histogram*
              9 weighted_numeric_stats WeightedNumeric
            WeightedNumeric
              1 mean double
              2 std_dev double
              3 median double
              4 histograms Histogram*
            Frequency
              2 value string
              3 frequency double
            Strings
              1 common_stats Common
              2 unique int
              3 top_values Frequency*
              4 avg_length float
              5 rank_histogram RankHistogram
              6 weighted_string_stats WeightedStrings
              7 vocabulary_file string
              8 invalid_utf8_count int
            WeightedStrings
              1 top_values Frequency*
              2 rank_histogram RankHistogram
            Bytes
              1 common_stats Common
              2 unique int
              3 avg_num_bytes float
              4 min_num_bytes float
              5 max_num_bytes float
              6 max_num_bytes_int int
            Struct
              1 common_stats Common
            Histogram
              1 num_nan int
              2 num_undefined int
              3 buckets Bucket*
              4 type HistogramType
              5 name string
            Bucket
              1 low_value double
              2 high_value double
              4 sample_count double
            RankHistogram
              1 buckets RankBucket*
              2 name string
            RankBucket
              1 low_rank int
              2 high_rank int
              4 label string
              5 sample_count double
            ValidationConfig
              1 new_features_are_warnings bool
              2 severity_overrides SeverityOverride*
              3 enum_threshold int
            SeverityOverride
              1 type AnomalyType
              2 severity Severity
            """.concat(anomalyTypes()));

    static final MessageType SCHEMA = TYPES.message("Schema");
    static final MessageType STATISTICS_LIST = TYPES.message("DatasetFeatureStatisticsList");
    static final MessageType STATISTICS = TYPES.message("DatasetFeatureStatistics");
    static final MessageType VALIDATION_CONFIG = TYPES.message("ValidationConfig");
    static final MessageType LANGUAGE_STATISTICS = TYPES.message("NaturalLanguageStatistics");

    private TfdvMessages() {}

    /** The choice of anomaly types, from the one list of them. */
    private static String anomalyTypes() {
        var line = new StringBuilder("choice AnomalyType UNKNOWN_TYPE=0");
        for (AnomalyType type : AnomalyType.values()) {
            line.append(' ').append(type.name()).append('=').append(type.number());
        }
        return line.append('\n').toString();
    }
}
