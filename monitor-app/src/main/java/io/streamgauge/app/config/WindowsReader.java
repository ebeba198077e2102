package io.streamgauge.app.config;

import io.streamgauge.checks.Midnights;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.yaml.Durations;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a model's windows and checks that they fit into one another. */
final class WindowsReader {
    /** Two weeks of minutes: the monitor keeps profiles for each pane that a window may begin with. */
    static final long MOST_PANES = 20_160;

    private static final ValueType<Duration> LENGTH = Values.duration(Duration.ofSeconds(1));
    private static final ValueType<ZoneId> ZONE =
            new ValueType<>("a time zone such as Europe/Berlin or UTC", ZoneId.of("UTC"), WindowsReader::zone);

    private WindowsReader() {}

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time zone", e);
        }
    }

    static List<WindowSpec> read(List<Section> sections) {
        Map<Section, WindowSpec> windows = new LinkedHashMap<>();
        sections.forEach(section -> windows.put(section, window(section)));
        if (!sections.isEmpty() && sections.stream().allMatch(Section::sound)) {
            checkTogether(windows);
        }
        return windows.values().stream().sorted(WindowSpec.SMALLEST_FIRST).toList();
    }

    private static WindowSpec window(Section section) {
        Duration size = section.required("size", LENGTH);
        Duration advance = section.optional("advance", LENGTH);
        ZoneId zone = section.optional("zone", ZONE);
        if (!section.sound()) {
            return WindowSpec.tumbling(size);
        }
        if (advance != null && advance.compareTo(size) > 0) {
            String most = "at most the window's size " + Durations.format(size);
            section.problem("advance", most, "must be " + most + ", found " + Durations.format(advance));
            return WindowSpec.tumbling(size);
        }
        checkDays(section, "size", size, zone);
        checkDays(section, "advance", advance, zone);
        return section.sound()
                ? new WindowSpec(size, advance == null ? size : advance, zone == null ? null : Midnights.of(zone))
                : WindowSpec.tumbling(size);
    }

    private static void checkDays(Section section, String key, @Nullable Duration length, @Nullable ZoneId zone) {
        if (zone != null && length != null && !WindowSpec.isWholeDays(length)) {
            String expected = "whole days, since windows in a zone go from midnight to midnight";
            section.problem(key, expected, "must be " + expected + ", found " + Durations.format(length));
        }
    }

    private static void checkTogether(Map<Section, WindowSpec> windows) {
        Duration shortest = windows.values().stream()
                .filter(window -> window.midnights() == null)
                .map(WindowSpec::advance)
                .min(Duration::compareTo)
                .orElse(Duration.ofMillis(1));
        Set<WindowSpec> seen = new HashSet<>();
        windows.forEach((section, window) -> {
            if (!seen.add(window)) {
                section.problem("a window of its own", "this window is in the list already");
            }
            if (window.midnights() == null) {
                checkMultiple(section, "size", window.size(), shortest);
                checkMultiple(section, "advance", window.advance(), shortest);
            }
        });
        checkPanes(windows);
    }

    private static void checkMultiple(Section section, String key, Duration length, Duration pane) {
        if (section.has(key) && length.toMillis() % pane.toMillis() != 0) {
            String expected = "a multiple of the shortest step of all windows, " + Durations.format(pane);
            section.problem(key, expected, "must be " + expected + ", found " + Durations.format(length));
        }
    }

    private static void checkPanes(Map<Section, WindowSpec> windows) {
        long paneMs = WindowSpec.paneMs(windows.values());
        windows.forEach((section, window) -> {
            if (window.size().toMillis() / paneMs > MOST_PANES) {
                String expected = "at most " + MOST_PANES + " times the pane that all windows are made of, "
                        + Durations.format(Duration.ofMillis(paneMs));
                section.problem("size", expected, "must be " + expected + ", found " + Durations.format(window.size()));
            }
        });
    }
}
