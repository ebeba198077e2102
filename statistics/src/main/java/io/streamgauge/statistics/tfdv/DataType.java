package io.streamgauge.statistics.tfdv;

/** How the values of a feature were written. */
public enum DataType {
    INT,
    FLOAT,
    STRING,
    BYTES,
    STRUCT
}
