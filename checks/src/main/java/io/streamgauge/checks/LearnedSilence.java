package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.profile.Occupancy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Silence is unusual when more was missed in it than in any silence of the training data.
 *
 * <p>Silence is measured in its own time, which runs fast where events are frequent and stands still where there are none: a slot of the training data's
 * windows (a minute, where they know it) that falls into hour {@code h} of the week adds {@code -ln(1 - b / (n + 1))}, where {@code b} of the {@code n} slots of
 * that hour had events. In that time the gaps of a stream without memory are alike at all hours, exponential with mean 1 (the
 * time-rescaling theorem; Brown et al. 2002, doi:10.1162/08997660252741149). So a night without flights weighs nothing, and a quarter of an hour
 * at noon much.
 *
 * <p>The limit is the larger of two: {@value #MARGIN} times the longest gap of the training data, or the next one if the budget of false alarms
 * gives so much training data an alarm or more; and {@code -ln(level)}, with the budget's level for a slot. The first makes room for
 * streams that come in bursts, the second for those without any gap.
 *
 * <p>Of two weeks or more the hours of the week are told apart, of two days or more the hours of the day, else none. Times are those of a zone.
 */
final class LearnedSilence implements SilenceLimit {
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    /** Every hour of every zone begins at a multiple of it. */
    private static final long STEP_MS = Duration.ofMinutes(15).toMillis();

    private static final long LONGEST_MS = Duration.ofDays(14).toMillis();
    private static final int HOURS_OF_WEEK = 168;
    private static final int HOURS_OF_DAY = 24;
    private static final double MARGIN = 1.5;

    private final @Nullable ZoneId zone;
    private final int hours;
    private final long slotMs;
    /** By hour, for each millisecond. */
    private final double[] pace;

    private final double most;

    private LearnedSilence(
            List<ReferenceWindow> windows, long slotMs, @Nullable ZoneId zone, FalseAlarmBudget falseAlarms) {
        long spanMs = windows.get(windows.size() - 1).endMs() - windows.get(0).startMs();
        this.zone = zone;
        this.slotMs = slotMs;
        this.hours = spanMs >= LONGEST_MS
                ? HOURS_OF_WEEK
                : spanMs >= Duration.ofDays(2).toMillis() ? HOURS_OF_DAY : 1;
        this.pace = pace(windows);
        double level = falseAlarms.levelPerWindow(Duration.ofMillis(slotMs));
        double allowed = falseAlarms.alarms() * spanMs / falseAlarms.period().toMillis();
        this.most = Math.max(MARGIN * longestGap(windows, (int) allowed), -Math.log(level));
    }

    /**
     * What the windows of the training data say; null if there are none, or if none had events.
     *
     * @param windows adjacent, in the order of time
     * @param zone null: UTC
     */
    static @Nullable LearnedSilence of(
            List<ReferenceWindow> windows, @Nullable ZoneId zone, FalseAlarmBudget falseAlarms) {
        if (windows.stream().allMatch(window -> window.count() == 0)) {
            return null;
        }
        ReferenceWindow first = windows.get(0);
        long windowMs = first.endMs() - first.startMs();
        boolean known = windows.stream()
                .allMatch(window -> window.count() == 0 || !window.busy().isEmpty());
        return new LearnedSilence(windows, known ? Occupancy.slotMs(windowMs) : windowMs, zone, falseAlarms);
    }

    private double[] pace(List<ReferenceWindow> windows) {
        var observed = new long[hours];
        var busy = new long[hours];
        eachSlot(windows, (startMs, isBusy) -> {
            for (long ms = startMs; ms < startMs + slotMs; ms += STEP_MS) {
                int hour = hour(ms);
                observed[hour]++;
                busy[hour] += isBusy ? 1 : 0;
            }
        });
        var paces = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            paces[hour] = -Math.log1p(-busy[hour] / (observed[hour] + 1.0)) / slotMs;
        }
        return paces;
    }

    /** The longest gap after so many longer ones. */
    private double longestGap(List<ReferenceWindow> windows, int passedOver) {
        var gaps = new ArrayList<Double>();
        var endOfLast = new long[] {Long.MIN_VALUE};
        eachSlot(windows, (startMs, isBusy) -> {
            if (isBusy) {
                if (endOfLast[0] != Long.MIN_VALUE && startMs > endOfLast[0]) {
                    gaps.add(between(endOfLast[0], startMs));
                }
                endOfLast[0] = startMs + slotMs;
            }
        });
        gaps.sort(Comparator.reverseOrder());
        return passedOver < gaps.size() ? gaps.get(passedOver) : 0;
    }

    private void eachSlot(List<ReferenceWindow> windows, BiConsumer<Long, Boolean> look) {
        for (ReferenceWindow window : windows) {
            boolean whole = window.endMs() - window.startMs() == slotMs;
            BitSet slots = window.busy().slots();
            int slot = 0;
            for (long startMs = window.startMs(); startMs < window.endMs(); startMs += slotMs) {
                look.accept(startMs, whole ? window.count() > 0 : slots.get(slot));
                slot++;
            }
        }
    }

    @Override
    public double weigh(long fromMs, long toMs) {
        return between(endOfSlot(fromMs), toMs) / most;
    }

    @Override
    public long longestMs(long fromMs) {
        long ms = endOfSlot(fromMs);
        double passed = 0;
        while (ms - fromMs < LONGEST_MS) {
            long nextMs = Math.floorDiv(ms, STEP_MS) * STEP_MS + STEP_MS;
            double here = pace[hour(ms)];
            if (passed + here * (nextMs - ms) > most) {
                return ms + (long) ((most - passed) / here) - fromMs;
            }
            passed += here * (nextMs - ms);
            ms = nextMs;
        }
        return FOR_EVER_MS;
    }

    @Override
    public String basis() {
        return "usual at this time";
    }

    /** Gaps of the training data begin where slots do. */
    private long endOfSlot(long timeMs) {
        return Math.floorDiv(timeMs, slotMs) * slotMs + slotMs;
    }

    /** How much of its own time passes; at most what two weeks hold. */
    private double between(long fromMs, long toMs) {
        double passed = 0;
        long endMs = Math.min(toMs, fromMs + LONGEST_MS);
        for (long ms = fromMs; ms < endMs; ) {
            long nextMs = Math.min(endMs, Math.floorDiv(ms, STEP_MS) * STEP_MS + STEP_MS);
            passed += pace[hour(ms)] * (nextMs - ms);
            ms = nextMs;
        }
        return passed;
    }

    private int hour(long timeMs) {
        return (int) Math.floorMod(Math.floorDiv(localMs(timeMs), HOUR_MS), (long) hours);
    }

    private long localMs(long timeMs) {
        return zone == null
                ? timeMs
                : timeMs
                        + zone.getRules()
                                        .getOffset(Instant.ofEpochMilli(timeMs))
                                        .getTotalSeconds()
                                * 1000L;
    }
}
