package io.streamgauge.statistics.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void valuesAreDistinctAndSorted() {
        Vocabulary vocabulary = Vocabulary.of(List.of("b", "\u00e9", "a", "b", ""));

        assertThat(IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::value))
                .containsExactly("", "a", "b", "\u00e9");
        assertThat(IntStream.range(0, vocabulary.bins()).mapToObj(vocabulary::binLabel))
                .containsExactly("", "a", "b", "\u00e9", "(unseen)", "(missing)", "(mistyped)");
        assertThat(vocabulary).isEqualTo(Vocabulary.of(List.of("", "a", "b", "\u00e9")));
    }

    @Test
    void everyValueIsFoundAndNothingElse() {
        Vocabulary vocabulary =
                Vocabulary.of(IntStream.range(0, 10_000).mapToObj(i -> "v" + i).toList());

        for (int i = 0; i < vocabulary.size(); i++) {
            byte[] padded = ("<" + vocabulary.value(i) + ">").getBytes(UTF_8);
            assertThat(vocabulary.indexOf(vocabulary.value(i))).isEqualTo(i);
            assertThat(vocabulary.indexOf(padded, 1, padded.length - 2)).isEqualTo(i);
            assertThat(vocabulary.indexOf(padded, 0, padded.length)).isEqualTo(-1);
        }
        assertThat(vocabulary.indexOf("")).isEqualTo(-1);
        assertThatThrownBy(() -> vocabulary.indexOf(new byte[3], 2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void stringsWithTheSameUtf8CountOnce() {
        assertThat(Vocabulary.of(List.of("\ud83d", "?")).size()).isEqualTo(1);
    }

    @Test
    void tooManyValuesAreRefused() {
        List<String> values = IntStream.rangeClosed(0, Vocabulary.MAX_VALUES)
                .mapToObj(Integer::toString)
                .toList();

        assertThatThrownBy(() -> Vocabulary.of(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a vocabulary must have at most 10000 values, got 10001");
    }

    @Test
    void anEmptyVocabularyIsALayout() {
        Vocabulary empty = Vocabulary.of(List.of());

        assertThat(empty.bins()).isEqualTo(3);
        assertThat(empty.indexOf("x")).isEqualTo(-1);
        assertThat(Layout.fromBytes(empty.toBytes())).isEqualTo(empty);
    }
}
