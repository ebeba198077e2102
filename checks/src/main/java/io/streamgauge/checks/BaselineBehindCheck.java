package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.NumericProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Is the baseline older than the model that answers? The value is the time from the end of the baseline's training data to that at which the model of the newest
 * training was trained, in seconds; 0 if it is no later. By the ages of {@value #TRAINED} among the events of each version; since an age is counted
 * and its event's time is not, it is the least that they can mean: less than the truth by the length of a window at most. One event in a hundred may say
 * otherwise; if some do, ages are known to their bin of {@link AgeField#GRID}. Fewer than
 * {@value LearnedAge#FEWEST} ages give no verdict.
 */
public final class BaselineBehindCheck implements Check {
    /** The age of a model's training, as in {@link AgeField}. */
    public static final String TRAINED = "model-trained";

    private static final double YOUNGEST = 0.01;
    private static final double SECOND_MS = 1000;

    private final int index;
    private final Duration limit;
    private final long trainedUntilMs;
    private final Provenance provenance;

    private BaselineBehindCheck(int index, Duration limit, long trainedUntilMs, Provenance provenance) {
        this.index = index;
        this.limit = limit;
        this.trainedUntilMs = trainedUntilMs;
        this.provenance = provenance;
    }

    /**
     * Looks for the age of the model's training among the features of a source.
     *
     * @param baseline its features are in the order of the profiles
     * @return empty if nobody asks, if the source has no such age, or if the baseline knows no times
     */
    public static Optional<Check> of(
            Baseline baseline, Source source, @Nullable Duration limit, Provenance provenance) {
        OptionalLong trained = ModelAgeCheck.trainedUntilMs(baseline);
        List<FeatureBaseline> features = baseline.features(source);
        for (int i = 0; i < features.size(); i++) {
            boolean isIt = features.get(i).schema().equals(AgeField.schema(TRAINED, source));
            if (isIt && limit != null && trained.isPresent()) {
                return Optional.of(new BaselineBehindCheck(i, limit, trained.getAsLong(), provenance));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Score> assess(Observation observation) {
        if (!observation.subject().slice().equals(Subject.ALL)
                || observation.profiles().isEmpty()) {
            return List.of();
        }
        var ages = (NumericProfile) observation.profiles().get(index);
        if (ages.finite() == 0) {
            return List.of();
        }
        long trainedMs = observation.window().startMs() - Math.round(ages.quantile(YOUNGEST) * SECOND_MS);
        double behind = Math.max(0, trainedMs - trainedUntilMs) / SECOND_MS;
        return List.of(new Score(
                observation.subject(),
                observation.window(),
                StalenessCheck.NAME,
                "baseline-behind-seconds",
                "from the end of the training data to the training of the model, at least",
                null,
                new Measurement(
                        behind,
                        limit.toMillis() / SECOND_MS,
                        null,
                        null,
                        null,
                        null,
                        ages.finite(),
                        0,
                        ages.finite() >= LearnedAge.FEWEST),
                List.of(),
                observation.evidence(),
                provenance,
                null,
                "the training data of the baseline end at " + Instant.ofEpochMilli(trainedUntilMs)
                        + ", the model was trained at " + Instant.ofEpochMilli(trainedMs) + " or later"));
    }
}
