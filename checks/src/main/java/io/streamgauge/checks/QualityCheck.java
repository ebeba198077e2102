package io.streamgauge.checks;

import io.streamgauge.statistics.inference.ShareNull;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final List<Watched> watched = new ArrayList<>();
    private final Provenance provenance;

    /** The shares that are asked about one feature, with the level at which one may exceed the tolerated one by chance. */
    private record Watched(int index, List<Share> shares, double level, long minimumRows) {}

    /** @param usual in the baseline as a whole */
    private record Share(QualityMetric metric, double tolerated, ShareNull usual) {}

    /** Mostly the same for many shares of a window, as most things never happen; and dear. */
    private record Asked(ShareNull usual, double level, long n) {
        double quantile() {
            return usual.quantile(level, n);
        }
    }

    /** @param ofFeature settings by feature name; {@code settings} hold for the source as a whole */
    QualityCheck(
            Reference reference,
            QualitySettings settings,
            Function<String, QualitySettings> ofFeature,
            Provenance provenance) {
        this.reference = reference;
        this.settings = settings;
        this.provenance = provenance;
        for (int i = 0; i < reference.features().size(); i++) {
            FeatureReference feature = reference.features().get(i);
            QualitySettings own = ofFeature.apply(feature.schema().name());
            var shares = new ArrayList<Share>();
            for (QualityMetric metric : QualityMetric.values()) {
                Double tolerated = own.tolerated().get(metric);
                if (tolerated != null && metric.appliesTo(feature.total())) {
                    shares.add(new Share(metric, tolerated, usual(metric, feature.total())));
                }
            }
            double level = own.falseAlarms().levelPerWindow(reference.windows().advance());
            watched.add(new Watched(i, shares, level, own.minimumRows()));
        }
    }

    @Override
    public List<Score> assess(Observation observation) {
        var quantiles = new ConcurrentHashMap<Asked, Double>();
        List<Score> scores = EachFeature.of(watched)
                .<Score>mapMulti((feature, out) -> addShares(observation, feature, quantiles, out))
                .collect(Collectors.toCollection(ArrayList::new));
        if (observation.traffic() != null) {
            scores.add(rejectedShare(observation, observation.traffic()));
        }
        return scores;
    }

    private static ShareNull usual(QualityMetric metric, Profile before) {
        return new ShareNull(metric.countIn(before), before.count());
    }

    private void addShares(
            Observation observation, Watched feature, Map<Asked, Double> quantiles, Consumer<Score> scores) {
        String slice = observation.subject().slice();
        Profile own = slice.equals(Subject.ALL) ? null : reference.total(feature.index(), slice);
        Profile now = observation.profiles().get(feature.index());
        long n = now.count();
        for (Share share : feature.shares()) {
            ShareNull usual = own == null ? share.usual() : usual(share.metric(), own);
            long count = share.metric().countIn(now);
            var measurement = new Measurement(
                    n == 0 ? 0 : (double) count / n,
                    usually(usual) + share.tolerated(),
                    n == 0 ? null : quantiles.computeIfAbsent(new Asked(usual, feature.level(), n), Asked::quantile),
                    n == 0 ? null : usual.pValue(count, n),
                    feature.level(),
                    null,
                    n,
                    usual.nReference(),
                    n >= feature.minimumRows());
            scores.accept(score(
                    observation,
                    share.metric().metric(),
                    "share of the feature's rows",
                    reference.features().get(feature.index()).schema().name(),
                    measurement));
        }
    }

    private static double usually(ShareNull usual) {
        return usual.nReference() == 0 ? 0 : (double) usual.reference() / usual.nReference();
    }

    /** Late records are no ground for rejection, so the share is among the records that could have been profiled. */
    private Score rejectedShare(Observation observation, Traffic traffic) {
        long n = traffic.rejected() + traffic.profiled();
        double value = n == 0 ? 0 : (double) traffic.rejected() / n;
        var measurement =
                new Measurement(value, settings.rejected(), null, null, null, null, n, 0, n >= settings.minimumRows());
        return score(observation, "rejected-share", "rejected / (rejected + profiled)", null, measurement);
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
