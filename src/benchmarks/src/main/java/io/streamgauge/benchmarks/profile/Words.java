package io.streamgauge.benchmarks.profile;

import io.streamgauge.statistics.profile.Vocabulary;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded categories of 3 to 18 ASCII letters, the early ones more often. One word in 200 is not in the vocabulary. */
final class Words {
    private final List<String> known;

    Words(int levels) {
        var random = new SplittableRandom(levels);
        known = IntStream.range(0, levels)
                .mapToObj(level -> word(random) + level)
                .toList();
    }

    private static String word(SplittableRandom random) {
        return random.ints(random.nextInt(2, 16), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    Vocabulary vocabulary() {
        return Vocabulary.of(known);
    }

    String next(SplittableRandom random) {
        return random.nextInt(200) == 0
                ? "unseen" + random.nextInt(1000)
                : known.get((int) (known.size() * random.nextDouble() * random.nextDouble()));
    }
}
