package io.streamgauge.statistics.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The list of all change detectors. A new one is a class and a line here. */
public final class ChangeDetectors {
    private static final Map<String, Function<Parameters, DetectorSettings>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(Adwin.NAME, Adwin.Settings::of);
        ALL.put(Ddm.NAME, Ddm.Settings::of);
        ALL.put(Eddm.NAME, Eddm.Settings::of);
        ALL.put(HddmA.NAME, HddmA.Settings::of);
        ALL.put(HddmW.NAME, HddmW.Settings::of);
        ALL.put(PageHinkley.KIND.name(), PageHinkley::settings);
        ALL.put(Cusum.KIND.name(), Cusum::settings);
        ALL.put(Kswin.NAME, Kswin.Settings::of);
        ALL.put(ForecastSettings.HOLT_WINTERS, ForecastSettings::ofHoltWinters);
        ALL.put(ForecastSettings.SEASONAL_NAIVE, ForecastSettings::ofSeasonalNaive);
    }

    private ChangeDetectors() {}

    /**
     * The settings that a specification asks for: a name, or a name and parameters, {@code "adwin:delta=0.01,clock=1"}.
     * Parameters that are not given have their defaults.
     *
     * @throws IllegalArgumentException if there is no such detector or parameter, or a value breaks a rule; one line
     */
    public static DetectorSettings parse(String specification) {
        int colon = specification.indexOf(':');
        String name = (colon < 0 ? specification : specification.substring(0, colon)).strip();
        return parse(name, colon < 0 ? null : specification.substring(colon + 1));
    }

    private static DetectorSettings parse(String name, @Nullable String text) {
        Function<Parameters, DetectorSettings> reader = ALL.get(name);
        if (reader == null) {
            throw new IllegalArgumentException(
                    "no detector is named '%s', there are: %s".formatted(name, String.join(", ", names())));
        }
        Parameters parameters = Parameters.of(name, text);
        DetectorSettings settings = reader.apply(parameters);
        parameters.end();
        return settings;
    }

    /** All names, in the order of the list. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** Every detector with its default parameters, in the order of the list. */
    public static List<DetectorSettings> defaults() {
        return names().stream().map(ChangeDetectors::parse).toList();
    }
}
