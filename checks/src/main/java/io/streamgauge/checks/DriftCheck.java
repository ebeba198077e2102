package io.streamgauge.checks;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Has the distribution of a feature moved away from the reference?
 *
 * <p>The value is the configured {@link Distance} between the baseline's profile and the window's. It is judged against two
 * things at once: the null distribution of that distance at the window's own n, whose dispersion is fitted on the baseline's
 * reference windows (real streams are autocorrelated, so that an independent-sample null fires far too often), and an effect
 * floor below which a shift does not matter however certain it is.
 *
 * <p>Where the week has a rhythm a feature may be compared with the training windows of the same hour of the week, see
 * {@link WeeklyReference}; an hour that training does not know is compared with all of it.
 *
 * <p>A slice is compared with the same slice of the baseline, by the law that was fitted for the feature over all events, at the
 * slice's own numbers of rows; one that the baseline does not know has no score. The law is that of all events since a slice has
 * too few rows in a reference window to fit its own; its degrees of freedom, one for each bin that all events fill, are then too
 * many rather than too few, so that the check of a slice mostly errs on the side of silence ({@code calibration.md} has figures).
 */
public final class DriftCheck implements Check {
    public static final String NAME = "drift";

    private static final String BY_HOUR_OF_WEEK = ",reference=hour-of-week";

    private final Reference reference;
    private final List<Watched> watched;
    private final Provenance provenance;

    /** @param from the distance from what the feature looked like in each slice that had rows then */
    private record Watched(
            int index,
            FeatureReference reference,
            CalibratedDistance drift,
            Map<String, ToDoubleFunction<Profile>> from,
            @Nullable Weekly weekly) {}

    private record Weekly(WeeklyReference reference, CalibratedDistance drift) {}

    /** What a window is compared with, and how. */
    private record Comparison(
            Profile before, ToDoubleFunction<Profile> from, CalibratedDistance drift, String convention) {
        Measurement measure(Profile current) {
            return current.count() == 0
                    ? drift.ofNothing(before)
                    : drift.measured(from.applyAsDouble(current), before, current);
        }
    }

    private DriftCheck(Reference reference, List<Watched> watched, Provenance provenance) {
        this.reference = reference;
        this.watched = List.copyOf(watched);
        this.provenance = provenance;
    }

    /**
     * Calibrates the check; the costly part, done once.
     *
     * @param ofFeature settings by feature name
     */
    static DriftCheck calibrated(
            Reference reference,
            Function<String, DriftSettings> ofFeature,
            Provenance provenance,
            Calibrations calibrations) {
        // In parallel, since each calibration is a simulation of its own; the order stays that of the features.
        List<Watched> watched = IntStream.range(0, reference.features().size())
                .parallel()
                .filter(i -> reference.features().get(i).total().count() > 0) // else: nothing to compare with
                .filter(i -> !ofFeature
                        .apply(reference.features().get(i).schema().name())
                        .isSequential())
                .mapToObj(i -> watched(i, reference, ofFeature, calibrations))
                .toList();
        return new DriftCheck(reference, watched, provenance);
    }

    private static Watched watched(
            int index, Reference reference, Function<String, DriftSettings> ofFeature, Calibrations calibrations) {
        FeatureReference feature = reference.features().get(index);
        DriftSettings own =
                ofFeature.apply(feature.schema().name()).fitting(feature.total().layout());
        Distance distance = own.distance();
        var drift = CalibratedDistance.of(
                distance,
                own.floor(),
                own.falseAlarms(),
                own.minimumRows(),
                calibrations.of(reference, feature, distance),
                reference.windows());
        return new Watched(
                index,
                feature,
                drift,
                distances(distance, index, reference),
                own.byHourOfWeek() ? weekly(WeeklyReference.of(reference, feature, distance), drift) : null);
    }

    private static Weekly weekly(WeeklyReference weekly, CalibratedDistance drift) {
        return new Weekly(weekly, drift.by(weekly.law()));
    }

    private static Map<String, ToDoubleFunction<Profile>> distances(Distance distance, int index, Reference reference) {
        Map<String, ToDoubleFunction<Profile>> from = new HashMap<>();
        from.put(Subject.ALL, distance.from(reference.features().get(index).total()));
        reference.slices().forEach((slice, totals) -> {
            if (totals.get(index).count() > 0) {
                from.put(slice, distance.from(totals.get(index)));
            }
        });
        return from;
    }

    @Override
    public List<Score> assess(Observation observation) {
        return EachFeature.of(watched)
                .<Score>mapMulti((feature, scores) -> {
                    Comparison comparison = comparison(feature, observation);
                    if (comparison != null) {
                        scores.accept(score(feature, comparison, observation));
                    }
                })
                .toList();
    }

    private @Nullable Comparison comparison(Watched feature, Observation observation) {
        String slice = observation.subject().slice();
        Distance distance = feature.drift().distance();
        Weekly weekly = feature.weekly();
        WeeklyReference.Hour hour = weekly == null || !slice.equals(Subject.ALL)
                ? null
                : weekly.reference()
                        .at(reference.windows(), observation.window().startMs());
        if (weekly != null && hour != null) {
            return new Comparison(hour.before(), hour.from(), weekly.drift(), distance.convention() + BY_HOUR_OF_WEEK);
        }
        Profile before = reference.total(feature.index(), slice);
        ToDoubleFunction<Profile> from = feature.from().get(slice);
        return before == null || from == null
                ? null
                : new Comparison(before, from, feature.drift(), distance.convention());
    }

    private Score score(Watched feature, Comparison comparison, Observation observation) {
        Profile current = observation.profiles().get(feature.index());
        FeatureSchema schema = feature.reference().schema();
        boolean any = current.count() > 0;
        return new Score(
                observation.subject(),
                observation.window(),
                NAME,
                feature.drift().distance().name(),
                comparison.convention(),
                schema.name(),
                comparison.measure(current),
                any ? new Contributors(comparison.before(), current) : List.of(),
                observation.evidence(),
                provenance);
    }
}
