package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.schemas.yaml.Durations;
import io.streamgauge.statistics.profile.NumericProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How old were the values when they were used? The value is the 0.99-quantile of their ages in seconds, against a limit: it exceeds the limit if
 * more than one value in a hundred is older. Where the limit is an edge of {@link AgeField#GRID} that is exact, elsewhere the quantile is linear
 * inside its bin. Values without a time say nothing; fewer than {@value #FEWEST} with one give no verdict.
 */
public final class FreshnessCheck implements Check {
    private static final double QUANTILE = 0.99;
    private static final int FEWEST = 30;
    private static final double SECOND_MS = 1000;

    private final List<Limited> ages;
    private final Provenance provenance;

    /** An age and where its profile is. */
    private record Limited(int index, String of, Duration limit) {}

    private FreshnessCheck(List<Limited> ages, Provenance provenance) {
        this.ages = ages;
        this.provenance = provenance;
    }

    /**
     * Looks at the ages among the features of a source.
     *
     * @param features in the order of the profiles
     * @param limits by the name of what is so old; an age without one is not checked
     * @return empty if there is nothing to check
     */
    public static Optional<Check> of(
            List<FeatureBaseline> features, Map<String, Duration> limits, Provenance provenance) {
        var ages = new ArrayList<Limited>();
        for (int i = 0; i < features.size(); i++) {
            if (AgeField.isOne(features.get(i).schema())) {
                String of = AgeField.nameOf(features.get(i).schema());
                Duration limit = limits.get(of);
                if (limit != null) {
                    ages.add(new Limited(i, of, limit));
                }
            }
        }
        return ages.isEmpty() ? Optional.empty() : Optional.of(new FreshnessCheck(ages, provenance));
    }

    @Override
    public List<Score> assess(Observation observation) {
        var scores = new ArrayList<Score>();
        for (Limited age : ages) {
            var profile = (NumericProfile) observation.profiles().get(age.index());
            if (profile.finite() > 0) {
                scores.add(score(observation, age, profile));
            }
        }
        return scores;
    }

    private Score score(Observation observation, Limited age, NumericProfile profile) {
        double limit = age.limit().toMillis() / SECOND_MS;
        double oldest = profile.quantile(QUANTILE);
        return new Score(
                observation.subject(),
                observation.window(),
                StalenessCheck.NAME,
                "age-p99-seconds",
                "0.99-quantile of event time less the time that the value is of",
                age.of(),
                new Measurement(oldest, limit, null, null, null, null, profile.finite(), 0, profile.finite() >= FEWEST),
                List.of(),
                observation.evidence(),
                provenance,
                null,
                note(profile, limit, age.limit()));
    }

    private static String note(NumericProfile profile, double limit, Duration allowed) {
        String future = profile.underflow() == 0
                ? ""
                : String.format(Locale.ROOT, "; %d are of after their event", profile.underflow());
        return String.format(
                Locale.ROOT,
                "half are older than %s, %.1f %% older than %s%s",
                inSeconds(profile.quantile(0.5)),
                100.0 * beyond(profile, limit) / profile.finite(),
                Durations.format(allowed),
                future);
    }

    /** Values in bins that begin at the limit or behind it. */
    private static long beyond(NumericProfile profile, double limit) {
        long[] counts = profile.binCounts();
        long beyond = 0;
        for (int bin = 1; bin <= profile.layout().edgeCount(); bin++) {
            beyond += profile.layout().edge(bin - 1) >= limit ? counts[bin] : 0;
        }
        return beyond;
    }

    private static String inSeconds(double seconds) {
        return Durations.format(Duration.ofSeconds(Math.round(Math.max(0, seconds))));
    }
}
