package io.streamgauge.schemas.contract;

import java.util.Locale;

/** Which of a model's streams an event belongs to. */
public enum Source {
    FEATURES,
    PREDICTIONS,
    LABELS;

    /** The word that topics, scores and configuration use: {@code features}, {@code predictions}, {@code labels}. */
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
        throw new IllegalArgumentException("source must be features, predictions or labels, got '%s'".formatted(word));
    }
}
