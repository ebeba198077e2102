package io.streamgauge.app.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the things that a configuration asks for does this release read but not act on? They are valid, so that a file written
 * for a later release runs on this one; but nobody may take silence for good news.
 */
public final class NotYet {
    private final ModelConfig model;
    private final List<Note> notes = new ArrayList<>();

    private NotYet(ModelConfig model) {
        this.model = model;
    }

    /**
     * @param key full path, such as {@code models.fraud.reference}
     * @param text what is done, or left undone, instead
     */
    public record Note(String key, String text) {
        @Override
        public String toString() {
            return key + ": " + text;
        }
    }

    /** One note for each such thing, in the order of the configuration's sections; empty if everything is acted on. */
    public static List<Note> notes(MonitorConfig config) {
        var notes = new ArrayList<Note>();
        for (ModelConfig model : config.models()) {
            var notYet = new NotYet(model);
            notYet.sources();
            notYet.staleness();
            notes.addAll(notYet.notes);
        }
        if (!config.alerts().sinks().isEmpty()) {
            notes.add(new Note("alerts.sinks", "alerts go to the alert topics only in this release, not to sinks"));
        }
        return notes;
    }

    private void sources() {
        if (model.baseline() instanceof BaselineConfig.InTopic) {
            add(
                    "baseline.topic",
                    "baselines are read from files only in this release; run refuses to start without one");
        }
    }

    private void staleness() {
        StalenessConfig limits = model.checks().staleness();
        boolean known = model.predictions() != null
                || (model.features() != null && !model.features().ages().isEmpty());
        if (limits.feature() != null && !known) {
            add("checks.staleness.feature", "nobody says how old values are: name their times in features.ages");
        }
        PredictionsConfig predictions = model.predictions();
        if (limits.deployed() != null && (predictions == null || predictions.deployedAt() == null)) {
            add(
                    "checks.staleness.deployed",
                    "nobody says when the model was deployed: name it in predictions.deployed-at");
        }
        if (limits.baseline() != null && (predictions == null || predictions.trainedAt() == null)) {
            add(
                    "checks.staleness.baseline",
                    "nobody says when the model was trained: name it in predictions.trained-at");
        }
        if (limits.labelDelay() != null
                && (model.labels() == null || model.labels().source().ages().isEmpty())) {
            add("checks.staleness.label-delay", "nobody says what labels are late for: name its time in labels.ages");
        }
    }

    private void add(String key, String text) {
        notes.add(new Note("models." + model.name() + "." + key, text));
    }
}
