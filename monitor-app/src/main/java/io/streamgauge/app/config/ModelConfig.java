package io.streamgauge.app.config;

import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.slice.SliceSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is monitored for one model, and how?
 *
 * @param features null when the model's inputs are not watched; at least one of the first three sources is given
 * @param reference training-side rows to compare served values with, row by row
 * @param windows at least one, smallest first, each a multiple of the {@link #pane}
 */
public record ModelConfig(
        String name,
        BaselineConfig baseline,
        @Nullable SourceConfig features,
        @Nullable PredictionsConfig predictions,
        @Nullable LabelsConfig labels,
        @Nullable ReferenceConfig reference,
        List<WindowSpec> windows,
        List<SliceSpec> slices,
        ChecksConfig checks,
        RulesConfig eventRules) {
    public ModelConfig {
        windows = List.copyOf(windows);
        slices = List.copyOf(slices);
    }

    /** The input of a source whose events are profiled, null if it is not given. */
    @Nullable
    SourceConfig source(Source source) {
        return switch (source) {
            case FEATURES -> features;
            case PREDICTIONS -> predictions == null ? null : predictions.source();
            case LABELS -> labels == null ? null : labels.source();
            case REFERENCE -> null; // compared row by row, not profiled
        };
    }

    /** The sources that are given, in the order features, predictions, labels, reference. */
    public List<SourceConfig> sources() {
        return Stream.of(
                        features,
                        predictions == null ? null : predictions.source(),
                        labels == null ? null : labels.source(),
                        reference == null ? null : reference.source())
                .filter(source -> source != null)
                .toList();
    }

    /** The interval on which profiles are kept: every window starts and ends at a multiple of it. */
    public Duration pane() {
        return Duration.ofMillis(WindowSpec.paneMs(windows));
    }

    /** The same inputs, judged as another configuration judges: by its baseline, windows and checks. */
    public ModelConfig judgedAs(ModelConfig other) {
        return new ModelConfig(
                name,
                other.baseline,
                features,
                predictions,
                labels,
                reference,
                other.windows,
                slices,
                other.checks,
                other.eventRules);
    }

    // The baseline is left out: an alert names it by its content; so does the hash a schema in a file of its own.
    String rules() {
        return String.join("|", name, sources().toString(), "" + predictions, "" + labels, "" + reference)
                + windows
                + slices
                + checks
                + (eventRules.equals(RulesConfig.UNSAID) ? "" : eventRules.withoutPlace());
    }
}
