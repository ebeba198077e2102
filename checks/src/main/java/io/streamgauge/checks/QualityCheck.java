package io.streamgauge.checks;

import io.streamgauge.statistics.inference.ShareNull;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Are the values usable? For each feature the shares of missing, mistyped, non-finite, out-of-range and unseen values; for the
 * source the share of rejected records.
 *
 * <p>A share is judged against the baseline's own share plus the tolerated excess, and against the binomial null at the window's
 * n, so that one odd value in a night with forty events is no alarm. A slice is held against the same slice of the baseline, or
 * against the baseline as a whole if that does not know the slice.
 */
public final class QualityCheck implements Check {
    public static final String NAME = "quality";

    private final Reference reference;
    private final QualitySettings settings;
    private final Function<String, QualitySettings> ofFeature;
    private final Provenance provenance;

    /** @param ofFeature settings by feature name; {@code settings} hold for the source as a whole */
    QualityCheck(
            Reference reference,
            QualitySettings settings,
            Function<String, QualitySettings> ofFeature,
            Provenance provenance) {
        this.reference = reference;
        this.settings = settings;
        this.ofFeature = ofFeature;
        this.provenance = provenance;
    }

    @Override
    public List<Score> assess(Observation observation) {
        var scores = new ArrayList<Score>();
        for (int i = 0; i < reference.features().size(); i++) {
            FeatureReference feature = reference.features().get(i);
            QualitySettings own = ofFeature.apply(feature.schema().name());
            for (QualityMetric metric : QualityMetric.values()) {
                Double tolerated = own.tolerated().get(metric);
                if (tolerated != null && metric.appliesTo(feature.total())) {
                    scores.add(share(observation, i, metric, own, tolerated));
                }
            }
        }
        if (observation.traffic() != null) {
            scores.add(rejectedShare(observation, observation.traffic()));
        }
        return scores;
    }

    private Score share(
            Observation observation, int index, QualityMetric metric, QualitySettings own, double tolerated) {
        FeatureReference feature = reference.features().get(index);
        Profile now = observation.profiles().get(index);
        Profile known = reference.total(index, observation.subject().slice());
        Profile usually = known == null ? feature.total() : known;
        long before = metric.countIn(usually);
        long referenceRows = usually.count();
        double usual = referenceRows == 0 ? 0 : (double) before / referenceRows;
        Measurement measurement =
                measure(metric.countIn(now), now.count(), usual + tolerated, new ShareNull(before, referenceRows), own);
        return score(
                observation,
                metric.metric(),
                "share of the feature's rows",
                feature.schema().name(),
                measurement);
    }

    /** Late records are no ground for rejection, so the share is among the records that could have been profiled. */
    private Score rejectedShare(Observation observation, Traffic traffic) {
        long n = traffic.rejected() + traffic.profiled();
        double value = n == 0 ? 0 : (double) traffic.rejected() / n;
        var measurement =
                new Measurement(value, settings.rejected(), null, null, null, null, n, 0, n >= settings.minimumRows());
        return score(observation, "rejected-share", "rejected / (rejected + profiled)", null, measurement);
    }

    private Measurement measure(long count, long n, double floor, ShareNull usual, QualitySettings own) {
        double level = own.falseAlarms().levelPerWindow(reference.windows().advance());
        double value = n == 0 ? 0 : (double) count / n;
        return new Measurement(
                value,
                floor,
                n == 0 ? null : usual.quantile(level, n),
                n == 0 ? null : usual.pValue(count, n),
                level,
                null,
                n,
                usual.nReference(),
                n >= own.minimumRows());
    }

    private Score score(
            Observation observation,
            String metric,
            String convention,
            @Nullable String feature,
            Measurement measurement) {
        return new Score(
                observation.subject(),
                observation.window(),
                NAME,
                metric,
                convention,
                feature,
                measurement,
                List.of(),
                observation.evidence(),
                provenance);
    }
}
