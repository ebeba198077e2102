package io.streamgauge.statistics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntropyDropTest {
    private static final Vocabulary LETTERS = Vocabulary.of(List.of("a", "b", "c", "d"));
    private static final Grid GRID = Grid.of(0, 1, 2, 3, 4);
    private final EntropyDrop drop = new EntropyDrop();

    private static CategoricalProfile letters(String text) {
        CategoricalProfile profile = LETTERS.newProfile();
        text.chars().forEach(letter -> profile.add(String.valueOf((char) letter)));
        return profile;
    }

    private static NumericProfile numbers(double... values) {
        NumericProfile profile = GRID.newProfile();
        for (double value : values) {
            profile.add(value);
        }
        return profile;
    }

    @Test
    void itIsTheShareOfTheReferencesEntropyThatIsLost() {
        assertThat(EntropyDrop.bits(letters("abcd"))).isEqualTo(2);
        assertThat(drop.between(letters("abcd"), letters("aabb"))).isEqualTo(0.5);
        assertThat(drop.between(letters("abcd"), letters("aaaa"))).isEqualTo(1);
        // scipy 1.17.1: 1 - entropy([3, 1], base=2) / entropy([1, 1, 1, 1], base=2)
        assertThat(drop.between(letters("abcd"), letters("aaab"))).isCloseTo(0.5943609377704335, within(1e-12));
    }

    @Test
    void moreEntropyThanBeforeIsNoDrop() {
        assertThat(drop.between(letters("aaab"), letters("abcd"))).isZero();
        assertThat(drop.between(letters("aaab"), letters("aaab"))).isZero();
    }

    @Test
    void whatIsUnseenMissingOrNotFiniteSaysNothing() {
        CategoricalProfile unseen = letters("aabbzzzzzz");
        unseen.addMissing();
        assertThat(drop.between(letters("abcd"), unseen)).isEqualTo(0.5);
        assertThat(drop.between(letters("abcd"), letters("zzzz"))).isZero();
        assertThat(drop.between(numbers(0.5, 1.5), numbers(0.5, 1.5, Double.NaN, Double.NaN)))
                .isZero();
        assertThat(drop.between(numbers(0.5, 0.5), numbers(0.5, 1.5))).isZero();
    }

    @Test
    void underflowAndOverflowAreBins() {
        assertThat(EntropyDrop.bits(numbers(-1, 0.5, 1.5, 9))).isEqualTo(2);
    }

    /** Level 0.01; the reference is made of a hundred windows of the size that is judged. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.3, 200", "0.5, 0.3, 1000", "0.99, 0.01, 100", "0.97, 0.01, 300", "0.25, 0.25, 100"})
    void theSimulatedNullKeepsItsLevel(double a, double b, int rows) {
        var random = new Random(7);
        List<Profile> windows = new ArrayList<>();
        CategoricalProfile reference = LETTERS.newProfile();
        for (int i = 0; i < 100; i++) {
            windows.add(drawn(random, a, b, rows));
            reference.mergeFrom(windows.get(i));
        }
        double threshold = Calibration.fit(drop, reference, windows).quantile(0.01, rows);
        int beyond = 0;
        for (int window = 0; window < 2000; window++) {
            beyond += drop.between(reference, drawn(random, a, b, rows)) > threshold ? 1 : 0;
        }

        assertThat(beyond).isLessThan(40);
    }

    private static CategoricalProfile drawn(Random random, double a, double b, int rows) {
        CategoricalProfile profile = LETTERS.newProfile();
        for (int i = 0; i < rows; i++) {
            double die = random.nextDouble();
            profile.add(die < a ? "a" : die < a + b ? "b" : die < (1 + a + b) / 2 ? "c" : "d");
        }
        return profile;
    }
}
