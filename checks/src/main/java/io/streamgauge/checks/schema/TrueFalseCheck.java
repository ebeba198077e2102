package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.NumericSummary;
import java.util.Set;
import java.util.TreeSet;

/** Are the values of a feature true or false and nothing else? */
final class TrueFalseCheck {
    private static final String NOT_BOOLEAN = "Non-boolean values";

    private TrueFalseCheck() {}

    static void check(FeatureStatistics feature, Domain.TrueFalse words, Reasons reasons) {
        switch (feature.type()) {
            case INT -> whole(feature.numbers(), reasons);
            case FLOAT -> floating(feature.numbers(), reasons);
            case STRING -> texts(feature, words, reasons);
            case BYTES, STRUCT -> {
                // Such data have another type than was expected, which has been said.
            }
        }
    }

    private static void whole(NumericSummary numbers, Reasons reasons) {
        AnomalyType type = numbers.min() < 0 ? AnomalyType.BOOL_TYPE_SMALL_INT : AnomalyType.BOOL_TYPE_BIG_INT;
        double example = numbers.min() < 0 ? numbers.min() : numbers.max();
        if (numbers.min() < 0 || numbers.max() > 1) {
            reasons.add(
                    type,
                    NOT_BOOLEAN,
                    "Integers (such as %s) not in {0, 1}: converting to an integer.".formatted(SixDigits.of(example)));
        }
    }

    private static void floating(NumericSummary numbers, Reasons reasons) {
        if (!isBoolean(numbers.min()) || !isBoolean(numbers.max())) {
            double example = isBoolean(numbers.min()) ? numbers.max() : numbers.min();
            unexpected("Floats (such as %s)".formatted(SixDigits.of(example)), "not in {0, 1}", reasons);
            return;
        }
        for (Histogram histogram : numbers.histograms()) {
            if (histogram.nan() > 0) {
                unexpected("Floats (such as NaN)", "not in {0, 1}", reasons);
                return;
            }
            for (Histogram.Bucket bucket : histogram.buckets()) {
                if (bucket.count() > 0 && outside(bucket, histogram.kind(), reasons)) {
                    return;
                }
            }
        }
    }

    private static boolean outside(Histogram.Bucket bucket, Histogram.Kind kind, Reasons reasons) {
        if (bucket.high() < 0) {
            unexpected("Float values < 0", "not in {0, 1}", reasons);
        } else if (bucket.low() > 1) {
            unexpected("Float values > 1", "not in {0, 1}", reasons);
        } else if (kind == Histogram.Kind.QUANTILES && bucket.high() < 1 && bucket.low() > 0) {
            unexpected("Float values", "falling between 0 and 1", reasons);
        } else {
            return false;
        }
        return true;
    }

    private static void unexpected(String what, String where, Reasons reasons) {
        reasons.add(
                AnomalyType.BOOL_TYPE_UNEXPECTED_FLOAT,
                NOT_BOOLEAN,
                "%s %s: converting to float_domain.".formatted(what, where));
    }

    private static boolean isBoolean(double value) {
        return value == 0 || value == 1;
    }

    private static void texts(FeatureStatistics feature, Domain.TrueFalse words, Reasons reasons) {
        Set<String> good = new TreeSet<>();
        if (words.trueValue() != null) {
            good.add(words.trueValue());
        }
        if (words.falseValue() != null) {
            good.add(words.falseValue());
        }
        for (String value : feature.words().counts().keySet()) {
            if (!good.contains(value)) {
                String expected = good.isEmpty() ? "{}" : "{\"" + String.join("\", \"", good) + "\"}";
                reasons.add(
                        AnomalyType.BOOL_TYPE_UNEXPECTED_STRING,
                        NOT_BOOLEAN,
                        "Saw unexpected value \"%s\" instead of %s.".formatted(value, expected));
                return;
            }
        }
    }
}
