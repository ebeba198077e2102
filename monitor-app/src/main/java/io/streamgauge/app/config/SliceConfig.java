package io.streamgauge.app.config;

/** Which subset of the events is also watched on its own? */
public sealed interface SliceConfig {
    /** The events for which a CEL predicate holds. */
    record Where(String name, String when) implements SliceConfig {}

    /** One slice for each of a feature's {@code top} most frequent values in the baseline. */
    record By(String feature, int top) implements SliceConfig {}
}
