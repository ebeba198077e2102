package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.util.OptionalLong;
import java.util.Set;

/** Are the values of a feature whole numbers within their limits? They may be written as texts. */
final class WholeNumbersCheck {
    private static final double TWO_TO_63 = 0x1p63;

    private WholeNumbersCheck() {}

    static void check(FeatureStatistics feature, Domain.WholeNumbers domain, Reasons reasons) {
        DataType type = feature.type();
        if (type == DataType.FLOAT || type == DataType.STRUCT) {
            return;
        }
        Set<String> texts = feature.words().counts().keySet();
        if (type == DataType.INT && texts.isEmpty()) {
            numbers(feature, domain.limits(), reasons);
            return;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (String text : texts) {
            OptionalLong value = NumberTexts.whole(text);
            if (value.isEmpty()) {
                notWhole(text, type, domain.limits(), reasons);
                return;
            }
            min = Math.min(min, value.getAsLong());
            max = Math.max(max, value.getAsLong());
        }
        if (min <= max) {
            range(min, max, domain.limits(), reasons);
        }
    }

    private static void numbers(FeatureStatistics feature, Limits limits, Reasons reasons) {
        double min = feature.numbers().min();
        double max = feature.numbers().max();
        if (min < -TWO_TO_63 || max > TWO_TO_63) {
            notWhole("%.6f".formatted(min < -TWO_TO_63 ? min : max), DataType.INT, limits, reasons);
        } else {
            range((long) min, (long) max, limits, reasons);
        }
    }

    private static void notWhole(String example, DataType type, Limits limits, Reasons reasons) {
        if (type != DataType.INT) {
            reasons.add(
                    AnomalyType.INT_TYPE_NOT_INT_STRING,
                    "Invalid values",
                    "The text '%s' is no whole number of 64 bits.".formatted(example));
        } else if (limits.min() != null || limits.max() != null) {
            reasons.add(
                    AnomalyType.DOMAIN_INVALID_FOR_TYPE,
                    "Invalid values",
                    "The number %s does not fit into 64 bits.".formatted(example));
        }
    }

    private static void range(long min, long max, Limits limits, Reasons reasons) {
        if (limits.min() != null && min < limits.min()) {
            reasons.add(
                    AnomalyType.INT_TYPE_SMALL_INT,
                    "Out-of-range values",
                    "The smallest value is %d; the schema allows %d and more.".formatted(min, limits.min()));
        }
        if (limits.max() != null && max > limits.max()) {
            reasons.add(
                    AnomalyType.INT_TYPE_BIG_INT,
                    "Out-of-range values",
                    "The largest value is %d; the schema allows %d and less.".formatted(max, limits.max()));
        }
    }
}
