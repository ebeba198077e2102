package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Layout;
import java.util.List;

/** The list of all distances. A new one is a class and a line here. */
public final class Distances {

    private static final Distance DEFAULT = new EffectSize();
    private static final Distance DIVERGENCE = JensenShannon.divergence();

    private static final List<Distance> ALL = List.of(
            DEFAULT,
            DIVERGENCE,
            JensenShannon.distance(),
            new PopulationStability(),
            new LInfinity(),
            new KolmogorovSmirnov(),
            Wasserstein.raw(),
            Wasserstein.normalized());

    private Distances() {}

    /**
     * The distance with this name; {@code jensen-shannon} is another name of {@code js-divergence}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Distance named(String name) {
        if (name.equals("jensen-shannon")) {
            return DIVERGENCE;
        }
        return ALL.stream()
                .filter(distance -> distance.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no distance is named '" + name + "', there are: " + String.join(", ", names())));
    }

    /** All names, in the order of the list. */
    public static List<String> names() {
        return ALL.stream().map(Distance::name).toList();
    }

    /**
     * The distance to take when none is configured: {@link EffectSize}, which applies to every layout, sees a shift as early as a test
     * made for shifts, and whose numbers mean the same for every feature.
     */
    public static Distance defaultFor(Layout layout) {
        return DEFAULT;
    }
}
