package io.streamgauge.schemas.slice;

import org.jspecify.annotations.Nullable;

/** Which subset of the events is also watched on its own? */
public sealed interface SliceSpec {
    /** By what other slices refer to this one. */
    String name();

    /** The slice that this one lies in; null: in all events. A slice that lies in another has none inside. */
    @Nullable
    String within();

    /** What is in it, without regard to {@link #within()}. */
    String definition();

    /** The events for which a predicate in CEL is true. */
    record Where(String name, String when, @Nullable String within) implements SliceSpec {
        @Override
        public String definition() {
            return when;
        }
    }

    /**
     * One slice, {@code feature=value}, for each of the {@code top} values that were most frequent at training, and {@code
     * feature=(other)} for the rest. An event without a value is in none of them.
     */
    record By(String feature, int top, @Nullable String within) implements SliceSpec {
        @Override
        public String name() {
            return feature;
        }

        @Override
        public String definition() {
            return "the " + top + " most frequent values of " + feature;
        }
    }
}
