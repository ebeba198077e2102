package io.streamgauge.statistics.inference;

/** What a comparison of a window with its reference came to. */
public enum Verdict {
    /** No change beyond chance and the effect floor; a change of the detectable effect would have been seen. */
    STEADY,
    /** A change beyond chance, after control for multiple testing, and beyond the effect floor. */
    MOVED,
    /** Too few rows in the window or in the reference to compare at all. */
    NOT_ENOUGH_DATA,
    /** Compared, but with so few rows that a change as large as the effect floor would likely be missed. */
    UNDETECTABLE
}
