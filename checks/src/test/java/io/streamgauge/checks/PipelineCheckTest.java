package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.checks.Dependency.Kind;
import io.streamgauge.checks.Dependency.Sighting;
import io.streamgauge.checks.PipelineCheck.Assessed;
import io.streamgauge.checks.PipelineCheck.Balance;
import io.streamgauge.schemas.contract.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipelineCheckTest {
    private static final PipelineSettings SETTINGS = new PipelineSettings(true, 0.01, 0.02, 0.03);

    private final PipelineCheck check = new PipelineCheck(SETTINGS, Fixtures.PROVENANCE);

    private static OffsetRange at(int partition, long offset) {
        return new OffsetRange("events", partition, offset, offset);
    }

    private static PipelineCounts dependencies(Kind kind, String... names) {
        var seen = new TreeMap<Dependency, Sighting>();
        for (int i = 0; i < names.length; i++) {
            seen.put(new Dependency(kind, names[i]), new Sighting(at(0, 10 + i), ""));
        }
        return new PipelineCounts(seen, 0, new TreeMap<>());
    }

    private static PipelineCounts numbered(String producer, SequenceCounts counts) {
        return new PipelineCounts(new TreeMap<>(), 0, new TreeMap<>(Map.of(producer, counts)));
    }

    private Assessed assess(PipelineCounts counts, KnownDependencies known) {
        return assess(counts, known, new Balance(100, 0));
    }

    private Assessed assess(PipelineCounts counts, KnownDependencies known, Balance balance) {
        var traffic = new Traffic(100, 2, 3, 1, RuleCounts.NONE, null, counts);
        var observation = Fixtures.observation(Fixtures.numbers(100, 0), Fixtures.letters(100), traffic);
        return check.assess(observation, traffic, balance, known);
    }

    private static Score score(Assessed assessed, String metric) {
        return assessed.scores().stream()
                .filter(score -> score.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstOfAKindIsNoChangeAndTheNextIsToldOnce() {
        Assessed first = assess(dependencies(Kind.SCHEMA, "5"), KnownDependencies.NONE);
        Assessed second = assess(dependencies(Kind.SCHEMA, "5", "7"), first.known());
        Assessed third = assess(dependencies(Kind.SCHEMA, "5", "7"), second.known());

        assertThat(score(first, "new-schemas").measurement().exceeds()).isFalse();
        Score news = score(second, "new-schemas");
        assertThat(news.measurement().exceeds()).isTrue();
        assertThat(news.note()).isEqualTo("new writer schema 7");
        assertThat(news.evidence()).containsExactly(at(0, 11));
        assertThat(news.finding()).isEqualTo(new Finding(Severity.UNKNOWN, null));
        assertThat(score(third, "new-schemas").measurement().exceeds()).isFalse();
    }

    @Test
    void whatAppearsForTheFirstTimeOfItsKindIsNoChangeInALaterWindowEither() {
        Assessed first = assess(dependencies(Kind.SCHEMA, "5"), KnownDependencies.NONE);
        Assessed second = assess(dependencies(Kind.PRODUCER, "pod-1", "pod-2"), first.known());
        Assessed third = assess(dependencies(Kind.PRODUCER, "pod-1", "pod-3", "pod-4"), second.known());

        assertThat(score(second, "new-producers").measurement().value()).isZero();
        assertThat(score(third, "new-producers").note()).isEqualTo("new producers pod-3, pod-4");
        assertThat(score(third, "new-versions").measurement().value()).isZero();
    }

    @Test
    void manyAreCountedAndFiveAreNamedAndAChangeIsDescribed() {
        Assessed first = assess(dependencies(Kind.SCHEMA, "0"), KnownDependencies.NONE);
        var seen = new TreeMap<Dependency, Sighting>();
        seen.put(new Dependency(Kind.SCHEMA, "1"), new Sighting(at(3, 4), "after 0: adds tip (double)"));
        IntStream.range(2, 8).forEach(i -> seen.put(new Dependency(Kind.SCHEMA, "" + i), new Sighting(at(0, i), "")));

        Score news = score(assess(new PipelineCounts(seen, 0, new TreeMap<>()), first.known()), "new-schemas");

        assertThat(news.measurement().value()).isEqualTo(7);
        assertThat(news.note()).isEqualTo("new writer schemas 1 (after 0: adds tip (double)), 2, 3, 4, 5 and 2 more");
        assertThat(news.evidence()).hasSize(5).first().isEqualTo(at(0, 2));
    }

    @Test
    void whatHasNotBeenSeenForLongestIsForgotten() {
        KnownDependencies known = KnownDependencies.NONE;
        for (int i = 0; i < KnownDependencies.MOST + 5; i++) {
            known = known.after(List.of(new Dependency(Kind.PRODUCER, "p" + i)), i);
        }

        assertThat(known.lastSeenMs()).hasSize(KnownDependencies.MOST);
        assertThat(known.makesNews(new Dependency(Kind.PRODUCER, "p4"))).isTrue();
        assertThat(known.makesNews(new Dependency(Kind.PRODUCER, "p5"))).isFalse();
    }

    @Test
    void lostRepeatedAndReorderedRecordsAreHeldAgainstTheirLimits() {
        var counts = new SequenceCounts(100, 4, 4, 4, List.of(at(1, 17)));

        Assessed assessed = assess(numbered("pod-1", counts), KnownDependencies.NONE);

        assertThat(assessed.scores())
                .filteredOn(score -> score.metric().endsWith("-share"))
                .extracting(
                        Score::metric,
                        score -> score.measurement().value(),
                        score -> score.measurement().exceeds(),
                        Score::note)
                .containsExactly(
                        tuple("lost-share", 0.04, true, "lost 4 of 100 of producer pod-1"),
                        tuple("repeated-share", 0.04, true, "repeated 4 of 100 of producer pod-1"),
                        tuple("reordered-share", 0.04, true, "reordered 4 of 100 of producer pod-1"));
        assertThat(score(assessed, "lost-share").evidence()).containsExactly(at(1, 17));
    }

    @Test
    void aLossThatIsToleratedIsSilentAndSoAreRecordsWithoutNumbers() {
        Assessed assessed =
                assess(numbered("pod-1", new SequenceCounts(1000, 9, 9, 9, List.of())), KnownDependencies.NONE);

        assertThat(assessed.scores()).noneMatch(score -> score.measurement().exceeds());
        assertThat(assess(PipelineCounts.NONE, KnownDependencies.NONE).scores())
                .extracting(Score::metric)
                .containsExactly("new-schemas", "new-versions", "new-producers", "unaccounted-records");
    }

    @Test
    void aBalanceThatDoesNotHoldFires() {
        Score lost =
                score(assess(PipelineCounts.NONE, KnownDependencies.NONE, new Balance(98, 0)), "unaccounted-records");
        Score open =
                score(assess(PipelineCounts.NONE, KnownDependencies.NONE, new Balance(100, -1)), "unaccounted-records");

        assertThat(lost.measurement().value()).isEqualTo(2);
        assertThat(lost.measurement().exceeds()).isTrue();
        assertThat(lost.note()).isEqualTo("100 events were counted as profiled, and the profiles hold 98");
        assertThat(open.measurement().exceeds()).isTrue();
        assertThat(open.note()).isEqualTo("1 records read so far are neither profiled nor late, rejected or canaries");
    }

    @Test
    void aBalanceThatHoldsIsSilent() {
        Score score = score(assess(PipelineCounts.NONE, KnownDependencies.NONE), "unaccounted-records");

        assertThat(score.measurement().exceeds()).isFalse();
        assertThat(score.measurement().n()).isEqualTo(100);
        assertThat(score.note()).isNull();
    }

    @Test
    void theOrderOfMergingChangesNothing() {
        var random = new Random(5);
        var parts = new ArrayList<PipelineCounts>();
        for (int i = 0; i < 30; i++) {
            var seen = new TreeMap<Dependency, Sighting>();
            seen.put(
                    new Dependency(Kind.SCHEMA, "" + random.nextInt(3)),
                    new Sighting(at(random.nextInt(3), i), random.nextBoolean() ? "" : "note " + i));
            var counts = new SequenceCounts(random.nextInt(9), 1, random.nextInt(2), 0, List.of(at(i % 4, i)));
            parts.add(new PipelineCounts(seen, i, new TreeMap<>(Map.of("p" + i % 4, counts))));
        }
        PipelineCounts inOrder = parts.stream().reduce(PipelineCounts.NONE, PipelineCounts::plus);

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(parts, random);
            assertThat(parts.stream().reduce(PipelineCounts.NONE, PipelineCounts::plus))
                    .isEqualTo(inOrder);
        }
    }
}
