package io.streamgauge.app.calibrate;

import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.app.backtest.Backtest;
import io.streamgauge.app.backtest.Outcome;
import io.streamgauge.checks.DriftSettings;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.comparison.ProfileDistances;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.inference.EProcess;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.settings.ModelSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What do healthy weeks say about one model's thresholds? The dispersion of each feature is fitted on the windows of the range
 * instead of those of the training data, whose sampling, order and traffic may be another.
 *
 * @param baseline the model's, with the windows of the range
 * @param features in the order of the baseline
 * @param warnings why the range may not be healthy
 */
public record Calibrator(String model, Baseline baseline, List<FeatureCalibration> features, List<String> warnings) {
    public Calibrator {
        features = List.copyOf(features);
        warnings = List.copyOf(warnings);
    }

    /** Goes through the panes of a run over the range. */
    public static Calibrator of(ModelSettings model, Backtest run, FalseAlarmBudget budget) throws IOException {
        var panes = new HealthyPanes(model.trained(), model.paneMs());
        run.panes().forEach(panes::take);
        List<FeatureCalibration> features = new ArrayList<>();
        for (Source source : Source.values()) {
            List<FeatureBaseline> of = model.trained().features(source);
            for (int slot = 0; slot < of.size(); slot++) {
                FeatureCalibration found = feature(model, of.get(slot), slot, panes, budget);
                if (found != null) {
                    features.add(found);
                }
            }
        }
        return new Calibrator(model.model(), panes.calibrated(), features, warnings(model, run.outcome(), features));
    }

    private static @Nullable FeatureCalibration feature(
            ModelSettings model, FeatureBaseline feature, int slot, HealthyPanes panes, FalseAlarmBudget budget) {
        DriftSettings drift = model.checks()
                .driftByFeature()
                .getOrDefault(feature.schema().name(), model.checks().drift());
        if (drift == null) {
            return null;
        }
        Source source = feature.schema().source();
        String metric = drift.metric();
        // An e-process has no threshold of its own; how much the feature varies shows in any distance.
        Distance wanted = metric == null || metric.equals(EProcess.NAME)
                ? Distances.defaultFor(feature.layout())
                : ProfileDistances.of(metric);
        Distance distance = wanted.appliesTo(feature.layout()) ? wanted : Distances.defaultFor(feature.layout());
        var question = new FeatureCalibration.Question(
                source,
                feature.schema().name(),
                distance,
                drift.minimumRows(),
                Duration.ofMillis(panes.sizeMs()),
                budget,
                EProcess.NAME.equals(metric));
        List<Profile> reference = model.trained().windows(source).stream()
                .map((ReferenceWindow window) -> window.profiles().get(slot))
                .toList();
        return FeatureCalibration.of(question, feature.total(), reference, panes.of(source, slot));
    }

    private static List<String> warnings(ModelSettings model, Outcome outcome, List<FeatureCalibration> features) {
        var warnings = new ArrayList<String>();
        long fired = outcome.fired(Severity.WARNING);
        if (fired > 0) {
            warnings.add("%d alert(s) fired in the range under the present rules, %d of them critical"
                    .formatted(fired, outcome.fired(Severity.CRITICAL)));
        }
        FeatureCalibration.unsteady(features)
                .forEach(feature -> warnings.add(
                        "%s.%s: %d of %d held-out windows are beyond what the other weeks give, %.1f expected"
                                .formatted(
                                        feature.source().word(),
                                        feature.feature(),
                                        feature.heldOutBeyond(),
                                        feature.heldOut(),
                                        feature.expectedBeyond())));
        if (features.isEmpty()) {
            warnings.add("no window of model '%s' has enough events".formatted(model.model()));
        }
        return warnings;
    }
}
