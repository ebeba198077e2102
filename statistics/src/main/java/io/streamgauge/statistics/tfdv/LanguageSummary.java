package io.streamgauge.statistics.tfdv;

import java.util.List;

/** Tokens of the texts of a feature. */
public record LanguageSummary(double coverage, double averageTokenLength, List<TokenSummary> tokens) {
    public LanguageSummary {
        tokens = List.copyOf(tokens);
    }
}
