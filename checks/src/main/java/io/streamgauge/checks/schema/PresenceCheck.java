package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.statistics.tfdv.Presences;
import java.util.Locale;

/** Is a feature in as many examples as it has to be? */
final class PresenceCheck {
    private static final String DROPPED = "Column dropped";

    private PresenceCheck() {}

    static void check(Presences found, double examples, Presence expected, Reasons reasons) {
        Long minCount = expected.minCount();
        if (minCount != null && found.present() < minCount) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_LOW_NUMBER_PRESENT,
                    DROPPED,
                    "The feature is in %d examples; the schema asks for at least %d."
                            .formatted((long) found.present(), minCount));
        }
        Double minFraction = expected.minFraction();
        if (minFraction == null || examples <= 0) {
            return;
        }
        double fraction = found.missing() == 0 ? 1 : found.present() / examples;
        if (fraction < minFraction) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_LOW_FRACTION_PRESENT,
                    DROPPED,
                    String.format(
                            Locale.ROOT,
                            "The feature is in a share of %f of the examples; the schema asks for at least %f.",
                            fraction,
                            minFraction));
        } else if (minFraction == 1.0 && found.missing() != 0) {
            // So few are missing that the fraction is still 1.
            reasons.add(
                    AnomalyType.FEATURE_TYPE_LOW_FRACTION_PRESENT,
                    DROPPED,
                    "The schema asks for the feature in every example; %s lack it."
                            .formatted(SixDigits.of(found.missing())));
        }
    }
}
