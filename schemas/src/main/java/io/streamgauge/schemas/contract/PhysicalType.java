package io.streamgauge.schemas.contract;

/** How the values of a feature are written; what they mean is said by their {@link Domain}. */
public enum PhysicalType {
    BYTES,
    INT,
    FLOAT,
    STRUCT
}
