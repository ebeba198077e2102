package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of checks: a new one is a class and a line here. */
public final class Checks {
    private Checks() {}

    /**
     * The checks of one source of one model on one series of windows, calibrated.
     *
     * @param smallestWindow whether this is the model's smallest window that ends most often: questions about age are asked there only, where the
     *     answer is freshest
     */
    public static List<Check> of(
            CheckSettings settings,
            Baseline baseline,
            Source source,
            WindowSpec windows,
            boolean smallestWindow,
            String configHash) {
        Reference reference = Reference.of(baseline, source, windows);
        var provenance = new Provenance(baseline.id(), configHash);
        var checks = new ArrayList<Check>();
        DriftSettings drift = settings.drift();
        if (drift != null) {
            checks.add(DriftCheck.calibrated(
                    reference, feature -> settings.driftByFeature().getOrDefault(feature, drift), provenance));
        }
        QualitySettings quality = settings.quality();
        if (quality != null) {
            checks.add(new QualityCheck(
                    reference,
                    quality,
                    feature -> settings.qualityByFeature().getOrDefault(feature, quality),
                    provenance));
        }
        Duration silence = settings.silence().get(source.word());
        if (silence != null && smallestWindow) {
            checks.add(new StalenessCheck(silence, provenance));
        }
        return List.copyOf(checks);
    }

    /**
     * The drift check of the features whose metric is sequential; null if there are none.
     *
     * @throws IllegalArgumentException if there are some and the windows overlap: their events would count more than once
     */
    public static @Nullable SequentialDriftCheck sequential(
            CheckSettings settings, Baseline baseline, Source source, WindowSpec windows, String configHash) {
        DriftSettings drift = settings.drift();
        if (drift == null) {
            return null;
        }
        var check = SequentialDriftCheck.of(
                Reference.of(baseline, source, windows),
                feature -> settings.driftByFeature().getOrDefault(feature, drift),
                new Provenance(baseline.id(), configHash));
        return check.isEmpty() ? null : check;
    }
}
