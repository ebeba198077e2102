package io.streamgauge.app.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured. Numbers are medians over the repetitions; a ratio is the median of the ratios of each repetition, whose two sides
 * were measured within the same minute or so, as the speed of a shared machine drifts.
 *
 * @param byContender measurements of the same repetition at the same place
 */
public record Results(int features, Map<Contender, List<Measurement>> byContender) {
    public Results {
        var copy = new EnumMap<Contender, List<Measurement>>(Contender.class);
        byContender.forEach((contender, measured) -> copy.put(contender, List.copyOf(measured)));
        byContender = copy;
    }

    /** Median of a number of one contender. */
    public double median(Contender contender, ToDoubleFunction<Measurement> number) {
        return median(of(contender).stream().mapToDouble(number).toArray());
    }

    /** Events per second of one for each of another. */
    public double ratio(Contender contender, Contender other) {
        return ratio(contender, other, Measurement::eventsPerSecond);
    }

    public double ratio(Contender contender, Contender other, ToDoubleFunction<Measurement> number) {
        List<Measurement> ours = of(contender);
        List<Measurement> theirs = of(other);
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, i -> number.applyAsDouble(ours.get(i)) / number.applyAsDouble(theirs.get(i)));
        return median(ratios);
    }

    private List<Measurement> of(Contender contender) {
        List<Measurement> measured = byContender.get(contender);
        if (measured == null || measured.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured of " + contender);
        }
        return measured;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
