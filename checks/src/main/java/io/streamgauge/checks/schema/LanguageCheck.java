package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.TokenLimits;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.LanguageSummary;
import io.streamgauge.statistics.tfdv.TokenSummary;
import java.util.Optional;

/** Do the texts of a feature have the tokens that they have to? */
final class LanguageCheck {
    private LanguageCheck() {}

    static void check(FeatureStatistics feature, Domain.Language domain, Reasons reasons) {
        LanguageSummary found = feature.language();
        boolean asks = domain.minCoverage() != null
                || domain.minTokenLength() != null
                || !domain.tokens().isEmpty();
        if (!asks) {
            return;
        }
        if (found == null) {
            notAvailable(reasons);
            return;
        }
        coverage(found, domain, reasons);
        for (TokenLimits limits : domain.tokens()) {
            Optional<TokenSummary> token = found.tokens().stream()
                    .filter(one -> one.token().equals(limits.token()))
                    .findFirst();
            if (token.isEmpty()) {
                notAvailable(reasons);
                return;
            }
            fractions(token.get(), limits, reasons);
            occurrences(token.get(), limits, reasons);
        }
    }

    private static void notAvailable(Reasons reasons) {
        reasons.add(
                AnomalyType.STATS_NOT_AVAILABLE,
                "Natural language stats are not computed.",
                "The schema limits the tokens of the feature, but the statistics say nothing about tokens.");
    }

    private static void coverage(LanguageSummary found, Domain.Language domain, Reasons reasons) {
        Double minCoverage = domain.minCoverage();
        if (minCoverage != null && found.coverage() < minCoverage) {
            reasons.add(
                    AnomalyType.FEATURE_COVERAGE_TOO_LOW,
                    "Feature coverage is too low.",
                    "The vocabulary covers %s of the tokens; the schema asks for %s."
                            .formatted(SixDigits.of(found.coverage()), SixDigits.of(minCoverage)));
        }
        Double minLength = domain.minTokenLength();
        if (minLength != null && found.averageTokenLength() < minLength) {
            reasons.add(
                    AnomalyType.FEATURE_COVERAGE_TOO_SHORT_AVG_TOKEN_LENGTH,
                    "Average token length is too short.",
                    "Tokens are %s long on average; the schema asks for %s."
                            .formatted(SixDigits.of(found.averageTokenLength()), SixDigits.of(minLength)));
        }
    }

    private static void fractions(TokenSummary token, TokenLimits limits, Reasons reasons) {
        String text = "The token '%s' is in %s of the texts; the schema allows %s %s.";
        Double min = limits.minFraction();
        if (min != null && token.fractionOfTexts() < min) {
            reasons.add(
                    AnomalyType.SEQUENCE_VALUE_TOO_SMALL_FRACTION,
                    "Value occurs in too small a fraction of sequences.",
                    text.formatted(
                            token.token(), SixDigits.of(token.fractionOfTexts()), "no less than", SixDigits.of(min)));
        }
        Double max = limits.maxFraction();
        if (max != null && token.fractionOfTexts() > max) {
            reasons.add(
                    AnomalyType.SEQUENCE_VALUE_TOO_LARGE_FRACTION,
                    "Value occurs in too large a fraction of sequences.",
                    text.formatted(
                            token.token(), SixDigits.of(token.fractionOfTexts()), "no more than", SixDigits.of(max)));
        }
    }

    private static void occurrences(TokenSummary token, TokenLimits limits, Reasons reasons) {
        String text = "One text holds the token '%s' %s times; the schema allows no %s than %d.";
        Long min = limits.perSequence().min();
        if (min != null && token.minPerText() < min) {
            reasons.add(
                    AnomalyType.SEQUENCE_VALUE_TOO_FEW_OCCURRENCES,
                    "Value has too few per-sequence occurrences.",
                    text.formatted(token.token(), SixDigits.of(token.minPerText()), "fewer", min));
        }
        Long max = limits.perSequence().max();
        if (max != null && token.maxPerText() > max) {
            reasons.add(
                    AnomalyType.SEQUENCE_VALUE_TOO_MANY_OCCURRENCES,
                    "Value has too many per-sequence occurrences.",
                    text.formatted(token.token(), SixDigits.of(token.maxPerText()), "more", max));
        }
    }
}
