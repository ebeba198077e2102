package io.streamgauge.schemas.decode;

/** Why a record could not be used. The names are the codes in the topic of rejected records. */
public enum RejectReason {
    /** The bytes are not what the format says: no header, cut off, trailing bytes, not JSON. */
    MALFORMED,
    /** The registry does not know the schema id of the record. */
    UNKNOWN_SCHEMA,
    /** The writer's schema cannot hold such an event: not a record, or no field for the event time. */
    SCHEMA_INCOMPATIBLE,
    /** A record without value. */
    NO_VALUE,
    /** The event time is missing or no time. */
    NO_EVENT_TIME,
    /** The event time is further ahead than is plausible. */
    TS_FUTURE,
    /** The event time is further back than is plausible. */
    TS_PAST,
    /** The event time would be plausible in another unit, such as seconds. */
    TS_UNIT,
    /** The value is larger than the monitor reads. */
    TOO_LARGE,
    /** The event breaks a rule that keeps such events out of the profiles; it is quarantined. */
    RULE_BROKEN,
    /** The event came after its window had to close. Not rejected but late: only in the topic of late events, if there is one. */
    LATE
}
