package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Occupancy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;

/** Training data of which nothing is known but when there were events. */
final class Training {
    static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    /** A Monday. */
    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private Training() {}

    /** Hours, with events in the minutes that are busy. */
    static List<ReferenceWindow> hours(int hours, LongPredicate busyAtMs) {
        var windows = new ArrayList<ReferenceWindow>();
        for (int hour = 0; hour < hours; hour++) {
            long startMs = START.toEpochMilli() + hour * Fixtures.HOUR;
            var busy = new BitSet();
            for (int minute = 0; minute < 60; minute++) {
                busy.set(minute, busyAtMs.test(startMs + minute * MINUTE_MS));
            }
            windows.add(new ReferenceWindow(
                    Source.FEATURES,
                    startMs,
                    startMs + Fixtures.HOUR,
                    List.of(Fixtures.GRID.newProfile()),
                    busy.cardinality(),
                    Occupancy.of(busy)));
        }
        return windows;
    }

    /** The same, as a baseline of before anybody knew minutes. */
    static List<ReferenceWindow> withoutMinutes(List<ReferenceWindow> windows) {
        return windows.stream()
                .map(window -> new ReferenceWindow(
                        window.source(), window.startMs(), window.endMs(), window.profiles(), window.count()))
                .toList();
    }

    static Baseline baseline(List<ReferenceWindow> windows) {
        var x = new FeatureBaseline(
                new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC), Fixtures.GRID, Fixtures.numbers(100, 0));
        return Baseline.of("m", "1", Duration.ofHours(1), List.of(x), windows);
    }
}
