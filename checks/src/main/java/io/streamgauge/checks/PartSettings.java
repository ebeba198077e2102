package io.streamgauge.checks;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long parts of a source may be silent while others are not.
 *
 * @param limits by kind; absent = not checked
 * @param features limits of single features; empty = not checked
 */
public record PartSettings(Map<Part, SilenceSettings> limits, Map<String, Optional<SilenceSettings>> features) {
    /** Nobody asks. */
    public static final PartSettings NONE = new PartSettings(Map.of(), Map.of());

    public PartSettings {
        limits = limits.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(limits));
        features = Map.copyOf(features);
    }

    /** Whether any part of this kind has a limit. */
    public boolean asksFor(Part part) {
        return limits.containsKey(part)
                || (part == Part.FEATURE && features.values().stream().anyMatch(Optional::isPresent));
    }

    public boolean isEmpty() {
        return limits.isEmpty() && !asksFor(Part.FEATURE);
    }
}
