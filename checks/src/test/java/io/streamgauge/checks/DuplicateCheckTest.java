package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DuplicateCheckTest {
    private static RepeatedIds ids(List<String> ids) {
        var kept = new TreeMap<Long, Long>();
        ids.forEach(id -> RepeatedIds.add(kept, RepeatedIds.hash(id)));
        return new RepeatedIds(kept);
    }

    /** So many ids, of which the first few come twice. */
    private static List<String> events(int ids, int twice) {
        var events = new ArrayList<String>();
        for (int i = 0; i < ids; i++) {
            events.add("order-" + i);
            if (i < twice) {
                events.add("order-" + i);
            }
        }
        return events;
    }

    private static Score score(RepeatedIds ids) {
        var rules = new RuleCounts(0, new TreeMap<>(), ids);
        var traffic = new Traffic(100, 0, 0, 1, rules);
        return new DuplicateCheck(0.01, Fixtures.PROVENANCE)
                .assess(Fixtures.observation(Fixtures.numbers(100, 0), Fixtures.letters(100), traffic))
                .get(0);
    }

    @Test
    void idsThatComeTwiceFire() {
        Score bad = score(ids(events(100, 2)));

        assertThat(bad.measurement().value()).isEqualTo(2 / 102.0);
        assertThat(bad.measurement().exceeds()).isTrue();
    }

    @Test
    void idsThatComeOnceAreSilent() {
        assertThat(score(ids(events(100, 0))).measurement().value()).isZero();
        assertThat(score(ids(events(100, 1))).measurement().exceeds()).isFalse();
        assertThat(score(RepeatedIds.NONE).measurement().exceeds()).isFalse();
    }

    @Test
    void beyondWhatIsKeptTheShareIsThatOfASampleOfTheIds() {
        RepeatedIds many = ids(events(100_000, 20_000));

        assertThat(many.events()).hasSize(RepeatedIds.MOST);
        assertThat(many.share()).isCloseTo(20_000 / 120_000.0, within(0.03));
    }

    @Test
    void orderAndCutsChangeNothing() {
        List<String> events = events(5000, 700);
        RepeatedIds inOrder = ids(events);
        var random = new Random(3);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(events, random);
            int cut = random.nextInt(events.size());

            assertThat(ids(events)).isEqualTo(inOrder);
            assertThat(ids(events.subList(0, cut)).plus(ids(events.subList(cut, events.size()))))
                    .isEqualTo(inOrder);
        }
    }
}
