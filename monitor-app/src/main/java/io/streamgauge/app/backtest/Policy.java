package io.streamgauge.app.backtest;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Other rules for the same past: a configuration with some of its thresholds, metrics, budgets, windows, confirmation rules or
 * baselines changed.
 *
 * @param name of the file, for reports
 * @param settings what the stored panes are judged by
 */
public record Policy(String name, TopologySettings settings) {
    /** The rules of the configuration itself. */
    static final String AS_CONFIGURED = "as configured";

    /**
     * Reads a policy file.
     *
     * @param stored the settings under which the panes were stored
     * @throws IllegalArgumentException with every reason why the stored panes cannot express it
     */
    public static Policy read(Path config, Path policy, TopologySettings stored) {
        ConfigFile base = ConfigFile.read(config);
        ConfigFile candidate = ConfigFile.readOverlaid(config, policy);
        var reasons = new ArrayList<String>();
        for (ModelConfig model : candidate.config().models()) {
            if (base.config().models().stream().noneMatch(own -> own.name().equals(model.name()))) {
                reasons.add("model '" + model.name() + "' was not monitored");
            } else if (!base.config().model(model.name()).judgedAs(model).equals(model)) {
                reasons.add("model '" + model.name()
                        + "' reads or slices its events in another way: only a replay of the events can judge that");
            }
        }
        refuse(policy, reasons);
        TopologySettings settings = ConfiguredTopology.of(candidate).settings(topic -> 1, null);
        settings.models().forEach(model -> check(model, stored.model(model.model()), reasons));
        refuse(policy, reasons);
        return new Policy(String.valueOf(policy.getFileName()), settings);
    }

    private static void refuse(Path policy, List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException(
                    "policy " + policy + " cannot be judged from stored panes: " + String.join("; ", reasons));
        }
    }

    private static void check(ModelSettings candidate, ModelSettings stored, List<String> reasons) {
        if (candidate.paneMs() % stored.paneMs() != 0) {
            reasons.add("windows of model '%s' need panes of %d s, stored are panes of %d s"
                    .formatted(candidate.model(), candidate.paneMs() / 1000, stored.paneMs() / 1000));
        }
        Baseline other = candidate.baseline();
        if (!other.version().equals(stored.baseline().version())) {
            reasons.add("the baseline of model '%s' is of version %s, but events without a version were counted for %s"
                    .formatted(
                            candidate.model(),
                            other.version(),
                            stored.baseline().version()));
        }
        if (!candidate.slices().isEmpty() && !haveEqualTotals(other, stored.baseline())) {
            reasons.add("slices of model '" + candidate.model() + "' may be others by that baseline");
        }
        for (Source source : Source.values()) {
            checkLayouts(other.features(source), stored.baseline().features(source), candidate.model(), reasons);
        }
    }

    /** The values of a feature that are slices follow from its total. */
    private static boolean haveEqualTotals(Baseline a, Baseline b) {
        return Arrays.stream(Source.values())
                .allMatch(source -> totals(a, source).equals(totals(b, source)));
    }

    private static List<String> totals(Baseline baseline, Source source) {
        return baseline.features(source).stream()
                .map(feature -> HexFormat.of().formatHex(feature.total().toBytes()))
                .toList();
    }

    private static void checkLayouts(
            List<FeatureBaseline> features, List<FeatureBaseline> stored, String model, List<String> reasons) {
        Map<String, Long> bins = new HashMap<>();
        stored.forEach(
                feature -> bins.put(feature.schema().name(), feature.layout().fingerprint()));
        for (FeatureBaseline feature : features) {
            Long kept = bins.get(feature.schema().name());
            if (kept == null || kept != feature.layout().fingerprint()) {
                reasons.add("feature '%s' of model '%s' was not counted on the bins of that baseline"
                        .formatted(feature.schema().name(), model));
            }
        }
    }
}
