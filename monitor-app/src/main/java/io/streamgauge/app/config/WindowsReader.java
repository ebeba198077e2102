package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.Durations;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a model's windows and checks that they fit into one another. */
final class WindowsReader {
    private static final ValueType<Duration> LENGTH = Values.duration(Duration.ofSeconds(1));

    private WindowsReader() {}

    static List<WindowConfig> read(List<Section> sections) {
        Map<Section, WindowConfig> windows = new LinkedHashMap<>();
        sections.forEach(section -> windows.put(section, window(section)));
        if (!sections.isEmpty() && sections.stream().allMatch(Section::sound)) {
            checkTogether(windows);
        }
        return windows.values().stream()
                .sorted(Comparator.comparing(WindowConfig::size).thenComparing(WindowConfig::advance))
                .toList();
    }

    private static WindowConfig window(Section section) {
        Duration size = section.required("size", LENGTH);
        Duration advance = section.optional("advance", LENGTH);
        if (advance == null || !section.sound()) {
            return new WindowConfig(size, size);
        }
        if (advance.compareTo(size) > 0) {
            String most = "at most the window's size " + Durations.format(size);
            section.problem("advance", most, "must be " + most + ", found " + Durations.format(advance));
            return new WindowConfig(size, size);
        }
        return new WindowConfig(size, advance);
    }

    private static void checkTogether(Map<Section, WindowConfig> windows) {
        Duration pane = WindowConfig.pane(windows.values());
        Set<WindowConfig> seen = new HashSet<>();
        windows.forEach((section, window) -> {
            if (!seen.add(window)) {
                section.problem("a window of its own", "this window is in the list already");
            }
            checkMultiple(section, "size", window.size(), pane);
            checkMultiple(section, "advance", window.advance(), pane);
        });
    }

    private static void checkMultiple(Section section, String key, Duration length, Duration pane) {
        if (section.has(key) && length.toMillis() % pane.toMillis() != 0) {
            String expected = "a multiple of the shortest step of all windows, " + Durations.format(pane);
            section.problem(key, expected, "must be " + expected + ", found " + Durations.format(length));
        }
    }
}
