package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.Level;
import java.util.OptionalDouble;

/** Are the values of a feature numbers within their limits? They may be written as texts. */
final class NumbersCheck {
    private static final String INVALID = "Invalid values";
    private static final String OUT_OF_RANGE = "Out-of-range values";

    private NumbersCheck() {}

    static void check(FeatureStatistics feature, Domain.Numbers domain, Reasons reasons) {
        dimension(feature, domain, reasons);
        if (domain.noNan() && hasNan(feature)) {
            reasons.add(AnomalyType.FLOAT_TYPE_HAS_NAN, INVALID, "NaN was found, which the schema rules out.");
        }
        if (feature.type() == DataType.FLOAT) {
            // Limits are single precision in a schema: so are the values that they are compared with.
            range((float) feature.numbers().min(), (float) feature.numbers().max(), domain, reasons);
        } else if (feature.type() == DataType.STRING || feature.type() == DataType.BYTES) {
            texts(feature, domain, reasons);
        }
    }

    private static void dimension(FeatureStatistics feature, Domain.Numbers domain, Reasons reasons) {
        Long dimension = domain.dimension();
        if (dimension == null || dimension == 0) {
            return;
        }
        Level last =
                feature.presences().levels().get(feature.presences().levels().size() - 1);
        if (last.minValues() != dimension || last.maxValues() != dimension) {
            reasons.add(
                    AnomalyType.EMBEDDING_SHAPE_INVALID,
                    "Invalid embedding",
                    "Embeddings have %d to %d numbers; the schema says %d."
                            .formatted(last.minValues(), last.maxValues(), dimension));
        }
    }

    private static boolean hasNan(FeatureStatistics feature) {
        if (feature.type() == DataType.FLOAT) {
            return feature.numbers().histograms().stream()
                            .mapToDouble(Histogram::nan)
                            .sum()
                    > 0;
        }
        return feature.type() == DataType.STRING
                && feature.words().counts().keySet().stream()
                        .map(NumberTexts::decimal)
                        .anyMatch(value -> value.isPresent() && Double.isNaN(value.getAsDouble()));
    }

    private static void texts(FeatureStatistics feature, Domain.Numbers domain, Reasons reasons) {
        double min = Double.NaN;
        double max = Double.NaN;
        for (String text : feature.words().counts().keySet()) {
            OptionalDouble value = NumberTexts.decimal(text);
            if (value.isEmpty()) {
                reasons.add(
                        AnomalyType.FLOAT_TYPE_STRING_NOT_FLOAT,
                        INVALID,
                        "The text '%s' is no number.".formatted(text));
                return;
            }
            double number = value.getAsDouble();
            min = Double.isNaN(min) || number < min ? number : min;
            max = Double.isNaN(max) || number > max ? number : max;
        }
        range(min, max, domain, reasons);
    }

    private static void range(double min, double max, Domain.Numbers domain, Reasons reasons) {
        Double least = domain.min();
        if (least != null && min < least) {
            reasons.add(
                    AnomalyType.FLOAT_TYPE_SMALL_FLOAT,
                    OUT_OF_RANGE,
                    "The smallest value is %s; the schema allows %s and more."
                            .formatted(SixDigits.of(min), SixDigits.of(least)));
        }
        Double most = domain.max();
        if (most != null && max > most) {
            reasons.add(
                    AnomalyType.FLOAT_TYPE_BIG_FLOAT,
                    OUT_OF_RANGE,
                    "The largest value is %s; the schema allows %s and less."
                            .formatted(SixDigits.of(max), SixDigits.of(most)));
        }
        if (domain.noInfinity() && (Double.isInfinite(min) || Double.isInfinite(max))) {
            reasons.add(
                    AnomalyType.FLOAT_TYPE_HAS_INF,
                    INVALID,
                    "An infinite value was found, which the schema rules out.");
        }
    }
}
