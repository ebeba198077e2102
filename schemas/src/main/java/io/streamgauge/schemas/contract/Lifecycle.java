package io.streamgauge.schemas.contract;

/** How far a feature has come. Only the data of features in use are held against their contract. */
public enum Lifecycle {
    UNKNOWN_STAGE(true),
    PLANNED(false),
    ALPHA(false),
    BETA(true),
    PRODUCTION(true),
    DEPRECATED(false),
    DEBUG_ONLY(false),
    DISABLED(false),
    /** Made from other features for the purpose of validation. */
    VALIDATION_DERIVED(true);

    private final boolean checked;

    Lifecycle(boolean checked) {
        this.checked = checked;
    }

    public boolean checked() {
        return checked;
    }
}
