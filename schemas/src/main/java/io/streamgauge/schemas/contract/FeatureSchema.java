package io.streamgauge.schemas.contract;

/**
 * Which feature this is, where it comes from and which type it has.
 *
 * <p>The name is unique over all sources of a model: features carry their own name, predictions are {@link
 * #PREDICTION_SCORE} and {@link #PREDICTION_CLASS}, labels are {@link #LABEL}.
 */
public record FeatureSchema(String name, Source source, FeatureType type) {
    public static final String PREDICTION_SCORE = "prediction.score";
    public static final String PREDICTION_CLASS = "prediction.class";
    public static final String LABEL = "label";

    public FeatureSchema {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a feature must not be blank");
        }
    }
}
