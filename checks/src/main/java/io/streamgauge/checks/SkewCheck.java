package io.streamgauge.checks;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.FeatureSkew;
import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Outcome;
import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.PairSample.RowPlace;
import io.streamgauge.checks.valueskew.SideCounts;
import io.streamgauge.checks.valueskew.ValueSkew;
import io.streamgauge.checks.valueskew.diagnosis.BugKind;
import io.streamgauge.checks.valueskew.diagnosis.Diagnoses;
import io.streamgauge.statistics.inference.ShareNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does serving see the values that training has? For each feature the share of pairs that differ, for each side the share of rows
 * without a counterpart, and how far apart the rows of a pair are.
 *
 * <p>The share of differing pairs is held against the allowed one, and against what that one gives by chance in so many pairs. What
 * could not be seen is told by the upper bound of Clopper and Pearson at 95 %: above the allowed share the verdict is not steady.
 */
public final class SkewCheck {
    public static final String NAME = "skew";

    /** Probability that a window with just the allowed share of differing pairs exceeds the threshold. */
    private static final double LEVEL = 0.001;

    /** Of a sensitive feature, whose values are told to nobody. */
    private static final String SOME_DEFAULT = "one side has one value in place of many, or of none";

    private static final long FINE = 1_000_000_000;
    private static final int MOST_EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 40;

    private final SkewSettings settings;
    private final double timeToLiveSeconds;
    private final Provenance provenance;

    public SkewCheck(SkewSettings settings, double timeToLiveSeconds, Provenance provenance) {
        this.settings = settings;
        this.timeToLiveSeconds = timeToLiveSeconds;
        this.provenance = provenance;
    }

    public List<Score> assess(PairedWindow window) {
        List<Score> scores = new ArrayList<>();
        Map<String, FeatureSkew> sampled = sampled(window.samples());
        for (int i = 0; i < settings.features().size(); i++) {
            scores.add(rate(window, i, sampled.get(settings.features().get(i))));
        }
        scores.add(unmatched(window, "unmatched-serving-share", window.serving()));
        scores.add(unmatched(window, "unmatched-training-share", window.training()));
        scores.add(latency(window));
        return scores;
    }

    /** The same code that compares files looks at the sample. */
    private Map<String, FeatureSkew> sampled(List<PairSample> samples) {
        var skew = new ValueSkew(settings.features(), this::comparison);
        samples.forEach(pair -> skew.add(pair.base().values(), pair.test().values()));
        Map<String, FeatureSkew> byFeature = new HashMap<>();
        skew.features().forEach(feature -> byFeature.put(feature.feature(), feature));
        return byFeature;
    }

    private Comparison comparison(String feature) {
        return settings.comparisons().getOrDefault(feature, Comparison.EXACT);
    }

    private Score rate(PairedWindow window, int index, @Nullable FeatureSkew sampled) {
        String feature = settings.features().get(index);
        FeatureCounts counts = window.counts().get(index);
        long n = counts.compared();
        Double byChance = n == 0 ? null : new ShareNull(Math.round(settings.rate() * FINE), FINE).quantile(LEVEL, n);
        var measurement = new Measurement(
                counts.rate(),
                settings.rate(),
                byChance,
                null,
                null,
                counts.upperBound(),
                n,
                0,
                n >= settings.minimumRows());
        List<PairSample> examples = examples(window.samples(), index);
        return score(
                window,
                "value-skew-rate",
                "pairs with two different values, or with one only / pairs with a value",
                feature,
                measurement,
                examples.stream()
                        .flatMap(pair -> Stream.of(range(pair.serving()), range(pair.training())))
                        .toList(),
                counts.differing() == 0 ? null : note(feature, index, counts, sampled, examples));
    }

    private List<PairSample> examples(List<PairSample> samples, int index) {
        Comparison comparison = comparison(settings.features().get(index));
        return samples.stream()
                .filter(pair -> differs(pair, index, comparison))
                .limit(MOST_EXAMPLES)
                .toList();
    }

    private static boolean differs(PairSample pair, int index, Comparison comparison) {
        return switch (Outcome.of(pair.base().values()[index], pair.test().values()[index], comparison)) {
            case MISMATCH, BASE_ONLY, TEST_ONLY -> true;
            case NOTHING, MATCH, BOTH_EMPTY -> false;
        };
    }

    private static OffsetRange range(RowPlace place) {
        return new OffsetRange(place.topic(), place.partition(), place.offset(), place.offset());
    }

    private @Nullable String note(
            String feature, int index, FeatureCounts counts, @Nullable FeatureSkew sampled, List<PairSample> examples) {
        List<String> parts = new ArrayList<>();
        boolean sensitive = settings.sensitive().contains(feature);
        if (sampled != null) {
            Diagnoses.of(new FeatureSkew(feature, counts, sampled.evidence())).stream()
                    .map(each -> sensitive && each.kind() == BugKind.DEFAULT_VALUE ? SOME_DEFAULT : each.words())
                    .forEach(parts::add);
        }
        if (!examples.isEmpty() && !sensitive) {
            PairSample first = examples.get(0);
            var values = Mismatch.of(first.base().values()[index], first.test().values()[index]);
            parts.add("for example '%s' at serving, '%s' in training"
                    .formatted(
                            shortened(values.test().text()),
                            shortened(values.base().text())));
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE - 3) + "...";
    }

    private Score unmatched(PairedWindow window, String metric, SideCounts side) {
        long n = window.pairs() + side.unmatched() + side.ambiguous();
        double share = n == 0 ? 0 : (double) side.unmatched() / n;
        var measurement =
                new Measurement(share, settings.unmatched(), null, null, null, null, n, 0, n >= settings.minimumRows());
        String convention = "rows whose identifier the other side lacks within the time-to-live / rows";
        return score(window, metric, convention, null, measurement, List.of(), null);
    }

    private Score latency(PairedWindow window) {
        long rank = (window.pairs() * 99 + 99) / 100;
        long seen = 0;
        int exponent = 0;
        for (int k = 0; k < window.latencies().size() && seen < rank; k++) {
            seen += window.latencies().get(k);
            exponent = k;
        }
        double seconds = exponent == 0 ? 0 : Math.min(timeToLiveSeconds, (1L << exponent) / 1000.0);
        return score(
                window,
                "match-latency-seconds",
                "99th percentile of the time between the rows of a pair, event time, rounded up to a power of two ms",
                null,
                Measurement.againstLimit(seconds, timeToLiveSeconds, window.pairs()),
                List.of(),
                null);
    }

    private Score score(
            PairedWindow window,
            String metric,
            String convention,
            @Nullable String feature,
            Measurement measurement,
            List<OffsetRange> evidence,
            @Nullable String note) {
        return new Score(
                window.subject(),
                window.window(),
                NAME,
                metric,
                convention,
                feature,
                measurement,
                List.of(),
                evidence,
                provenance,
                null,
                note);
    }
}
