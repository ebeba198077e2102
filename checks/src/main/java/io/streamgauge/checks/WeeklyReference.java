package io.streamgauge.checks;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.NullDistribution;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a feature looked like at each hour of the week: the reference windows that began at it, put together. An hour that training saw less
 * than {@value #FEWEST_WEEKS} times is not known.
 *
 * <p>How far windows are from their hour when nothing has moved is learnt from the reference windows, each held against the others of its
 * hour.
 */
final class WeeklyReference {
    private static final int FEWEST_WEEKS = 2;

    private final Map<Long, Hour> hours = new HashMap<>();
    private final NullDistribution law;

    /** What windows that begin at one hour of the week are compared with. */
    static final class Hour {
        private final Distance distance;
        private final Profile before;
        private @Nullable ToDoubleFunction<Profile> from;

        private Hour(Distance distance, Profile before) {
            this.distance = distance;
            this.before = before;
        }

        Profile before() {
            return before;
        }

        /** Prepared when it is first asked for: a week has many hours. */
        synchronized ToDoubleFunction<Profile> from() {
            ToDoubleFunction<Profile> prepared = from;
            if (prepared == null) {
                prepared = distance.from(before);
                from = prepared;
            }
            return prepared;
        }
    }

    private WeeklyReference(NullDistribution law) {
        this.law = law;
    }

    static WeeklyReference of(Reference reference, FeatureReference feature, Distance distance) {
        Map<Long, List<Profile>> byHour = byHour(reference, feature);
        List<Calibration.Pair> pairs = new ArrayList<>();
        byHour.values()
                .forEach(windows -> windows.forEach(window -> {
                    Profile others = merged(feature, windows, window);
                    if (window.count() > 0 && others.count() > 0) {
                        pairs.add(new Calibration.Pair(others, window));
                    }
                }));
        var weekly = new WeeklyReference(Calibration.fitPairs(distance, feature.total(), pairs));
        byHour.forEach((hour, windows) -> {
            Profile before = merged(feature, windows, null);
            if (windows.size() >= FEWEST_WEEKS && before.count() > 0) {
                weekly.hours.put(hour, new Hour(distance, before));
            }
        });
        return weekly;
    }

    /** In the order of time, so that the fit sees them in the same order everywhere. */
    private static Map<Long, List<Profile>> byHour(Reference reference, FeatureReference feature) {
        Map<Long, List<Profile>> byHour = new TreeMap<>();
        for (int i = 0; i < feature.windows().size(); i++) {
            long startMs = reference.volumes().get(i).startMs();
            Profile window = feature.windows().get(i);
            if (window.count() > 0) {
                byHour.computeIfAbsent(HourOfWeek.of(reference.windows(), startMs), first -> new ArrayList<>())
                        .add(window);
            }
        }
        return byHour;
    }

    private static Profile merged(FeatureReference feature, List<Profile> windows, @Nullable Profile without) {
        Profile merged = feature.total().layout().newProfile();
        windows.stream().filter(window -> window != without).forEach(merged::mergeFrom);
        return merged;
    }

    /** How distances from the hours vary when nothing moves. */
    NullDistribution law() {
        return law;
    }

    /** What a window is compared with; null if its hour is not known. */
    @Nullable
    Hour at(WindowSpec windows, long startMs) {
        return hours.get(HourOfWeek.of(windows, startMs));
    }
}
