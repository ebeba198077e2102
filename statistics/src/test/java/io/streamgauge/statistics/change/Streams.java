package io.streamgauge.statistics.change;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Streams of values, and what a detector says of them. */
final class Streams {
    private Streams() {}

    /** Values that Python's random generator drew for the examples in river's documentation; one digit each. */
    static double[] stored(String name) {
        try (InputStream in =
                Objects.requireNonNull(Streams.class.getResourceAsStream("/change/" + name + ".txt"), name)) {
            return new String(in.readAllBytes(), US_ASCII)
                    .chars()
                    .mapToDouble(digit -> digit - '0')
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] drawn(long seed, int count, ToDoubleFunction<Random> value) {
        var random = new Random(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = value.applyAsDouble(random);
        }
        return values;
    }

    static double[] joined(double[] one, double[] other) {
        double[] both = new double[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static List<ChangeLevel> levels(ChangeDetector detector, double... values) {
        List<ChangeLevel> levels = new ArrayList<>();
        for (double value : values) {
            levels.add(detector.step(value));
        }
        return levels;
    }

    /** Where the level is reached after another one. */
    static List<Integer> onsets(List<ChangeLevel> levels, ChangeLevel wanted) {
        List<Integer> onsets = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            boolean before = wanted == ChangeLevel.WARNING && i > 0 && levels.get(i - 1) == wanted;
            if (levels.get(i) == wanted && !before) {
                onsets.add(i);
            }
        }
        return onsets;
    }
}
