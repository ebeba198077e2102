package io.streamgauge.alerts.lifecycle;

/** What an alert record says has begun. The names are those of the Avro contract. */
public enum Phase {
    /** A window moved; not yet confirmed. */
    PENDING,
    /** Confirmed. */
    FIRING,
    /** Over, or never confirmed. */
    RESOLVED
}
