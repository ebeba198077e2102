package io.streamgauge.alerts.lifecycle;

import static io.streamgauge.statistics.inference.Verdict.MOVED;
import static io.streamgauge.statistics.inference.Verdict.NOT_ENOUGH_DATA;
import static io.streamgauge.statistics.inference.Verdict.STEADY;
import static io.streamgauge.statistics.inference.Verdict.UNDETECTABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.statistics.inference.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertStateTest {
    private static final AlertPolicy TWO_OF_THREE = new AlertPolicy("p", 2, 3, 2);

    /** What each window announced; "-" for nothing. */
    private static String story(AlertPolicy policy, Verdict... verdicts) {
        var story = new StringBuilder();
        AlertState state = AlertState.quiet();
        for (int i = 0; i < verdicts.length; i++) {
            Step step = state.after(verdicts[i], i, policy);
            story.append(
                    step.announced() == null ? "-" : step.announced().name().charAt(0));
            state = step.next();
        }
        return story.toString();
    }

    @Test
    void firesAtTheSecondOfThreeThatMoved() {
        assertThat(story(TWO_OF_THREE, STEADY, MOVED, MOVED)).isEqualTo("-PF");
        assertThat(story(TWO_OF_THREE, MOVED, STEADY, MOVED)).isEqualTo("P-F");
        assertThat(story(TWO_OF_THREE, MOVED, UNDETECTABLE, MOVED)).isEqualTo("P-F");
    }

    @Test
    void whatIsNotConfirmedInTimeIsDropped() {
        assertThat(story(TWO_OF_THREE, MOVED, STEADY, STEADY, STEADY)).isEqualTo("P--R");
        assertThat(story(TWO_OF_THREE, MOVED, STEADY, STEADY, MOVED, MOVED)).isEqualTo("P---F");
    }

    @Test
    void resolvesAfterTwoCalmWindowsInARow() {
        assertThat(story(TWO_OF_THREE, MOVED, MOVED, STEADY, MOVED, STEADY, STEADY))
                .isEqualTo("PF---R");
    }

    @Test
    void anEpisodeThatFollowsNeedsItsOwnConfirmation() {
        assertThat(story(TWO_OF_THREE, MOVED, MOVED, STEADY, STEADY, MOVED, MOVED))
                .isEqualTo("PF-RPF");
    }

    @Test
    void withoutConfirmationTheFirstWindowFires() {
        assertThat(story(TWO_OF_THREE.withoutConfirmation(), MOVED, MOVED, STEADY, STEADY))
                .isEqualTo("F--R");
    }

    @Test
    void windowsWithoutEnoughDataSayNothing() {
        assertThat(story(TWO_OF_THREE, MOVED, NOT_ENOUGH_DATA, NOT_ENOUGH_DATA, MOVED, NOT_ENOUGH_DATA, STEADY, STEADY))
                .isEqualTo("P--F--R");
    }

    @Test
    void aPolicyThatCannotBeMetIsRefused() {
        for (int[] bad : new int[][] {{0, 1, 1}, {2, 1, 1}, {1, 65, 1}, {1, 1, 0}, {1, 1, 65}}) {
            assertThatThrownBy(() -> new AlertPolicy("p", bad[0], bad[1], bad[2]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    record Policed(AlertPolicy policy, List<Verdict> verdicts) {}

    @Provide
    Arbitrary<Policed> histories() {
        Arbitrary<AlertPolicy> policies = Arbitraries.integers()
                .between(1, 5)
                .flatMap(of -> Arbitraries.integers()
                        .between(1, of)
                        .flatMap(confirm -> Arbitraries.integers()
                                .between(1, 4)
                                .map(resolve -> new AlertPolicy("p", confirm, of, resolve))));
        return policies.flatMap(policy ->
                Arbitraries.of(Verdict.class).list().ofMaxSize(40).map(verdicts -> new Policed(policy, verdicts)));
    }

    @Property(tries = 1000)
    void anAlertFiresOnlyIfEnoughOfTheLastWindowsMoved(@ForAll("histories") Policed history) {
        var judged = new ArrayList<Verdict>();
        AlertState state = AlertState.quiet();
        @Nullable Phase last = null;
        for (int i = 0; i < history.verdicts().size(); i++) {
            Verdict verdict = history.verdicts().get(i);
            AlertState before = state;
            Step step = state.after(verdict, i, history.policy());
            state = step.next();
            if (verdict == NOT_ENOUGH_DATA) {
                assertThat(state).isEqualTo(before);
                assertThat(step.announced()).isNull();
                continue;
            }
            judged.add(verdict);
            if (step.announced() == Phase.FIRING) {
                int from = Math.max(0, judged.size() - history.policy().of());
                assertThat(judged.subList(from, judged.size()).stream().filter(v -> v == MOVED))
                        .hasSizeGreaterThanOrEqualTo(history.policy().confirm());
                assertThat(verdict).isEqualTo(MOVED);
            }
            if (step.announced() != null) {
                assertThat(step.announced()).isIn(followers(last));
                last = step.announced();
            }
            assertThat(AlertStateFormat.read(AlertStateFormat.write(state))).isEqualTo(state);
        }
    }

    private static List<Phase> followers(@Nullable Phase phase) {
        if (phase == null || phase == Phase.RESOLVED) {
            return List.of(Phase.PENDING, Phase.FIRING);
        }
        return phase == Phase.PENDING ? List.of(Phase.FIRING, Phase.RESOLVED) : List.of(Phase.RESOLVED);
    }

    @Property(tries = 500)
    void allStepsOfAnEpisodeNameItsFirstWindow(@ForAll("histories") Policed history) {
        AlertState state = AlertState.quiet();
        long episode = -1;
        for (int i = 0; i < history.verdicts().size(); i++) {
            boolean quiet = state.isForgettable();
            Step step = state.after(history.verdicts().get(i), i, history.policy());
            if (quiet && step.announced() != null) {
                assertThat(i).isGreaterThan((int) episode);
                episode = i;
            }
            if (step.announced() != null) {
                assertThat(step.episodeStartMs()).isEqualTo(episode);
            }
            state = step.next();
        }
    }

    @Property(tries = 500)
    void garbageIsAnIllegalArgumentOrAState(@ForAll byte[] garbage) {
        byte[] withVersion = new byte[garbage.length + 1];
        System.arraycopy(garbage, 0, withVersion, 1, garbage.length);
        withVersion[0] = 1;
        for (byte[] bytes : Arrays.asList(garbage, withVersion)) {
            try {
                assertThat(AlertStateFormat.read(bytes)).isNotNull();
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageContaining("alert state");
            }
        }
    }

    @Test
    void anotherReleasesVersionIsRefused() {
        byte[] bytes = AlertStateFormat.write(AlertState.quiet());
        bytes[0] = 2;

        assertThatThrownBy(() -> AlertStateFormat.read(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 2");
    }
}
