package io.streamgauge.schemas.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with data, or with the contract that it is held against: the names and numbers of TensorFlow Data
 * Validation, so that settings and reports can be exchanged. Some are in the list only to be read; MULTIPLE_REASONS is a
 * summary of several; texts of the wrong form and limits of means and the like are our own addition.
 */
public enum AnomalyType {
    BOOL_TYPE_BIG_INT(1),
    BOOL_TYPE_BYTES_NOT_INT(2),
    BOOL_TYPE_BYTES_NOT_STRING(3),
    BOOL_TYPE_FLOAT_NOT_INT(4),
    BOOL_TYPE_FLOAT_NOT_STRING(5),
    BOOL_TYPE_INT_NOT_STRING(6),
    BOOL_TYPE_SMALL_INT(7),
    BOOL_TYPE_STRING_NOT_INT(8),
    BOOL_TYPE_UNEXPECTED_STRING(9),
    BOOL_TYPE_UNEXPECTED_FLOAT(52),
    BOOL_TYPE_INVALID_CONFIG(88),
    ENUM_TYPE_BYTES_NOT_STRING(10),
    ENUM_TYPE_FLOAT_NOT_STRING(11),
    ENUM_TYPE_INT_NOT_STRING(12),
    ENUM_TYPE_INVALID_UTF8(13),
    ENUM_TYPE_UNEXPECTED_STRING_VALUES(14),
    FEATURE_TYPE_HIGH_NUMBER_VALUES(15),
    FEATURE_TYPE_LOW_FRACTION_PRESENT(16),
    FEATURE_TYPE_LOW_NUMBER_PRESENT(17),
    FEATURE_TYPE_LOW_NUMBER_VALUES(18),
    FEATURE_TYPE_NOT_PRESENT(19),
    FEATURE_TYPE_NO_VALUES(20),
    FEATURE_TYPE_UNEXPECTED_REPEATED(21),
    FEATURE_TYPE_HIGH_UNIQUE(59),
    FEATURE_TYPE_LOW_UNIQUE(60),
    FEATURE_TYPE_NO_UNIQUE(61),
    FLOAT_TYPE_BIG_FLOAT(22),
    FLOAT_TYPE_NOT_FLOAT(23),
    FLOAT_TYPE_SMALL_FLOAT(24),
    FLOAT_TYPE_STRING_NOT_FLOAT(25),
    FLOAT_TYPE_NON_STRING(26),
    FLOAT_TYPE_UNKNOWN_TYPE_NUMBER(27),
    FLOAT_TYPE_HAS_NAN(53),
    FLOAT_TYPE_HAS_INF(62),
    INT_TYPE_BIG_INT(28),
    INT_TYPE_INT_EXPECTED(29),
    INT_TYPE_NOT_INT_STRING(30),
    INT_TYPE_NOT_STRING(31),
    INT_TYPE_SMALL_INT(32),
    INT_TYPE_STRING_EXPECTED(33),
    INT_TYPE_UNKNOWN_TYPE_NUMBER(34),
    LOW_SUPPORTED_IMAGE_FRACTION(64),
    MAX_IMAGE_BYTE_SIZE_EXCEEDED(79),
    SCHEMA_MISSING_COLUMN(35),
    SCHEMA_NEW_COLUMN(36),
    SCHEMA_TRAINING_SERVING_SKEW(37),
    STRING_TYPE_NOW_FLOAT(38),
    STRING_TYPE_NOW_INT(39),
    COMPARATOR_CONTROL_DATA_MISSING(40),
    COMPARATOR_TREATMENT_DATA_MISSING(41),
    COMPARATOR_L_INFTY_HIGH(42),
    COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH(63),
    COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH(87),
    COMPARATOR_LOW_NUM_EXAMPLES(49),
    COMPARATOR_HIGH_NUM_EXAMPLES(50),
    NO_DATA_IN_SPAN(43),
    DATASET_LOW_NUM_EXAMPLES(51),
    DATASET_HIGH_NUM_EXAMPLES(58),
    SPARSE_FEATURE_MISSING_VALUE(44),
    SPARSE_FEATURE_MISSING_INDEX(45),
    SPARSE_FEATURE_LENGTH_MISMATCH(46),
    SPARSE_FEATURE_NAME_COLLISION(47),
    WEIGHTED_FEATURE_NAME_COLLISION(54),
    WEIGHTED_FEATURE_MISSING_VALUE(55),
    WEIGHTED_FEATURE_MISSING_WEIGHT(56),
    WEIGHTED_FEATURE_LENGTH_MISMATCH(57),
    SEMANTIC_DOMAIN_UPDATE(48),
    VALUE_NESTEDNESS_MISMATCH(65),
    DOMAIN_INVALID_FOR_TYPE(66),
    FEATURE_MISSING_NAME(67),
    FEATURE_MISSING_TYPE(68),
    INVALID_SCHEMA_SPECIFICATION(69),
    INVALID_DOMAIN_SPECIFICATION(81),
    UNEXPECTED_DATA_TYPE(70),
    SEQUENCE_VALUE_TOO_FEW_OCCURRENCES(71),
    SEQUENCE_VALUE_TOO_MANY_OCCURRENCES(72),
    SEQUENCE_VALUE_TOO_SMALL_FRACTION(73),
    SEQUENCE_VALUE_TOO_LARGE_FRACTION(74),
    FEATURE_COVERAGE_TOO_LOW(75),
    FEATURE_COVERAGE_TOO_SHORT_AVG_TOKEN_LENGTH(76),
    NLP_WRONG_LOCATION(77),
    EMBEDDING_SHAPE_INVALID(78),
    INVALID_FEATURE_SHAPE(80),
    STATS_NOT_AVAILABLE(83),
    DERIVED_FEATURE_BAD_LIFECYCLE(84),
    DERIVED_FEATURE_INVALID_SOURCE(85),
    CUSTOM_VALIDATION(86),
    /** Ours, with numbers that upstream does not give. */
    TEXT_TOO_SHORT(1001),
    TEXT_TOO_LONG(1002),
    TEXT_NOT_OF_PATTERN(1003),
    STATISTIC_OUT_OF_LIMITS(1004),
    MULTIPLE_REASONS(82);

    private static final Map<String, AnomalyType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(AnomalyType::name, type -> type));

    private final int number;

    AnomalyType(int number) {
        this.number = number;
    }

    /** The number that stands for the type in messages. */
    public int number() {
        return number;
    }

    /** The type of that name; empty if there is none. */
    public static Optional<AnomalyType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether it is about a feature that is written as several: values and indices, or values and weights. */
    public boolean isOfParts() {
        return name().startsWith("SPARSE_FEATURE") || name().startsWith("WEIGHTED_FEATURE");
    }
}
