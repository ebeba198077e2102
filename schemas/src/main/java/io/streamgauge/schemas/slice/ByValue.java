package io.streamgauge.schemas.slice;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A slice for each of a feature's most frequent values, ties in the order of the vocabulary; the last one is the rest. */
final class ByValue implements Division {
    private final String feature;
    private final int slot;
    private final Vocabulary vocabulary;
    /** The values by falling frequency, as indices of the vocabulary. */
    private final int[] admitted;
    /** By index of the vocabulary: which slice. */
    private final int[] sliceOf;

    ByValue(String feature, int slot, CategoricalProfile training, int top) {
        this.feature = feature;
        this.slot = slot;
        this.vocabulary = training.layout();
        this.admitted = IntStream.range(0, vocabulary.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer value) -> -training.countOf(value)))
                .limit(top)
                .mapToInt(Integer::intValue)
                .toArray();
        this.sliceOf = new int[vocabulary.size()];
        Arrays.fill(sliceOf, admitted.length);
        for (int slice = 0; slice < admitted.length; slice++) {
            sliceOf[admitted[slice]] = slice;
        }
    }

    @Override
    public int size() {
        return admitted.length + 1;
    }

    @Override
    public int find(EventBuffer event) {
        if (!event.isText(slot)) {
            return NONE;
        }
        int value = event.indexIn(slot, vocabulary);
        return value < 0 ? admitted.length : sliceOf[value];
    }

    @Override
    public String name(int slice) {
        return feature + "=" + (slice == admitted.length ? "(other)" : vocabulary.value(admitted[slice]));
    }
}
