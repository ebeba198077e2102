package io.streamgauge.topology.simulation;

/** Bugs that somebody could have written. The simulation must find each of them, or it is worth nothing. */
enum Mutant {
    NONE,
    /** What {@code StateStore.commit} and {@code flush} would do in Kafka Streams 4.3. */
    WRITE_BACK_AFTER_COMMIT,
    OFFSETS_BEFORE_OUTPUTS,
    /** The state is written back while values still wait to be counted. */
    NOT_SETTLED,
    /** After a crash an instance goes on from its own disk, where there is more than was committed. */
    STATE_SURVIVES_CRASH,
    /** Live objects are changed after a write-back without saying so. */
    GENERATION_IGNORED,
    WATERMARK_NOT_PERSISTED,
    /** A partition that was idle says that it is awake only when its next pane is complete. */
    WAKING_NOT_SAID,
    /** Late is what is older than anything that arrived, on whatever partition. */
    LATE_BY_ARRIVAL,
    MARK_BEFORE_PARTIALS,
    /** A repeated partial counts again. */
    PARTIAL_ADDED,
    /** Panes go as soon as they are closed, though a longer window still needs them. */
    PANES_FORGOTTEN_EARLY
}
