package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import org.jspecify.annotations.Nullable;

/** Are there as many examples as there have to be? */
final class DatasetCheck {
    private DatasetCheck() {}

    static void check(DatasetLimits limits, DatasetStatistics data, Controls controls, Reasons reasons) {
        double examples = data.examples();
        ratio(limits.previousSpan(), examples, controls.previousSpan(), "previous span", reasons);
        ratio(limits.previousVersion(), examples, controls.previousVersion(), "previous version", reasons);
        Limits count = limits.examples();
        if (count.min() != null && examples < count.min()) {
            reasons.add(
                    AnomalyType.DATASET_LOW_NUM_EXAMPLES,
                    "Low num examples in dataset.",
                    "There are %s examples; the schema asks for at least %d."
                            .formatted(SixDigits.of(examples), count.min()));
        }
        if (count.max() != null && examples > count.max()) {
            reasons.add(
                    AnomalyType.DATASET_HIGH_NUM_EXAMPLES,
                    "High num examples in dataset.",
                    "There are %s examples; the schema allows %d at most."
                            .formatted(SixDigits.of(examples), count.max()));
        }
    }

    private static void ratio(
            RatioLimits limits, double examples, @Nullable DatasetStatistics control, String name, Reasons reasons) {
        if (control == null) {
            return;
        }
        if (control.examples() == 0) {
            if (limits.max() != null) {
                reasons.add(
                        AnomalyType.COMPARATOR_HIGH_NUM_EXAMPLES,
                        "High num examples in current dataset versus the %s, which has 0.".formatted(name),
                        "The %s is empty, so that no ratio of examples to it is below the limit %s."
                                .formatted(name, SixDigits.of(limits.max())));
            }
            return;
        }
        double ratio = examples / control.examples();
        if (limits.max() != null && ratio > limits.max()) {
            off(AnomalyType.COMPARATOR_HIGH_NUM_EXAMPLES, "High", "above", ratio, limits.max(), name, reasons);
        }
        if (limits.min() != null && ratio < limits.min()) {
            off(AnomalyType.COMPARATOR_LOW_NUM_EXAMPLES, "Low", "below", ratio, limits.min(), name, reasons);
        }
    }

    private static void off(
            AnomalyType type, String word, String side, double ratio, double limit, String name, Reasons reasons) {
        reasons.add(
                type,
                "%s num examples in current dataset versus the %s.".formatted(word, name),
                "For each example of the %s there are %s now, %s the limit of %s."
                        .formatted(name, SixDigits.of(ratio), side, SixDigits.of(limit)));
    }
}
