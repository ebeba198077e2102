package io.streamgauge.schemas.contract;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Looks for contradictions in what is said of values. */
final class DomainContradictions {
    private DomainContradictions() {}

    static void in(Domain domain, String path, Faults faults) {
        if (domain instanceof Domain.WholeNumbers numbers) {
            faults.limits(path + ".range", numbers.limits());
        } else if (domain instanceof Domain.Numbers numbers) {
            faults.range(path + ".range", numbers.min(), numbers.max());
            if (numbers.dimension() != null && numbers.dimension() < 0) {
                faults.add(path + ".embedding", "%d is no dimension".formatted(numbers.dimension()));
            }
        } else if (domain instanceof Domain.Words words) {
            faults.twice(path + ".enum", words.values());
        } else if (domain instanceof Domain.Texts texts) {
            faults.counts(path + ".length", texts.length());
            pattern(texts.pattern(), path + ".pattern", faults);
        } else if (domain instanceof Domain.Image image) {
            faults.share(path + ".image.min-supported-fraction", image.minSupportedFraction());
        } else if (domain instanceof Domain.Language language) {
            for (int i = 0; i < language.tokens().size(); i++) {
                token(language.tokens().get(i), path + ".language.tokens[%d]".formatted(i), faults);
            }
        }
    }

    private static void pattern(@Nullable String pattern, String path, Faults faults) {
        if (pattern == null) {
            return;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            faults.add(path, "no regular expression of RE2: " + e.getMessage());
        }
    }

    private static void token(TokenLimits token, String path, Faults faults) {
        faults.counts(path + ".per-text", token.perSequence());
        faults.range(path + ".fraction", token.minFraction(), token.maxFraction());
    }
}
