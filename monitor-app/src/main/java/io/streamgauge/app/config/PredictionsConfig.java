package io.streamgauge.app.config;

import org.jspecify.annotations.Nullable;

/**
 * The topic with the model's answers.
 *
 * @param score path of the probability or regression value
 * @param predictedClass path of the predicted class
 * @param threshold where no class is given, the class is whether the score reaches this
 * @param featureTimes path of the time at which the oldest feature value used was computed
 * @param deployedAt path of the time at which the model that answers was deployed; null if the records do not say
 * @param trainedAt path of the time at which it was trained; null if the records do not say
 */
public record PredictionsConfig(
        SourceConfig source,
        String score,
        String predictedClass,
        @Nullable Double threshold,
        String featureTimes,
        @Nullable String deployedAt,
        @Nullable String trainedAt) {}
