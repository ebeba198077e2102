package io.streamgauge.schemas.slice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final List<FeatureSchema> FEATURES = List.of(
            new FeatureSchema("miles", Source.FEATURES, FeatureType.NUMERIC),
            new FeatureSchema("company", Source.FEATURES, FeatureType.CATEGORICAL),
            new FeatureSchema("payment", Source.FEATURES, FeatureType.CATEGORICAL));

    private static final SliceSpec FAR = new SliceSpec.Where("far", "miles > 10", null);
    private static final SliceSpec BY_COMPANY = new SliceSpec.By("company", 2, null);

    /** Acme and Bolt are equally frequent, Cab is rare. */
    private static List<Profile> training() {
        var company = Vocabulary.of(List.of("Acme", "Bolt", "Cab\n")).newProfile();
        List.of("Bolt", "Acme", "Cab\n", "Acme", "Bolt").forEach(company::add);
        CategoricalProfile payment = Vocabulary.of(List.of("Cash", "Card")).newProfile();
        List.of("Cash", "Card", "Card").forEach(payment::add);
        return List.of(Grid.of(0, 1, 2).newProfile(), company, payment);
    }

    private static Slices slices(SliceSpec... specs) {
        return Slices.of(List.of(specs), FEATURES, training());
    }

    private static EventBuffer event(double miles, @Nullable String company, @Nullable String payment) {
        var event = new EventBuffer(3);
        event.clear();
        event.number(0, miles);
        text(event, 1, company);
        text(event, 2, payment);
        return event;
    }

    private static void text(EventBuffer event, int slot, @Nullable String text) {
        if (text != null) {
            byte[] utf8 = text.getBytes(UTF_8);
            event.text(slot, utf8, 0, utf8.length);
        }
    }

    private static List<String> slicesOf(Slices slices, EventBuffer event) {
        return slices.slicesOf(slices.combinationOf(event));
    }

    @Test
    void theMostFrequentValuesHaveASliceEachAndTheRestIsInOther() {
        var slices = slices(BY_COMPANY);

        assertThat(slicesOf(slices, event(1, "Acme", "Cash"))).containsExactly("company=Acme");
        assertThat(slicesOf(slices, event(1, "Bolt", "Cash"))).containsExactly("company=Bolt");
        assertThat(slicesOf(slices, event(1, "Cab\n", "Cash"))).containsExactly("company=(other)");
        assertThat(slicesOf(slices, event(1, "never seen", "Cash"))).containsExactly("company=(other)");
        assertThat(slicesOf(slices, event(1, null, "Cash"))).isEmpty();
    }

    /** Names are keys, one on each line. */
    @Test
    void aNameHasOneLine() {
        assertThat(slicesOf(slices(new SliceSpec.By("company", 3, null)), event(1, "Cab\n", null)))
                .containsExactly("company=Cab\\n");
    }

    @Test
    void slicesMayOverlap() {
        var slices = slices(FAR, BY_COMPANY);

        assertThat(slicesOf(slices, event(11, "Acme", null))).containsExactly("far", "company=Acme");
        assertThat(slicesOf(slices, event(11, null, null))).containsExactly("far");
        assertThat(slices.combinationOf(event(1, null, null))).isZero();
        assertThat(slices.combinationOf(event(11, "Acme", null)))
                .isNotEqualTo(slices.combinationOf(event(11, "Bolt", null)));
    }

    @Test
    void slicesLieInOthersByPredicateAndByValue() {
        var slices = slices(
                FAR,
                new SliceSpec.By("payment", 2, null),
                new SliceSpec.By("company", 1, "far"),
                new SliceSpec.By("company", 1, "payment"));

        assertThat(slicesOf(slices, event(11, "Acme", "Cash")))
                .containsExactly("far", "payment=Cash", "far/company=Acme", "payment=Cash/company=Acme");
        assertThat(slicesOf(slices, event(1, "Bolt", "Card")))
                .containsExactly("payment=Card", "payment=Card/company=(other)");
        assertThat(slicesOf(slices, event(1, "Bolt", null))).isEmpty();
        assertThat(slices.definitions())
                .hasSize(1 + 3 + 2 + 6)
                .containsEntry("far/company=Acme", "miles > 10; the 1 most frequent values of company");
    }

    @Test
    void aDefinitionThatDoesNotFitTheSourceHasNoSlicesThere() {
        var label = new SliceSpec.Where("late", "label == true", null);
        var byMiles = new SliceSpec.By("miles", 3, null);
        var inLate = new SliceSpec.By("company", 3, "late");
        var slices = slices(label, byMiles, inLate, FAR);

        assertThat(slices.definitions()).containsOnlyKeys("far");
        assertThat(slices.has(label)).isFalse();
        assertThat(slices.has(inLate)).isFalse();
        assertThat(slices.has(FAR)).isTrue();
        assertThat(slices(label).isEmpty()).isTrue();
    }

    @Test
    void thereMayNotBeTooMany() {
        SliceSpec[] seventy = IntStream.range(0, 70)
                .mapToObj(i -> new SliceSpec.Where("s" + i, "miles > " + i, null))
                .toArray(SliceSpec[]::new);

        assertThatThrownBy(() -> slices(seventy)).hasMessageContaining("more than 2^62 ways");
        var many = Vocabulary.of(IntStream.range(0, 40).mapToObj(i -> "v" + i).toList());
        assertThatThrownBy(() -> Slices.of(
                        List.of(new SliceSpec.By("company", 40, null), new SliceSpec.By("payment", 40, "company")),
                        FEATURES,
                        List.of(training().get(0), many.newProfile(), many.newProfile())))
                .hasMessage("there may be at most 1000 slices, got 1722");
    }

    @Test
    void aCopyGivesTheSameAnswers() {
        var slices = slices(FAR, BY_COMPANY);
        var event = event(11, "Bolt", null);

        assertThat(slices.copy().combinationOf(event)).isEqualTo(slices.combinationOf(event));
    }
}
