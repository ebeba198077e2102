package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Are the model and its baseline still the ones to go by?
 *
 * <ul>
 *   <li>{@code training-age-seconds}: age, at the window's end, of the newest training data: the end of the last window of the baseline that has rows. The
 *       model is at least that old.
 *   <li>{@code other-version-share}: share of the window's events that name another version than the baseline's. They are judged by a
 *       baseline that is not theirs.
 * </ul>
 * A window without events says nothing of the model in use.
 */
final class ModelAgeCheck implements Check {
    private static final double SECOND_MS = 1000;

    private final @Nullable Duration oldest;
    private final long trainedUntilMs;
    private final @Nullable Double mostOthers;
    private final Provenance provenance;

    private ModelAgeCheck(
            @Nullable Duration oldest, long trainedUntilMs, @Nullable Double mostOthers, Provenance provenance) {
        this.oldest = oldest;
        this.trainedUntilMs = trainedUntilMs;
        this.mostOthers = mostOthers;
        this.provenance = provenance;
    }

    /** Empty if nobody asks; a baseline without event times has no age. */
    static Optional<Check> of(StalenessSettings settings, Baseline baseline, Provenance provenance) {
        OptionalLong trained = trainedUntilMs(baseline);
        Duration oldest = trained.isPresent() ? settings.model() : null;
        return oldest == null && settings.otherVersions() == null
                ? Optional.empty()
                : Optional.of(new ModelAgeCheck(oldest, trained.orElse(0), settings.otherVersions(), provenance));
    }

    /** End of the last window with training rows; empty if the baseline knows no times. */
    static OptionalLong trainedUntilMs(Baseline baseline) {
        return Arrays.stream(Source.values())
                .flatMap(source -> baseline.windows(source).stream())
                .filter(window -> window.count() > 0)
                .mapToLong(ReferenceWindow::endMs)
                .max();
    }

    @Override
    public List<Score> assess(Observation observation) {
        if (!observation.isWhole() || observation.events() == 0) {
            return List.of();
        }
        var scores = new ArrayList<Score>();
        if (oldest != null) {
            scores.add(ageOfTraining(observation, oldest));
        }
        if (mostOthers != null && !observation.profiles().isEmpty()) {
            scores.add(otherVersions(observation, mostOthers));
        }
        return scores;
    }

    private Score ageOfTraining(Observation observation, Duration limit) {
        double age = Math.max(0, observation.window().endMs() - trainedUntilMs) / SECOND_MS;
        return score(
                observation,
                "training-age-seconds",
                "from the end of the training data to the end of the window",
                Measurement.againstLimit(age, limit.toMillis() / SECOND_MS, observation.events()),
                "the training data of version " + observation.subject().version() + " end at "
                        + Instant.ofEpochMilli(trainedUntilMs));
    }

    private Score otherVersions(Observation observation, double limit) {
        long events = observation.events();
        long own = observation.profiles().get(0).count();
        return score(
                observation,
                "other-version-share",
                "share of the events of another version than the baseline's",
                Measurement.againstLimit((events - own) / (double) events, limit, events),
                (events - own) + " of " + events + " events are not of version "
                        + observation.subject().version() + ", whose baseline this is");
    }

    private Score score(
            Observation observation, String metric, String convention, Measurement measurement, String note) {
        return new Score(
                observation.subject(),
                observation.window(),
                StalenessCheck.NAME,
                metric,
                convention,
                null,
                measurement,
                List.of(),
                observation.evidence(),
                provenance,
                null,
                note);
    }
}
