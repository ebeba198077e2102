package io.streamgauge.checks;

import java.util.Collection;
import java.util.stream.Stream;

/** Asks about the features of a window one by one; of many, on all cores. The order of the answers is that of the features. */
final class EachFeature {
    private static final int MANY = 64; // for fewer another core is not worth its wake-up

    private EachFeature() {}

    static <T> Stream<T> of(Collection<T> features) {
        return features.size() < MANY ? features.stream() : features.parallelStream();
    }
}
