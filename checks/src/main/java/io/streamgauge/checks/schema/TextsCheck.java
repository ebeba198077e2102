package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.function.Predicate;

/** Are the texts of a feature of the right length and form? Says how many distinct ones are not, and never which. */
final class TextsCheck {
    private TextsCheck() {}

    static void check(FeatureStatistics feature, Domain.Texts domain, Reasons reasons) {
        Set<String> texts = feature.words().counts().keySet();
        LongSummaryStatistics lengths = texts.stream()
                .mapToLong(text -> text.codePointCount(0, text.length()))
                .summaryStatistics();
        Long min = domain.length().min();
        if (min != null && lengths.getCount() > 0 && lengths.getMin() < min) {
            reasons.add(
                    AnomalyType.TEXT_TOO_SHORT,
                    "Too short texts",
                    "The shortest text has %d characters; the schema asks for at least %d."
                            .formatted(lengths.getMin(), min));
        }
        Long max = domain.length().max();
        if (max != null && lengths.getCount() > 0 && lengths.getMax() > max) {
            reasons.add(
                    AnomalyType.TEXT_TOO_LONG,
                    "Too long texts",
                    "The longest text has %d characters; the schema allows %d at most."
                            .formatted(lengths.getMax(), max));
        }
        Predicate<String> good = domain.ofPattern();
        long strange = texts.stream().filter(text -> !good.test(text)).count();
        if (strange > 0) {
            reasons.add(
                    AnomalyType.TEXT_NOT_OF_PATTERN,
                    "Texts of another form",
                    "%d of %d distinct texts are not of the pattern of the schema.".formatted(strange, texts.size()));
        }
    }
}
