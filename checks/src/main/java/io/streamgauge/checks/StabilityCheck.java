package io.streamgauge.checks;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    /** By feature: whether a reference window with enough rows had just one value. */
    private final boolean[] hadConstantWindow;

    StabilityCheck(Reference reference, StabilitySettings settings, Provenance provenance) {
        this.reference = reference;
        this.settings = settings;
        this.provenance = provenance;
        this.hadConstantWindow = new boolean[reference.features().size()];
        for (int i = 0; i < hadConstantWindow.length; i++) {
            hadConstantWindow[i] = reference.features().get(i).windows().stream()
                    .anyMatch(window -> values(window) >= settings.minimumRows() && isConstant(window));
        }
    }

    @Override
    public List<Score> assess(Observation observation) {
        var scores = new ArrayList<Score>();
        for (int i = 0; i < reference.features().size(); i++) {
            FeatureReference feature = reference.features().get(i);
            Profile now = observation.profiles().get(i);
            Profile before = reference.total(i, observation.subject().slice());
            if (settings.stuck().test(feature.schema().name()) && before != null) {
                scores.add(score(observation, feature, "constant", isConstant(now), saysConstant(i, before, now)));
                if (now instanceof NumericProfile numbers && before instanceof NumericProfile usual) {
                    boolean over = isOver(numbers) && !isOver(usual);
                    scores.add(score(observation, feature, "overflow", over, numbers.finite() > 0));
                }
            }
        }
        return scores;
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

    private boolean saysConstant(int feature, Profile before, Profile now) {
        long n = values(now);
        if (n < settings.minimumRows() || isConstant(before) || values(before) == 0 || hadConstantWindow[feature]) {
            return false;
        }
        double mostFrequent = (double) Arrays.stream(valueBins(before)).max().orElse(0) / values(before);
        return mostFrequent <= LARGEST_SHARE && Math.pow(mostFrequent, (double) n) <= LARGEST_CHANCE;
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
