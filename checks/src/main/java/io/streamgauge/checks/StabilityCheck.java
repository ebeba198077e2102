package io.streamgauge.checks;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a feature or a prediction got stuck, or run over?
 *
 * <ul>
 *   <li>{@code constant}: 1 if all values of the window are the same, else 0. Asked only where that means something: at training no
 *       value had more than half of the rows (a class that is nearly always the same has quiet hours), no window with enough rows
 *       had just one value, and by chance that many rows would have one with a probability of {@value #LARGEST_CHANCE} at most.
 *   <li>{@code overflow}: 1 if the smallest or the largest number lies at or beyond a limit of numbers of 32 or 64 bits (whole ones) or of
 *       single precision, and did not at training.
 * </ul>
 */
public final class StabilityCheck implements Check {
    private static final double LARGEST_CHANCE = 1e-6;
    private static final double LARGEST_SHARE = 0.5;
    private static final double LARGEST_INT = Integer.MAX_VALUE;
    private static final double LARGEST_UNSIGNED_INT = 0xFFFF_FFFFL;

    private final Reference reference;
    private final StabilitySettings settings;
    private final Provenance provenance;
    private final List<Watched> watched = new ArrayList<>();

    /**
     * One feature.
     *
     * @param usual in the baseline as a whole
     * @param hadConstantWindow whether a reference window with enough rows had just one value
     */
    private record Watched(int index, FeatureReference feature, Usual usual, boolean hadConstantWindow) {}

    /**
     * What is to know of the time before.
     *
     * @param mostFrequent largest share of a value; 0 if there are none
     * @param over null: not a number
     */
    private record Usual(
            boolean constant, double mostFrequent, @Nullable Boolean over) {
        static Usual of(Profile before) {
            long values = values(before);
            double most = Arrays.stream(valueBins(before)).max().orElse(0);
            return new Usual(
                    isConstant(before),
                    values == 0 ? 0 : most / values,
                    before instanceof NumericProfile numbers ? isOver(numbers) : null);
        }
    }

    StabilityCheck(Reference reference, StabilitySettings settings, Provenance provenance) {
        this.reference = reference;
        this.settings = settings;
        this.provenance = provenance;
        for (int i = 0; i < reference.features().size(); i++) {
            FeatureReference feature = reference.features().get(i);
            if (settings.stuck().test(feature.schema().name())) {
                boolean hadConstant = feature.windows().stream()
                        .anyMatch(window -> values(window) >= settings.minimumRows() && isConstant(window));
                watched.add(new Watched(i, feature, Usual.of(feature.total()), hadConstant));
            }
        }
    }

    @Override
    public List<Score> assess(Observation observation) {
        return EachFeature.of(watched)
                .<Score>mapMulti((feature, scores) -> addScores(observation, feature, scores))
                .toList();
    }

    private void addScores(Observation observation, Watched each, Consumer<Score> scores) {
        String slice = observation.subject().slice();
        Profile before = reference.total(each.index(), slice);
        if (before == null) {
            return;
        }
        Usual usual = slice.equals(Subject.ALL) ? each.usual() : Usual.of(before);
        Profile now = observation.profiles().get(each.index());
        scores.accept(score(observation, each.feature(), "constant", isConstant(now), saysConstant(each, usual, now)));
        if (now instanceof NumericProfile numbers && usual.over() != null) {
            boolean over = isOver(numbers) && !usual.over();
            scores.accept(score(observation, each.feature(), "overflow", over, numbers.finite() > 0));
        }
    }

    private Score score(
            Observation observation, FeatureReference feature, String metric, boolean found, boolean enoughData) {
        long n = observation.events();
        return new Score(
                observation.subject(),
                observation.window(),
                QualityCheck.NAME,
                metric,
                metric.equals("constant")
                        ? "1 if all values are the same, else 0"
                        : "1 at a limit of machine numbers, else 0",
                feature.schema().name(),
                new Measurement(
                        found ? 1 : 0,
                        0,
                        null,
                        null,
                        null,
                        null,
                        n,
                        feature.total().count(),
                        enoughData),
                List.of(),
                observation.evidence(),
                provenance);
    }

    private boolean saysConstant(Watched feature, Usual usual, Profile now) {
        long n = values(now);
        return n >= settings.minimumRows()
                && !usual.constant()
                && usual.mostFrequent() > 0
                && !feature.hadConstantWindow()
                && usual.mostFrequent() <= LARGEST_SHARE
                && Math.pow(usual.mostFrequent(), (double) n) <= LARGEST_CHANCE;
    }

    private static boolean isConstant(Profile profile) {
        if (profile instanceof NumericProfile numbers) {
            return numbers.finite() > 0 && numbers.finite() == values(numbers) && numbers.min() == numbers.max();
        }
        return values(profile) > 0 && ((CategoricalProfile) profile).distinct() == 1;
    }

    /** Rows that have a value of the right type. */
    private static long values(Profile profile) {
        return profile.count() - profile.missing() - profile.mistyped();
    }

    /** Bins of values; the last two of a layout are those of missing and mistyped rows. */
    private static long[] valueBins(Profile profile) {
        long[] counts = profile.binCounts();
        return Arrays.copyOf(counts, counts.length - 2);
    }

    private static boolean isOver(NumericProfile numbers) {
        return numbers.finite() > 0 && (isLimit(numbers.min()) || isLimit(numbers.max()));
    }

    private static boolean isLimit(double value) {
        double size = Math.abs(value);
        return size == LARGEST_INT
                || value == Integer.MIN_VALUE
                || value == LARGEST_UNSIGNED_INT
                || size == 0x1p63
                || value == 0x1p64
                || size >= Float.MAX_VALUE;
    }
}
