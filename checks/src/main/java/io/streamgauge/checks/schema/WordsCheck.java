package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Are the values of a feature in its enumeration, or as many of them as have to be? */
final class WordsCheck {
    private WordsCheck() {}

    static void check(FeatureStatistics feature, Domain.Words words, @Nullable Double minMass, Reasons reasons) {
        if (feature.words().invalidUtf8() > 0) {
            reasons.add(
                    AnomalyType.ENUM_TYPE_INVALID_UTF8,
                    "Invalid UTF8 strings",
                    "%d values are bytes that cannot be read as UTF-8."
                            .formatted(feature.words().invalidUtf8()));
            return;
        }
        Set<String> good = Set.copyOf(words.values());
        Map<String, Double> strange = new TreeMap<>(feature.words().counts());
        strange.keySet().removeAll(good);
        double strangeCount =
                strange.values().stream().mapToDouble(Double::doubleValue).sum();
        double count = feature.presences().values();
        double maxOff = minMass == null ? 0 : 1 - minMass;
        if (strangeCount / count > maxOff || (maxOff == 0 && !strange.isEmpty())) {
            String values = strange.entrySet().stream()
                    .map(entry -> "'%s' (%s)".formatted(entry.getKey(), percentage(entry.getValue(), count)))
                    .collect(Collectors.joining(", "));
            reasons.add(
                    AnomalyType.ENUM_TYPE_UNEXPECTED_STRING_VALUES,
                    "Unexpected string values",
                    "The enumeration of the schema lacks " + values + ".");
        }
    }

    private static String percentage(double count, double total) {
        if (total == 0) {
            return "share unknown";
        }
        double percent = 100 * Math.floor(count) / total;
        return percent < 1 ? "under 1%" : "about %d%%".formatted((long) Math.floor(percent));
    }
}
