package io.streamgauge.app.files;

/** What a cell of a file holds. */
public enum CellKind {
    /** Nothing: an empty cell, null, an absent key. */
    MISSING,
    /** A number, NaN and infinities included; a point in time counts as its milliseconds since 1970 UTC. */
    NUMBER,
    BOOLEAN,
    TEXT,
    /** A list, bytes: nothing that a feature can hold. */
    OTHER
}
