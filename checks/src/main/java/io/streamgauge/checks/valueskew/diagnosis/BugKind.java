package io.streamgauge.checks.valueskew.diagnosis;

/** The ways in which serving and training come to differ, as far as values betray them. */
public enum BugKind {
    /** Two columns hold each other's values. */
    SWAPPED_COLUMNS,
    /** The column holds the values of another one. */
    OTHER_COLUMN,
    /** The same digits, once as a number and once as a text. */
    TYPE,
    /** Case, whitespace, quotes, leading zeros. */
    TEXT_FORM,
    /** Bytes read with the wrong character set, or another normal form of Unicode. */
    ENCODING,
    /** The same elements in another order. */
    LIST_ORDER,
    /** One value in place of many, or in place of none. */
    DEFAULT_VALUE,
    /** Rounded, cut, or carried in a type that holds fewer digits. */
    ROUNDING,
    /** Another unit: a constant ratio, or degrees. */
    UNIT,
    /** A constant difference. */
    OFFSET,
    /** A constant difference of times. */
    TIME_ZONE,
    /** The value of the row a fixed number of rows before. */
    LAG,
    /** The value of some row before: a cache that is not refreshed in time. */
    STALE,
    /** Only one side has the feature at all. */
    ONE_SIDED
}
