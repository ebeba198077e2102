package io.streamgauge.topology.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.FeatureSkew;
import io.streamgauge.checks.valueskew.SideCounts;
import io.streamgauge.checks.valueskew.ValueSkew;
import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SkewPartial;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.LiveStore;
import io.streamgauge.topology.state.MemoryStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** The join against the plain rule: rows of an identifier without gaps longer than the time-to-live are a pair, or none. */
class ValueSkewJoinTest {
    private static final Side SERVING = new Side(true, 0);
    private static final Side TRAINING = new Side(false, 0);
    private static final long TIME_TO_LIVE = Duration.ofMinutes(10).toMillis();

    private final JoinDefinition definition = Joins.definition(Duration.ofMillis(TIME_TO_LIVE));

    private static Row row(Side side, long id, long timeMs, double x) {
        return Joins.row(side, id, timeMs, Joins.values(x));
    }

    /** What all panes hold together, and what there is in each. */
    private record Found(List<FeatureCounts> counts, long pairs, SideCounts serving, SideCounts training) {
        static Found of(List<Shuffled> out) {
            var found = new Found(List.of(new FeatureCounts(0, 0, 0, 0, 0)), 0, SideCounts.NONE, SideCounts.NONE);
            for (Shuffled record : out) {
                if (record instanceof SkewPartial partial) {
                    found = new Found(
                            List.of(found.counts.get(0).plus(partial.counts().get(0))),
                            found.pairs + partial.pairs(),
                            found.serving.plus(partial.serving()),
                            found.training.plus(partial.training()));
                }
            }
            return found;
        }
    }

    private static Found byTheRule(List<Row> rows) {
        var skew = new ValueSkew(List.of("x"), feature -> Comparison.EXACT);
        SideCounts serving = SideCounts.NONE;
        SideCounts training = SideCounts.NONE;
        Map<Long, List<Row>> byId =
                rows.stream().collect(Collectors.groupingBy(Row::low, TreeMap::new, Collectors.toList()));
        for (List<Row> same : byId.values()) {
            for (List<Row> group : groups(same)) {
                List<Row> here =
                        group.stream().filter(row -> row.from().serving()).toList();
                List<Row> there =
                        group.stream().filter(row -> !row.from().serving()).toList();
                if (here.size() == 1 && there.size() == 1) {
                    skew.add(
                            ValueFormat.read(there.get(0).values()),
                            ValueFormat.read(here.get(0).values()));
                } else if (here.isEmpty() || there.isEmpty()) {
                    serving = serving.plus(new SideCounts(here.size(), 0));
                    training = training.plus(new SideCounts(there.size(), 0));
                } else {
                    serving = serving.plus(new SideCounts(0, here.size()));
                    training = training.plus(new SideCounts(0, there.size()));
                }
            }
        }
        List<FeatureCounts> counts =
                skew.features().stream().map(FeatureSkew::counts).toList();
        return new Found(
                counts.isEmpty() ? List.of(new FeatureCounts(0, 0, 0, 0, 0)) : counts, skew.pairs(), serving, training);
    }

    private static List<List<Row>> groups(List<Row> rows) {
        List<List<Row>> groups = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (Row row :
                rows.stream().sorted(Comparator.comparingLong(Row::timeMs)).toList()) {
            if (groups.isEmpty() || row.timeMs() > last + TIME_TO_LIVE) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(row);
            last = row.timeMs();
        }
        return groups;
    }

    @Property(tries = 300)
    void countsAreThoseOfTheRuleInAnyInterleaving(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int rows, @ForAll @IntRange(max = 2) int restarts) {
        var random = new Random(seed);
        List<Row> serving = new ArrayList<>();
        List<Row> training = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long id = random.nextInt(rows);
            long timeMs = (long) (random.nextDouble() * 6 * TIME_TO_LIVE);
            Side side = random.nextBoolean() ? SERVING : TRAINING;
            (side.serving() ? serving : training).add(row(side, id, timeMs, random.nextInt(2)));
        }
        List<Row> all = new ArrayList<>(serving);
        all.addAll(training);

        assertThat(Found.of(run(serving, training, random, restarts))).isEqualTo(byTheRule(all));
    }

    @Property(tries = 100)
    void panesDoNotDependOnTheInterleaving(@ForAll long seed) {
        var random = new Random(seed);
        List<Row> serving = new ArrayList<>();
        List<Row> training = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long timeMs = i * 60_000L;
            serving.add(row(SERVING, random.nextInt(50), timeMs, random.nextInt(2)));
            training.add(row(TRAINING, random.nextInt(50), timeMs + random.nextInt(600_000), random.nextInt(2)));
        }

        assertThat(partials(run(serving, training, new Random(seed + 1), 0)))
                .isEqualTo(partials(run(serving, training, new Random(seed + 2), 2)));
    }

    private static List<SkewPartial> partials(List<Shuffled> out) {
        return out.stream()
                .filter(SkewPartial.class::isInstance)
                .map(SkewPartial.class::cast)
                .toList();
    }

    /** Each side in the order of time, but for a shuffle inside the lateness; the two sides at random speeds. */
    private List<Shuffled> run(List<Row> serving, List<Row> training, Random random, int restarts) {
        var state = new RoundTripState<>(new JoinValueFormat());
        List<Shuffled> out = new ArrayList<>();
        var join = new ValueSkewJoin(definition, 0, state, out::add);
        var sides = List.of(new Feed(serving, random), new Feed(training, random));
        while (sides.stream().anyMatch(Feed::hasMore)) {
            Feed feed = sides.get(random.nextInt(2));
            feed.send(join, random);
            if (random.nextInt(20) < restarts) {
                state.writeBack();
                state.forget();
            } else if (random.nextInt(10) == 0) {
                state.writeBack();
                if (random.nextBoolean()) {
                    state.letGo(GroupChunk.class::isInstance);
                }
            }
        }
        join.process(new Progress(SERVING, false, Long.MAX_VALUE));
        join.process(new Progress(TRAINING, false, Long.MAX_VALUE));
        return out;
    }

    private static final class Feed {
        private final List<Row> rows;
        private int sent;

        Feed(List<Row> rows, Random random) {
            this.rows = new ArrayList<>(rows);
            this.rows.sort(Comparator.comparingLong(Row::timeMs));
            for (int i = 0; i + 3 < rows.size(); i += 3) {
                Collections.shuffle(this.rows.subList(i, i + 3), random);
            }
        }

        boolean hasMore() {
            return sent < rows.size();
        }

        void send(ValueSkewJoin join, Random random) {
            if (!hasMore()) {
                return;
            }
            join.process(rows.get(sent++));
            if (hasMore() && random.nextInt(3) == 0) {
                long watermarkMs = rows.subList(sent, rows.size()).stream()
                        .mapToLong(Row::timeMs)
                        .min()
                        .orElseThrow();
                join.process(new Progress(rows.get(sent).from(), false, watermarkMs));
            }
        }
    }

    @Test
    void rowThatComesBackAfterItsTimeToLiveIsAnotherOne() {
        List<Row> serving = List.of(row(SERVING, 1, 0, 1), row(SERVING, 1, 3 * TIME_TO_LIVE, 1));
        List<Row> training = List.of(row(TRAINING, 1, TIME_TO_LIVE, 1), row(TRAINING, 1, 3 * TIME_TO_LIVE, 2));

        Found found = Found.of(run(serving, training, new Random(1), 1));

        assertThat(found.pairs()).isEqualTo(2);
        assertThat(found.counts()).containsExactly(new FeatureCounts(1, 1, 0, 0, 0));
    }

    @Test
    void lateDuplicateTakesThePairBack() {
        List<Row> serving = List.of(row(SERVING, 1, 0, 1), row(SERVING, 1, TIME_TO_LIVE, 1));
        List<Row> training = List.of(row(TRAINING, 1, 0, 2));

        Found found = Found.of(run(serving, training, new Random(2), 0));

        assertThat(found.pairs()).isZero();
        assertThat(found.serving()).isEqualTo(new SideCounts(0, 2));
        assertThat(found.training()).isEqualTo(new SideCounts(0, 1));
    }

    @Test
    void stateIsGoneOnceBothSidesHavePassedTheTimeToLive() {
        var state = new RoundTripState<>(new JoinValueFormat());
        var join = new ValueSkewJoin(definition, 0, state, out -> {});
        for (int i = 0; i < 5_000; i++) {
            join.process(row(SERVING, i, i * 1_000L, 1));
            join.process(row(TRAINING, i, i * 1_000L, 1));
            if (i % 60 == 0) {
                join.process(new Progress(SERVING, false, i * 1_000L));
                join.process(new Progress(TRAINING, false, i * 1_000L));
            }
        }

        long groups = state.values().stream()
                .filter(GroupChunk.class::isInstance)
                .mapToLong(value -> ((GroupChunk) value)
                        .groups.stream().filter(Objects::nonNull).count())
                .sum();
        assertThat(groups).isLessThan(TIME_TO_LIVE / 1_000 + 200);
    }

    @Test
    void groupsWhoseChunkTheStateLetGoAreForgottenInTime() {
        var state = new RoundTripState<>(new JoinValueFormat());
        var groups = new Groups(state, 60_000, TIME_TO_LIVE);
        Row row = row(SERVING, 1, 0, 1);
        groups.start(row);
        assertThat(groups.touchedBy(row)).isNotNull();
        state.writeBack();
        state.letGo(GroupChunk.class::isInstance);

        List<Group> gone = new ArrayList<>();
        groups.expire(10 * TIME_TO_LIVE, gone::add);

        assertThat(gone).hasSize(1);
        assertThat(groups.touchedBy(row)).isNull();
    }

    @Test
    void rowsThatWaitBeyondTheBudgetAreReadAgainWhenTheirCounterpartComes() {
        long budget = 20_000;
        LiveStore<JoinValue> store = MemoryStores.store("join", new JoinValueFormat(), budget);
        store.init(new MockProcessorContext<String, Shuffled>().getStateStoreContext(), store);
        List<Shuffled> out = new ArrayList<>();
        var join = new ValueSkewJoin(definition, 0, store, out::add);
        for (Side side : List.of(SERVING, TRAINING)) {
            for (int i = 0; i < 5_000; i++) {
                join.process(row(side, i, i * 100L, i % 10 == 0 && side.serving() ? 2 : 1));
                if (i % 100 == 0) {
                    store.flushCache();
                    assertThat(MemoryStores.liveBytes(store)).isLessThanOrEqualTo(budget);
                }
            }
        }
        join.process(new Progress(SERVING, false, Long.MAX_VALUE));
        join.process(new Progress(TRAINING, false, Long.MAX_VALUE));

        assertThat(Found.of(out).pairs()).isEqualTo(5_000);
        assertThat(Found.of(out).counts()).containsExactly(new FeatureCounts(4_500, 500, 0, 0, 0));
    }

    @Test
    void bothSidesWaitForTheSlowerOne() {
        var state = new RoundTripState<>(new JoinValueFormat());
        List<Shuffled> out = new ArrayList<>();
        var join = new ValueSkewJoin(definition, 0, state, out::add);
        join.process(row(SERVING, 1, 0, 1));
        join.process(new Progress(SERVING, false, 100 * TIME_TO_LIVE));

        assertThat(partials(out)).isEmpty();

        join.process(row(TRAINING, 1, 5, 1));
        join.process(new Progress(TRAINING, false, 100 * TIME_TO_LIVE));

        assertThat(Found.of(out).pairs()).isEqualTo(1);
    }

    @Test
    void idleSideIsNotWaitedFor() {
        var state = new RoundTripState<>(new JoinValueFormat());
        List<Shuffled> out = new ArrayList<>();
        var join = new ValueSkewJoin(definition, 0, state, out::add);
        join.process(row(SERVING, 1, 0, 1));
        join.process(new Progress(TRAINING, true, Long.MIN_VALUE));
        join.process(new Progress(SERVING, false, 100 * TIME_TO_LIVE));

        assertThat(Found.of(out).serving()).isEqualTo(new SideCounts(1, 0));
    }

    @Test
    void samplesAreBounded() {
        var samples = new PaneSamples();
        for (int i = 0; i < 5_000; i++) {
            samples.add(Joins.sample(5_000 - i), true);
        }

        assertThat(samples.samples(1)).hasSize(256);
        assertThat(samples.samples(1).get(0).timeMs()).isEqualTo(1);
        assertThat(samples.samples(500)).hasSize(12);
    }

    @Test
    void valueComesBackAsItWas() {
        var format = new JoinValueFormat();
        var chunk = new GroupChunk(JoinKeys.chunk(3, 7));
        var waiting = new Group(1, 2, 3, 4);
        waiting.serving = 1;
        waiting.waiting = row(SERVING, 9, 3, 0.5);
        var pair = new Group(5, 6, 7, 8);
        pair.serving = 1;
        pair.training = 1;
        pair.outcomes = new byte[] {1, 2};
        chunk.add(waiting);
        chunk.add(null);
        chunk.add(pair);

        byte[] bytes = format.write(chunk);

        assertThat(format.write(format.read(chunk.key, bytes))).isEqualTo(bytes);
        var back = (GroupChunk) format.read(chunk.key, bytes);
        assertThat(ValueFormat.read(back.groups.get(0).waiting.values())).isEqualTo(Joins.values(0.5));
        assertThat(back.groups.get(1)).isNull();
    }
}
