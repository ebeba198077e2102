package io.streamgauge.statistics.tfdv;

import java.util.List;

/**
 * In how many examples a feature is, and with how many values.
 *
 * @param levels lengths of the lists, the outermost first; never empty
 */
public record Presences(double present, double missing, double values, List<Level> levels) {
    public static final Presences NONE = new Presences(0, 0, 0, List.of(new Level(0, 0, 0)));

    public Presences {
        levels = List.copyOf(levels);
    }
}
