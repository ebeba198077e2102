package io.streamgauge.checks;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Has the distribution of a feature moved away from the reference?
 *
 * <p>The value is the configured {@link Distance} between the baseline's profile and the window's. It is judged against two
 * things at once: the null distribution of that distance at the window's own n, whose dispersion is fitted on the baseline's
 * reference windows (real streams are autocorrelated, so that an independent-sample null fires far too often), and an effect
 * floor below which a shift does not matter however certain it is.
 *
 * <p>A slice is compared with the same slice of the baseline, by the law that was fitted for the feature over all events, at the
 * slice's own numbers of rows; one that the baseline does not know has no score. The law is that of all events since a slice has
 * too few rows in a reference window to fit its own; its degrees of freedom, one for each bin that all events fill, are then too
 * many rather than too few, so that the check of a slice errs on the side of silence.
 */
public final class DriftCheck implements Check {
    public static final String NAME = "drift";

    private final Reference reference;
    private final List<Watched> watched;
    private final Provenance provenance;

    private record Watched(int index, FeatureReference reference, CalibratedDistance calibrated) {}

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
            Reference reference, Function<String, DriftSettings> ofFeature, Provenance provenance) {
        // In parallel, since each calibration is a simulation of its own; the order stays that of the features.
        List<Watched> watched = IntStream.range(0, reference.features().size())
                .parallel()
                .filter(i -> reference.features().get(i).total().count() > 0) // else: nothing to compare with
                .filter(i -> !ofFeature
                        .apply(reference.features().get(i).schema().name())
                        .isSequential())
                .mapToObj(i -> watched(i, reference, ofFeature))
                .toList();
        return new DriftCheck(reference, watched, provenance);
    }

    private static Watched watched(int index, Reference reference, Function<String, DriftSettings> ofFeature) {
        FeatureReference feature = reference.features().get(index);
        DriftSettings own =
                ofFeature.apply(feature.schema().name()).fitting(feature.total().layout());
        return new Watched(
                index,
                feature,
                CalibratedDistance.fit(
                        own.distance(),
                        own.floor(),
                        own.falseAlarms(),
                        own.minimumRows(),
                        feature,
                        reference.windows()));
    }

    @Override
    public List<Score> assess(Observation observation) {
        var scores = new ArrayList<Score>();
        for (Watched feature : watched) {
            Profile before =
                    reference.total(feature.index(), observation.subject().slice());
            if (before != null && before.count() > 0) {
                scores.add(score(feature, before, observation));
            }
        }
        return scores;
    }

    private Score score(Watched feature, Profile before, Observation observation) {
        Profile current = observation.profiles().get(feature.index());
        FeatureSchema schema = feature.reference().schema();
        Distance distance = feature.calibrated().distance();
        boolean any = current.count() > 0;
        return new Score(
                observation.subject(),
                observation.window(),
                NAME,
                distance.name(),
                distance.convention(),
                schema.name(),
                feature.calibrated().measure(before, current),
                any ? Contributors.largest(before, current) : List.of(),
                observation.evidence(),
                provenance);
    }
}
