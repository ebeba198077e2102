package io.streamgauge.app.demo;

/** In which ways a malformed record is broken; the demo takes them in turn. */
public enum MalformedKind {
    /** The Avro bytes end in the middle of the last field. */
    TRUNCATED,
    /** The schema id is one that the registry never gave out. */
    UNKNOWN_SCHEMA,
    /** Sound bytes with a departure in the year 2100. */
    FAR_FUTURE
}
