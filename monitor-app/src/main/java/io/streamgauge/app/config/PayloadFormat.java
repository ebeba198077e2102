package io.streamgauge.app.config;

/** What the values of a topic are. */
public enum PayloadFormat {
    /** Avro binary after a schema id of the registry. */
    AVRO,
    /** One JSON object per record. */
    JSON
}
