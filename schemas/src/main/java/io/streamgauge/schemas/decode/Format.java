package io.streamgauge.schemas.decode;

/** How the values of a topic are written. */
public enum Format {
    /** Avro binary behind the Confluent header (magic byte, schema id). */
    AVRO,
    /** One JSON object; a Confluent header before it is skipped. */
    JSON
}
