package io.streamgauge.statistics.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.Fixtures;
import io.streamgauge.statistics.profile.UnseenValues.Counted;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoricalProfileTest {

    @Test
    void eachKindOfRowHasItsBin() {
        CategoricalProfile profile = Fixtures.profileOf(Fixtures.LETTERS, Map.of("a", 2, "c", 1, "x", 3, "", 1));
        profile.addMissing();
        profile.addMistyped();
        profile.addMistyped();

        assertThat(profile.binCounts()).containsExactly(2, 0, 1, 4, 1, 2);
        assertThat(profile.countOf(0)).isEqualTo(2);
        assertThat(profile.unseen()).isEqualTo(4);
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.mistyped()).isEqualTo(2);
        assertThat(profile.distinct()).isEqualTo(4);
        assertThat(profile.unseenValues().counted()).containsExactly(new Counted("x", 3), new Counted("", 1));
        assertThatThrownBy(() -> profile.countOf(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bytesAndStringsAreTheSameValue() {
        byte[] line = "..\u00e9t\u00e9..".getBytes(UTF_8);
        CategoricalProfile fromBytes = Vocabulary.of(List.of("\u00e9t\u00e9")).newProfile();
        fromBytes.add(line, 2, line.length - 4);

        assertThat(fromBytes.countOf(0)).isEqualTo(1);
        assertThatThrownBy(() -> fromBytes.add(line, 2, line.length)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void moreThanSixtyFourUnseenValuesAreSampled() {
        CategoricalProfile profile = Fixtures.LETTERS.newProfile();
        IntStream.range(0, 30_000).forEach(i -> profile.add("id-" + i % 10_000));
        UnseenValues unseen = profile.unseenValues();

        assertThat(unseen.counted()).hasSize(64).allMatch(counted -> counted.count() == 3);
        assertThat(unseen.rows()).isEqualTo(30_000);
        assertThat(unseen.distinct()).isCloseTo(10_000, within(3000.0)); // standard error 13 %
        assertThat(profile.distinct()).isEqualTo(unseen.distinct());
        assertThat(profile.toBytes()).hasSizeLessThan(700);
    }

    @Test
    void distinctIsUnbiasedOverManyStreams() {
        double mean = IntStream.range(0, 200)
                .mapToDouble(stream -> {
                    CategoricalProfile profile = Fixtures.LETTERS.newProfile();
                    IntStream.range(0, 1000).forEach(i -> profile.add(stream + "/" + i));
                    return profile.distinct();
                })
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(1000, within(30.0)); // 13 % / sqrt(200) is 9
    }

    @Test
    void longValuesAreCutButKeptApart() {
        String stem = "\u20ac".repeat(200); // 600 bytes, three for each character
        Vocabulary vocabulary = Vocabulary.of(List.of(stem + "1"));
        CategoricalProfile profile = vocabulary.newProfile();
        profile.add(stem + "1");
        profile.add((stem + "1").getBytes(UTF_8), 0, 601);
        profile.add(stem + "2");

        assertThat(profile.countOf(0)).isEqualTo(2);
        assertThat(profile.unseen()).isEqualTo(1);
        assertThat(vocabulary.value(0)).startsWith("\u20ac".repeat(79) + "~").doesNotContain("\ufffd");
        assertThat(vocabulary.value(0).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(256);
        assertThat(vocabulary.indexOf(vocabulary.value(0))).isZero();
    }

    @Test
    void sizeHasAHardBound() {
        CategoricalProfile profile = Vocabulary.of(List.of()).newProfile();
        IntStream.range(0, 5000).forEach(i -> profile.add("x".repeat(300) + i));

        assertThat(profile.toBytes()).hasSizeLessThan(17_200);
    }

    /** Broken producers send bytes that are not UTF-8; they are a value too. */
    @Test
    void bytesThatAreNotUtf8AreUnseenValues() {
        CategoricalProfile profile = Fixtures.LETTERS.newProfile();
        profile.add(new byte[] {(byte) 0xff}, 0, 1);
        profile.add(new byte[] {(byte) 0xfe}, 0, 1);

        assertThat(profile.unseenValues().counted())
                .containsExactly(new Counted("\ufffd", 1), new Counted("\ufffd", 1));
        assertThat(Profile.fromBytes(profile.toBytes(), Fixtures.LETTERS).toBytes())
                .isEqualTo(profile.toBytes());
    }

    /** A change here is a change of the stored format, and needs a new version byte. */
    @Test
    void formatVersionOneIsPinned() {
        CategoricalProfile profile = Fixtures.profileOf(Fixtures.LETTERS, Map.of("a", 300, "x", 1));

        assertThat(HexFormat.of().formatHex(Fixtures.LETTERS.toBytes()))
                .isEqualTo("0102" + "03" + "0161" + "0162" + "0163");
        assertThat(HexFormat.of().formatHex(profile.toBytes()))
                .isEqualTo( // version, fingerprint; 300, twice 0, 1, twice 0; other 0, one value, x, 1
                        "01" + "ebeb3ce54c96937f" + "ac02" + "0001" + "01" + "0001" + "00" + "01" + "0178" + "01");
    }

    @Test
    void theOtherKindOfLayoutIsRefused() {
        assertThatThrownBy(
                        () -> Fixtures.LETTERS.newProfile().mergeFrom(Grid.of(0).newProfile()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grid.of(0).newProfile().mergeFrom(Fixtures.LETTERS.newProfile()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
