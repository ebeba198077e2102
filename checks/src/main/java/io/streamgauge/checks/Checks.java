package io.streamgauge.checks;

import io.streamgauge.checks.schema.WindowSchema;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.rule.EventRule;
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
     * @param wholeData whether the source is what the schema's limits of the data as a whole are about
     * @param rules that every event of the source has to keep
     * @param calibrations what is known from other rules for the same past
     */
    public static List<Check> of(
            CheckSettings settings,
            Baseline baseline,
            Source source,
            WindowSpec windows,
            boolean smallestWindow,
            boolean wholeData,
            List<EventRule> rules,
            String configHash,
            Calibrations calibrations) {
        Reference reference = Reference.of(baseline, source, windows);
        var provenance = new Provenance(baseline.id(), configHash);
        var checks = new ArrayList<Check>();
        DriftSettings drift = settings.drift();
        if (drift != null) {
            checks.add(DriftCheck.calibrated(
                    reference,
                    feature -> settings.driftByFeature().getOrDefault(feature, drift),
                    provenance,
                    calibrations));
        }
        QualitySettings quality = settings.quality();
        if (quality != null) {
            checks.add(new QualityCheck(
                    reference,
                    quality,
                    feature -> settings.qualityByFeature().getOrDefault(feature, quality),
                    provenance));
        }
        addSchema(settings.schema(), reference, wholeData, rules, provenance, checks);
        StabilitySettings stability = settings.stability();
        if (stability != null) {
            checks.add(new StabilityCheck(reference, stability, provenance));
            if (stability.duplicates() != null) {
                checks.add(new DuplicateCheck(stability.duplicates(), provenance));
            }
            if (stability.volume() != null) {
                checks.add(VolumeCheck.of(reference, stability.volume(), stability, provenance));
            }
        }
        if (smallestWindow) {
            addAges(settings.staleness(), baseline, source, wholeData, provenance, checks);
            EntropySettings entropy = settings.staleness().entropy();
            if (entropy != null) {
                checks.add(EntropyCheck.calibrated(reference, entropy, provenance, calibrations));
            }
        }
        return List.copyOf(checks);
    }

    private static void addAges(
            StalenessSettings settings,
            Baseline baseline,
            Source source,
            boolean wholeData,
            Provenance provenance,
            List<Check> checks) {
        SilenceLimit silence = SilenceLimit.of(settings, baseline, source);
        if (silence != null) {
            checks.add(new StalenessCheck(silence, provenance));
        }
        if (wholeData) {
            ModelAgeCheck.of(settings, baseline, provenance).ifPresent(checks::add);
        }
    }

    private static void addSchema(
            @Nullable SchemaSettings settings,
            Reference reference,
            boolean wholeData,
            List<EventRule> rules,
            Provenance provenance,
            List<Check> checks) {
        WindowSchema schema = settings == null ? null : WindowSchemaCheck.schema(settings, reference, wholeData);
        if (settings != null) {
            checks.add(WindowSchemaCheck.of(settings, reference, wholeData, provenance));
        }
        if (!rules.isEmpty()) {
            checks.add(new RuleCheck(rules, schema, provenance));
        }
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

    /** What is asked about the way of a model's records; null if nothing is. */
    public static @Nullable PipelineCheck pipeline(CheckSettings settings, Baseline baseline, String configHash) {
        PipelineSettings pipeline = settings.pipeline();
        return pipeline == null ? null : new PipelineCheck(pipeline, new Provenance(baseline.id(), configHash));
    }
}
