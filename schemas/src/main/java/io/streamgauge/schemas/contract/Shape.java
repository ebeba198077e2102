package io.streamgauge.schemas.contract;

import java.util.List;

/** How many values an event holds for a feature. */
public sealed interface Shape {
    /** Any number. */
    record Free() implements Shape {}

    /** Always the same number: the product of {@code sizes}. */
    record Fixed(List<Long> sizes) implements Shape {
        public Fixed {
            sizes = List.copyOf(sizes);
        }

        public long values() {
            return sizes.stream().reduce(1L, (a, b) -> a * b);
        }
    }

    /** Between two limits. */
    record Counted(Limits limits) implements Shape {}

    /** Lists in lists: limits for each level, the outermost first. */
    record Nested(List<Limits> levels) implements Shape {
        public Nested {
            levels = List.copyOf(levels);
        }
    }
}
