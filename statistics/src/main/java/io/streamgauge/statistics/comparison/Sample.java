package io.streamgauge.statistics.comparison;

/**
 * The values of one feature in one data set, without their order. Immutable and safe for use by any thread.
 *
 * <p>Every row is in exactly one of three groups: it has a value, it is missing, or its value is not of the feature's type.
 */
public sealed interface Sample permits Numbers, Categories {

    /** All rows. */
    long rows();

    /** Rows without a value. */
    long missing();

    /** Rows whose value is not of the feature's type. */
    long mistyped();

    /** Rows that a metric which drops what is missing compares: finite numbers, categories. */
    long compared();

    /** The word for this type of sample in messages: {@code numeric} or {@code categorical}. */
    String type();
}
