package io.streamgauge.schemas.contract;

/** What happens to an event that breaks a rule. Nothing is ever dropped. */
public enum Action {
    /** It is counted, some are kept as evidence, and it goes on. */
    FLAG,
    /** It goes to the rejected topic, with the reason, and is not counted in profiles. */
    QUARANTINE
}
