package io.streamgauge.schemas.predicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/** Is a value one of a list that stands in the predicate? By binary search. */
final class Literals {
    private Literals() {}

    static TruthNode among(NumberNode value, List<Double> literals) {
        // 0.0 is added since -0.0 equals 0.0, but not for the search
        double[] sorted =
                literals.stream().mapToDouble(literal -> literal + 0.0).sorted().toArray();
        return event -> {
            double sought = value.value(event);
            return NumberNode.isUnknown(sought)
                    ? Truth.UNKNOWN
                    : Truth.of(Arrays.binarySearch(sorted, sought + 0.0) >= 0);
        };
    }

    static TruthNode among(TextNode value, List<String> literals) {
        byte[][] sorted = literals.stream()
                .map(literal -> literal.getBytes(UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        return event -> {
            TextNode.Source text = value.pick(event);
            return text == null
                    ? Truth.UNKNOWN
                    : Truth.of(holds(sorted, text.bytes(event), text.offset(event), text.length(event)));
        };
    }

    private static boolean holds(byte[][] sorted, byte[] utf8, int offset, int length) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            byte[] candidate = sorted[middle];
            int order = Arrays.compareUnsigned(candidate, 0, candidate.length, utf8, offset, offset + length);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }
}
