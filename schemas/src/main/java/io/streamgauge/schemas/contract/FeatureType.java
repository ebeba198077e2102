package io.streamgauge.schemas.contract;

import java.util.Locale;

/** What kind of values a feature has, and so how it is profiled. */
public enum FeatureType {
    /** Counted on a grid. */
    NUMERIC,
    /** Counted by value, over a vocabulary. */
    CATEGORICAL,
    /** Counted by value, over the vocabulary {@code false}, {@code true}. */
    BOOLEAN,
    TEXT,
    EMBEDDING;

    /** The word that files and tables use: {@code numeric}, ... */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
