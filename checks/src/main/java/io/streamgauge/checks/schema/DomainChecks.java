package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.util.List;

/** Are the values of a feature in its domain? The list of the domains that are looked at. */
final class DomainChecks {
    private DomainChecks() {}

    static void check(
            FeatureStatistics feature,
            Domain domain,
            FeatureContract expected,
            DataContract contract,
            Reasons reasons) {
        if (domain instanceof Domain.Named named) {
            Domain.Words words = contract.words().getOrDefault(named.name(), new Domain.Words(List.of()));
            WordsCheck.check(feature, words, expected.minDomainMass(), reasons);
        } else if (domain instanceof Domain.Words words) {
            WordsCheck.check(feature, words, expected.minDomainMass(), reasons);
        } else if (domain instanceof Domain.TrueFalse words) {
            TrueFalseCheck.check(feature, words, reasons);
        } else if (domain instanceof Domain.WholeNumbers numbers) {
            WholeNumbersCheck.check(feature, numbers, reasons);
        } else if (domain instanceof Domain.Numbers numbers) {
            NumbersCheck.check(feature, numbers, reasons);
        } else if (domain instanceof Domain.Texts texts) {
            TextsCheck.check(feature, texts, reasons);
        } else if (domain instanceof Domain.Image image) {
            ImageCheck.check(feature, image, reasons);
        } else if (domain instanceof Domain.Language language) {
            LanguageCheck.check(feature, language, reasons);
        }
    }
}
