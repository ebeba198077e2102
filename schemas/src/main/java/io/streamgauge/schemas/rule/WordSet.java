package io.streamgauge.schemas.rule;

import io.streamgauge.statistics.profile.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;

/** Is a text one of some words? Without an object; as many vocabularies as their number takes, which mostly is one. */
final class WordSet {
    private final Vocabulary first;
    private final Vocabulary[] further;

    WordSet(List<String> words) {
        List<Vocabulary> all = IntStream.rangeClosed(0, (words.size() - 1) / Vocabulary.MAX_VALUES)
                .mapToObj(i -> words.subList(
                        i * Vocabulary.MAX_VALUES, Math.min(words.size(), (i + 1) * Vocabulary.MAX_VALUES)))
                .map(Vocabulary::of)
                .toList();
        this.first = all.get(0);
        this.further = all.subList(1, all.size()).toArray(Vocabulary[]::new);
    }

    boolean holds(byte[] utf8, int offset, int length) {
        if (first.indexOf(utf8, offset, length) >= 0) {
            return true;
        }
        for (Vocabulary more : further) {
            if (more.indexOf(utf8, offset, length) >= 0) {
                return true;
            }
        }
        return false;
    }
}
