package io.streamgauge.app.metrics;

import java.util.Collection;
import java.util.Set;

/** The values that a tag may take. Any other one is counted as {@code other}, so that data cannot add time series. */
record TagValues(Set<String> values) {
    static final String OTHER = "other";
    static final TagValues SOURCES = of(Set.of("features", "predictions", "labels"));
    static final TagValues CHECKS = of(Set.of("drift", "skew", "staleness", "quality", "performance", "schema"));
    static final TagValues KINDS = of(Set.of("drift", "skew", "staleness", "quality", "performance", "pipeline"));
    static final TagValues STATES = of(Set.of("PENDING", "FIRING", "RESOLVED"));

    TagValues {
        values = Set.copyOf(values);
    }

    static TagValues of(Collection<String> values) {
        return new TagValues(Set.copyOf(values));
    }

    String known(String value) {
        return values.contains(value) ? value : OTHER;
    }
}
