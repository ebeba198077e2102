package io.streamgauge.checks;

import java.util.Locale;

/** What may fall silent although events go on? */
public enum Part {
    /** One partition of a source's topic. */
    PARTITION,
    /** The events of one model version. */
    VERSION,
    /** The events of one slice. */
    SLICE,
    /** The values of one feature. */
    FEATURE;

    /** What its silence is called, such as {@code partition-silence-seconds}. */
    public String metric() {
        return word() + "-silence-seconds";
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
