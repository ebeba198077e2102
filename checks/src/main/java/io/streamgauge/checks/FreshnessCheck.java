package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.schemas.yaml.Durations;
import io.streamgauge.statistics.profile.NumericProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How old were the values when they were used? The value is the 0.99-quantile of their ages in seconds, against a limit: it exceeds the limit if
 * more than one value in a hundred is older. Where the limit is an edge of {@link AgeField#GRID} that is exact, elsewhere the quantile is linear
 * inside its bin. Where the limit is learnt from the baseline ({@link LearnedAge}), so is one for the median. Values without a time say nothing; fewer
 * than {@value LearnedAge#FEWEST} with one give no verdict, and neither does a baseline that does not know their ages.
 */
public final class FreshnessCheck implements Check {
    private static final double OLDEST = 0.99;
    private static final double MEDIAN = 0.5;
    private static final double SECOND_MS = 1000;

    private final List<Limited> ages;
    private final Provenance provenance;

    /**
     * An age and where its profile is.
     *
     * @param atMost null: it is learnt
     * @param usual null: it is not learnt, or nothing is known
     */
    private record Limited(
            int index,
            String of,
            @Nullable Duration atMost,
            @Nullable LearnedAge usual) {}

    private FreshnessCheck(List<Limited> ages, Provenance provenance) {
        this.ages = ages;
        this.provenance = provenance;
    }

    /**
     * Looks at the ages among the features of a source.
     *
     * @param baseline its features are in the order of the profiles
     * @param limits by the name of what is so old; an age without one is not checked
     * @return empty if there is nothing to check
     */
    public static Optional<Check> of(
            Baseline baseline,
            Source source,
            WindowSpec windows,
            Map<String, AgeSettings> limits,
            Provenance provenance) {
        var ages = new ArrayList<Limited>();
        List<FeatureBaseline> features = baseline.features(source);
        for (int i = 0; i < features.size(); i++) {
            if (AgeField.isOne(features.get(i).schema())) {
                String of = AgeField.nameOf(features.get(i).schema());
                AgeSettings limit = limits.get(of);
                if (limit != null) {
                    LearnedAge usual = limit.atMost() != null
                            ? null
                            : LearnedAge.of(baseline, source, of, windows, limit.falseAlarms());
                    ages.add(new Limited(i, of, limit.atMost(), usual));
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
                if (age.atMost() == null) {
                    scores.add(score(observation, age, profile, MEDIAN));
                }
                scores.add(score(observation, age, profile, OLDEST));
            }
        }
        return scores;
    }

    private Score score(Observation observation, Limited age, NumericProfile profile, double quantile) {
        double value = profile.quantile(quantile);
        LearnedAge usual = age.usual();
        double limit = age.atMost() != null
                ? age.atMost().toMillis() / SECOND_MS
                : usual != null ? usual.limit(quantile) : value;
        boolean says = profile.finite() >= LearnedAge.FEWEST && (age.atMost() != null || usual != null);
        return new Score(
                observation.subject(),
                observation.window(),
                StalenessCheck.NAME,
                quantile == MEDIAN ? "age-p50-seconds" : "age-p99-seconds",
                "%s-quantile of event time less the time that the value is of".formatted(quantile),
                age.of(),
                new Measurement(
                        value, limit, null, null, null, null, profile.finite(), usual == null ? 0 : usual.rows(), says),
                List.of(),
                observation.evidence(),
                provenance,
                null,
                note(age, profile, limit));
    }

    private static String note(Limited age, NumericProfile profile, double limit) {
        String future = profile.underflow() == 0
                ? ""
                : String.format(Locale.ROOT, "; %d are of after their event", profile.underflow());
        String half = "half are older than " + inSeconds(profile.quantile(MEDIAN));
        LearnedAge usual = age.usual();
        if (age.atMost() != null) {
            return half
                    + String.format(
                            Locale.ROOT,
                            ", %.1f %% older than %s%s",
                            100.0 * beyond(profile, limit) / profile.finite(),
                            Durations.format(age.atMost()),
                            future);
        }
        String oldest = ", one in a hundred than " + inSeconds(profile.quantile(OLDEST));
        return usual == null
                ? half + oldest + "; the baseline does not know how old they were" + future
                : half + oldest + "; at training " + inSeconds(usual.quantile(MEDIAN)) + " and "
                        + inSeconds(usual.quantile(OLDEST)) + future;
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
