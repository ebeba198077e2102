package io.streamgauge.checks;

import io.streamgauge.statistics.distance.EntropyDrop;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Have the values of a feature stopped moving? The value is {@link EntropyDrop}, the share of the baseline's entropy that the window lacks, judged as drift is:
 * against a floor, and against how far the drop varies when nothing moved, by the baseline's reference windows. The floor is never below the largest drop of those windows: a month or
 * an hour of the day has one value in each, and has not stopped. With fewer than {@value #FEWEST_WINDOWS} that have enough rows a feature is not looked at.
 *
 * <p>Numbers that all moved elsewhere are in few bins, too, but have not stopped: where they spread no less than at training there is no verdict. Nor is there one for
 * a feature that had one value at training. Of the baseline's version and all events only: a slice has too few of its own to know how its entropy varies.
 */
final class EntropyCheck implements Check {
    private static final int FEWEST_WINDOWS = 5;

    private final List<Watched> watched;
    private final Provenance provenance;

    private record Watched(int index, FeatureReference feature, CalibratedDistance drop) {}

    private EntropyCheck(List<Watched> watched, Provenance provenance) {
        this.watched = watched;
        this.provenance = provenance;
    }

    /** Calibrates the check; the costly part, done once. */
    static EntropyCheck calibrated(
            Reference reference, EntropySettings settings, Provenance provenance, Calibrations calibrations) {
        List<FeatureReference> features = reference.features();
        List<Watched> watched = IntStream.range(0, features.size())
                .parallel()
                .filter(i -> EntropyDrop.bits(features.get(i).total()) > 0)
                .filter(i -> usable(features.get(i), settings).count() >= FEWEST_WINDOWS)
                .mapToObj(i -> new Watched(i, features.get(i), fit(reference, features.get(i), settings, calibrations)))
                .toList();
        return new EntropyCheck(watched, provenance);
    }

    private static CalibratedDistance fit(
            Reference reference, FeatureReference feature, EntropySettings settings, Calibrations calibrations) {
        var drop = new EntropyDrop();
        double largest = usable(feature, settings)
                .mapToDouble(window -> drop.between(feature.total(), window))
                .max()
                .orElse(0);
        return CalibratedDistance.of(
                drop,
                Math.max(settings.floor(), largest),
                settings.falseAlarms(),
                settings.minimumRows(),
                calibrations.of(reference, feature, drop),
                reference.windows());
    }

    private static Stream<Profile> usable(FeatureReference feature, EntropySettings settings) {
        return feature.windows().stream().filter(window -> EntropyDrop.rows(window) >= settings.minimumRows());
    }

    @Override
    public List<Score> assess(Observation observation) {
        return observation.isWhole()
                ? watched.stream().map(feature -> score(feature, observation)).toList()
                : List.of();
    }

    private Score score(Watched feature, Observation observation) {
        Profile before = feature.feature().total();
        Profile current = observation.profiles().get(feature.index());
        Measurement measured = feature.drop().measure(before, current);
        boolean says = measured.enoughData()
                && EntropyDrop.rows(current) >= feature.drop().minimumRows()
                && !spreadsAsBefore(before, current);
        return new Score(
                observation.subject(),
                observation.window(),
                StalenessCheck.NAME,
                EntropyDrop.NAME,
                feature.drop().distance().convention(),
                feature.feature().schema().name(),
                says ? measured : withoutVerdict(measured),
                says ? new Contributors(before, current) : List.of(),
                observation.evidence(),
                provenance,
                null,
                note(before, current));
    }

    private static Measurement withoutVerdict(Measurement m) {
        return new Measurement(
                m.value(),
                m.floor(),
                m.nullQuantile(),
                m.pValue(),
                m.level(),
                m.detectableEffect(),
                m.n(),
                m.nReference(),
                false);
    }

    private static boolean spreadsAsBefore(Profile before, Profile current) {
        return before instanceof NumericProfile usual
                && current instanceof NumericProfile now
                && now.variance() >= usual.variance();
    }

    private static String note(Profile before, Profile current) {
        String entropy = String.format(
                Locale.ROOT,
                "entropy %.2f bits, at training %.2f",
                EntropyDrop.bits(current),
                EntropyDrop.bits(before));
        return before instanceof NumericProfile usual && current instanceof NumericProfile now && now.finite() > 0
                ? entropy
                        + String.format(
                                Locale.ROOT,
                                "; standard deviation %.3g, at training %.3g",
                                Math.sqrt(now.variance()),
                                Math.sqrt(usual.variance()))
                : entropy;
    }
}
