package io.streamgauge.schemas.contract;

import java.util.Locale;

/** Which of a model's streams an event belongs to. */
public enum Source {
    FEATURES,
    PREDICTIONS,
    LABELS,
    /** The training side of the features: its rows are compared with those of serving, not profiled. */
    REFERENCE;

    /** The word that topics, scores and configuration use: {@code features}, {@code predictions}, {@code labels}, {@code reference}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The source of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Source ofWord(String word) {
        for (Source source : values()) {
            if (source.word().equals(word)) {
                return source;
            }
        }
        throw new IllegalArgumentException(
                "source must be features, predictions, labels or reference, got '%s'".formatted(word));
    }
}
