package io.streamgauge.app.calibrate;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.inference.NullDistribution;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much does one feature vary while nothing is wrong, and what threshold keeps the budget?
 *
 * @param windows of the healthy range with enough events
 * @param rows median of their events
 * @param before threshold at that many rows by the baseline's own windows
 * @param after the same by the windows of the healthy range
 * @param heldOutBeyond windows beyond the threshold that the other weeks give; each week is held out once
 * @param heldOut how many windows were held out; 0 if the range has only one week
 * @param expectedBeyond of them by the budget
 * @param hourOfWeek change of the mean distance of held-out windows if the same hour of the other weeks is the reference, such as
 *     -0.4 for 40 % less; null with fewer than three weeks
 */
public record FeatureCalibration(
        Source source,
        String feature,
        String metric,
        int windows,
        long rows,
        double before,
        double after,
        int heldOutBeyond,
        int heldOut,
        double expectedBeyond,
        @Nullable Double hourOfWeek) {
    private static final long WEEK_MS = Duration.ofDays(7).toMillis();
    private static final int LEAST_WEEKS = 3;
    private static final double PAYS = -0.2;

    /**
     * What is measured on.
     *
     * @param sequential whether the check looks at all windows since a drift may have begun, whatever their hour
     */
    record Question(
            Source source,
            String feature,
            Distance distance,
            long minimumRows,
            Duration window,
            FalseAlarmBudget budget,
            boolean sequential) {
        double level() {
            return budget.levelPerWindow(window);
        }
    }

    /** @param reference the baseline's windows */
    static @Nullable FeatureCalibration of(
            Question question, Profile total, List<Profile> reference, Map<Long, Profile> healthy) {
        TreeMap<Long, Profile> usable = new TreeMap<>(healthy);
        usable.values().removeIf(profile -> profile.count() < question.minimumRows());
        if (usable.isEmpty() || total.count() == 0) {
            return null;
        }
        long[] sizes =
                usable.values().stream().mapToLong(Profile::count).sorted().toArray();
        long rows = sizes[sizes.length / 2];
        Distance distance = question.distance();
        var held = HeldOut.of(question, total, usable);
        return new FeatureCalibration(
                question.source(),
                question.feature(),
                distance.name(),
                usable.size(),
                rows,
                Calibration.fit(distance, total, reference).quantile(question.level(), rows),
                Calibration.fit(distance, total, List.copyOf(usable.values())).quantile(question.level(), rows),
                held.beyond(),
                held.windows(),
                held.windows() * question.level(),
                hourOfWeek(question, total, usable));
    }

    /** The windows of each week against what all others give. */
    private record HeldOut(int beyond, int windows) {
        static HeldOut of(Question question, Profile total, TreeMap<Long, Profile> usable) {
            int beyond = 0;
            int windows = 0;
            Map<Long, TreeMap<Long, Profile>> weeks = weeks(usable);
            for (TreeMap<Long, Profile> week : weeks.size() < 2 ? List.<TreeMap<Long, Profile>>of() : weeks.values()) {
                List<Profile> others = new ArrayList<>(usable.values());
                others.removeAll(week.values());
                NullDistribution fitted = Calibration.fit(question.distance(), total, others);
                for (Profile profile : week.values()) {
                    windows++;
                    double value = question.distance().between(total, profile);
                    beyond += value > fitted.quantile(question.level(), profile.count()) ? 1 : 0;
                }
            }
            return new HeldOut(beyond, windows);
        }
    }

    private static Map<Long, TreeMap<Long, Profile>> weeks(TreeMap<Long, Profile> windows) {
        Map<Long, TreeMap<Long, Profile>> weeks = new LinkedHashMap<>();
        long firstMs = windows.firstKey();
        windows.forEach(
                (startMs, profile) -> weeks.computeIfAbsent((startMs - firstMs) / WEEK_MS, absent -> new TreeMap<>())
                        .put(startMs, profile));
        return weeks;
    }

    /** Windows of the same hour of the week in the other weeks, against the total; only windows for which both exist count. */
    private static @Nullable Double hourOfWeek(Question question, Profile total, TreeMap<Long, Profile> usable) {
        if (question.sequential() || weeks(usable).size() < LEAST_WEEKS) {
            return null;
        }
        double plain = 0;
        double seasonal = 0;
        for (Map.Entry<Long, Profile> window : usable.entrySet()) {
            Profile sameHour = sameHour(window.getKey(), usable, total);
            if (sameHour.count() >= question.minimumRows()) {
                plain += question.distance().between(total, window.getValue());
                seasonal += question.distance().between(sameHour, window.getValue());
            }
        }
        return plain == 0 ? null : seasonal / plain - 1;
    }

    private static Profile sameHour(long startMs, TreeMap<Long, Profile> usable, Profile total) {
        Profile merged = total.layout().newProfile();
        var keys = new TreeSet<>(usable.keySet());
        for (long other = startMs - (startMs - keys.first()) / WEEK_MS * WEEK_MS;
                other <= keys.last();
                other += WEEK_MS) {
            Profile profile = usable.get(other);
            if (other != startMs && profile != null) {
                merged.mergeFrom(profile);
            }
        }
        return merged;
    }

    /** Whether a reference by the hour of the week would make held-out windows look calmer by a fifth or more. */
    public boolean hourOfWeekPays() {
        return hourOfWeek != null && hourOfWeek <= PAYS;
    }

    /** Whether clearly more healthy windows are beyond the threshold of the other weeks than the budget allows. */
    public boolean isUnsteady() {
        return heldOutBeyond > expectedBeyond + 3 * Math.sqrt(Math.max(1, expectedBeyond));
    }

    static Collection<FeatureCalibration> unsteady(Collection<FeatureCalibration> all) {
        return all.stream().filter(FeatureCalibration::isUnsteady).toList();
    }
}
