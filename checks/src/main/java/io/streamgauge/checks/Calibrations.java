package io.streamgauge.checks;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.NullDistribution;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How distances vary when nothing moves, fitted once for all rules that judge the same past: candidates mostly differ in floors, budgets
 * and confirmation, and a fit is a simulation that takes longer than weeks of windows. Safe for use by any thread.
 */
public final class Calibrations {
    private final Map<Key, NullDistribution> known = new ConcurrentHashMap<>();

    /** All that a fit depends on; the id of a baseline is a hash of what is in it. */
    private record Key(String baselineId, Source source, String windows, String feature, String distance) {}

    NullDistribution of(Reference reference, FeatureReference feature, Distance distance) {
        var key = new Key(
                reference.baselineId(),
                reference.source(),
                reference.windows().name(),
                feature.schema().name(),
                distance.name() + ";" + distance.convention());
        NullDistribution law = known.get(key);
        if (law == null) {
            law = Calibration.fit(distance, feature.total(), feature.windows());
            known.put(key, law);
        }
        return law;
    }
}
