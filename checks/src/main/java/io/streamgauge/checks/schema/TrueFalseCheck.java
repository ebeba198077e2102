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
                    "Only 0 and 1 stand for false and true; found the whole number %s."
                            .formatted(SixDigits.of(example)));
        }
    }

    private static void floating(NumericSummary numbers, Reasons reasons) {
        if (!isBoolean(numbers.min()) || !isBoolean(numbers.max())) {
            double example = isBoolean(numbers.min()) ? numbers.max() : numbers.min();
            unexpected(SixDigits.of(example), reasons);
            return;
        }
        for (Histogram histogram : numbers.histograms()) {
            if (histogram.nan() > 0) {
                unexpected("NaN", reasons);
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
            unexpected("a number below 0", reasons);
        } else if (bucket.low() > 1) {
            unexpected("a number above 1", reasons);
        } else if (kind == Histogram.Kind.QUANTILES && bucket.high() < 1 && bucket.low() > 0) {
            unexpected("a number between the two", reasons);
        } else {
            return false;
        }
        return true;
    }

    private static void unexpected(String what, Reasons reasons) {
        reasons.add(
                AnomalyType.BOOL_TYPE_UNEXPECTED_FLOAT,
                NOT_BOOLEAN,
                "Only 0 and 1 stand for false and true; found %s.".formatted(what));
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
                String expected = good.isEmpty() ? "no text" : "only '" + String.join("' and '", good) + "'";
                reasons.add(
                        AnomalyType.BOOL_TYPE_UNEXPECTED_STRING,
                        NOT_BOOLEAN,
                        "The schema allows %s; found '%s'.".formatted(expected, value));
                return;
            }
        }
    }
}
