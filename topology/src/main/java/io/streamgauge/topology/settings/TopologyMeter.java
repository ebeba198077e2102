package io.streamgauge.topology.settings;

import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.statistics.inference.Verdict;

/**
 * Is told what the processors of this instance do, as they do it, for metrics. Nothing of it flows back, and work that a crash
 * undoes is told again, so that it is no accounting: that travels in the marks. Must be thread-safe and fast.
 */
public interface TopologyMeter {
    /** Counts nothing. */
    TopologyMeter NONE = new TopologyMeter() {};

    /** So many events more. */
    default void profiled(String model, Source source, long events) {}

    default void late(String model, Source source) {}

    default void rejected(String model, Source source, RejectReason reason) {}

    default void watermark(String model, Source source, int partition, long watermarkMs) {}

    /** The counts of a partition were written back, so many milliseconds after the last time. */
    default void written(String model, Source source, long afterMs) {}

    /** The partition is another task's now, perhaps another instance's. */
    default void released(String model, Source source, int partition) {}

    default void windowClosed(String model, Source source) {}

    default void score(String model, String check, Verdict verdict) {}

    default void alert(String model, String kind, Phase phase) {}
}
