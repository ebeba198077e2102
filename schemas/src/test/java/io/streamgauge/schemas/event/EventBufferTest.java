package io.streamgauge.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBufferTest {
    private final EventBuffer row = new EventBuffer(2);

    @Test
    void clearedEventHasNothing() {
        row.eventTime(5);
        row.id("a");
        row.version("7");
        row.number(0, 1);
        row.mistyped(1);

        row.clear();

        assertThat(row.hasEventTime()).isFalse();
        assertThat(row.id()).isNull();
        assertThat(row.version()).isNull();
        assertThat(row.isMissing(0)).isTrue();
        assertThat(row.isMissing(1)).isTrue();
        assertThatThrownBy(row::eventTimeMs).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesFromBytesAreThoseOfTheLastEvent() {
        byte[] first = "id-1 v7".getBytes(UTF_8);
        row.id(first, 0, 4);
        row.version(first, 5, 2);
        assertThat(row.id()).isEqualTo("id-1");
        String version = row.version();
        assertThat(version).isEqualTo("v7");

        row.clear();
        byte[] second = "id-22v7".getBytes(UTF_8);
        row.id(second, 0, 5);
        row.version(second, 5, 2);
        assertThat(row.id()).isEqualTo("id-22");
        assertThat(row.version()).isSameAs(version);

        row.version("v8");
        assertThat(row.version()).isEqualTo("v8");
        row.version("");
        assertThat(row.version()).isEmpty();
        row.version(null);
        assertThat(row.version()).isNull();
    }

    @Test
    void numericProfileCountsNumbersMissingAndMistyped() {
        var profile = (NumericProfile) Grid.of(0, 10).newProfile();

        row.addTo(0, profile);
        row.number(0, 4);
        row.addTo(0, profile);
        row.bool(0, true);
        row.addTo(0, profile);

        assertThat(profile.count()).isEqualTo(3);
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.mistyped()).isEqualTo(1);
        assertThat(profile.mean()).isEqualTo(4);
    }

    @Test
    void categoricalProfileCountsTextsAndBooleans() {
        Vocabulary vocabulary = Vocabulary.of(List.of("JFK", "true"));
        var profile = (CategoricalProfile) vocabulary.newProfile();
        byte[] bytes = "xJFKx".getBytes(UTF_8);

        row.text(1, bytes, 1, 3);
        row.addTo(1, profile);
        row.bool(1, true);
        row.addTo(1, profile);
        row.number(1, 3);
        row.addTo(1, profile);

        assertThat(profile.countOf(vocabulary.indexOf("JFK"))).isEqualTo(1);
        assertThat(profile.countOf(vocabulary.indexOf("true"))).isEqualTo(1);
        assertThat(profile.mistyped()).isEqualTo(1);
    }

    @Test
    void rowsThatWereKeptCountAsIfEachHadBeenCountedAlone() {
        var rows = new EventBuffer(2, 3);
        List<NumericProfile> numbers = List.of(grid().newProfile(), grid().newProfile());
        List<CategoricalProfile> texts = List.of(words().newProfile(), words().newProfile());
        for (int i = 0; i < 3; i++) {
            rows.clear();
            fill(rows, i);
            rows.addTo(0, numbers.get(0));
            rows.addTo(1, texts.get(0));
            assertThat(rows.row()).isEqualTo(i);
            assertThat(rows.keepRow()).isEqualTo(i < 2);
        }
        rows.addTo(0, numbers.get(1), new int[] {2, 0, 1}, 3);
        rows.addTo(1, texts.get(1), new int[] {2, 0, 1}, 3);

        assertThat(numbers.get(1).toBytes()).isEqualTo(numbers.get(0).toBytes());
        assertThat(texts.get(1).toBytes()).isEqualTo(texts.get(0).toBytes());
        assertThat(numbers.get(1).missing()).isOne();
        assertThat(numbers.get(1).mistyped()).isOne();
        assertThat(texts.get(1).countOf(0)).isOne();

        rows.forgetRows();
        assertThat(rows.row()).isZero();
    }

    private static Grid grid() {
        return Grid.fromSample(new double[] {1, 2, 3, 4}, 4);
    }

    private static Vocabulary words() {
        return Vocabulary.of(List.of("b", "new"));
    }

    private static void fill(EventBuffer row, int i) {
        switch (i) {
            case 0 -> {
                row.number(0, 2.5);
                byte[] bytes = "abc".getBytes(UTF_8);
                row.text(1, bytes, 1, 1);
            }
            case 1 -> row.bool(1, true);
            default -> {
                row.mistyped(0);
                row.number(1, 7);
            }
        }
    }
}
