package io.streamgauge.topology.partial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Occupancy;
import java.util.Arrays;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShuffledFormatTest {
    @Provide
    Arbitrary<Shuffled> records() {
        var partitions = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(20),
                        Arbitraries.of(Source.class),
                        Arbitraries.strings().ofMaxLength(20),
                        Arbitraries.integers().greaterOrEqual(0))
                .as(SourcePartition::new);
        var panes = Combinators.combine(
                        Arbitraries.longs().between(-(1L << 50), 1L << 50),
                        Arbitraries.longs().between(1, 1L << 40))
                .as((start, size) -> new Window(start, start + size));
        var accounts = Arbitraries.longs()
                .list()
                .ofSize(5)
                .map(n -> new Accounting(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4)));
        Arbitrary<Shuffled> marks = Combinators.combine(
                        partitions, Arbitraries.of(Mark.Kind.class), Arbitraries.longs(), accounts)
                .as(Mark::new);
        Arbitrary<Shuffled> traffic = Combinators.combine(
                        partitions, panes, Arbitraries.longs().list().ofSize(6))
                .as((from, pane, n) ->
                        new TrafficPartial(from, pane, n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5)));
        Arbitrary<Occupancy> slots =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(9).map(Occupancy::of);
        Arbitrary<Shuffled> busy = Combinators.combine(partitions, panes, slots)
                .as((from, pane, in) -> new TrafficPartial(from, pane, 1, 0, 0, 5, 6, 7)
                        .with(RuleCounts.NONE, in, PipelineCounts.NONE));
        Arbitrary<Shuffled> silences = Combinators.combine(
                        partitions,
                        Arbitraries.longs().list().ofSize(3),
                        Arbitraries.maps(Arbitraries.longs(), slots).ofMaxSize(3))
                .as((from, n, in) -> new Silence(from, n.get(0), n.get(1), n.get(2), new TreeMap<>(in)));
        Arbitrary<Shuffled> profiles = Combinators.combine(
                        partitions,
                        panes,
                        Arbitraries.strings().ofMaxLength(300),
                        Arbitraries.strings().ofMaxLength(9),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.bytes()
                                .array(byte[].class)
                                .ofMaxSize(300)
                                .list()
                                .ofMaxSize(4))
                .as(ProfilesPartial::new);
        return Arbitraries.oneOf(marks, traffic, busy, silences, profiles);
    }

    @Property(tries = 300)
    void readsWhatItWrote(@ForAll("records") Shuffled record) {
        byte[] bytes = ShuffledFormat.write(record);

        assertThat(ShuffledFormat.read(bytes)).usingRecursiveComparison().isEqualTo(record);
    }

    @Property(tries = 300)
    void garbageIsAnIllegalArgumentAndNothingElse(@ForAll byte[] garbage) {
        byte[] afterTheVersion = new byte[garbage.length + 1];
        System.arraycopy(garbage, 0, afterTheVersion, 1, garbage.length);
        afterTheVersion[0] = 1;

        assertThat(failure(garbage)).isInstanceOf(IllegalArgumentException.class);
        assertThat(failure(afterTheVersion)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void aFlippedBitIsReadOrRefusedNeverWorse(@ForAll("records") Shuffled record, @ForAll int where) {
        byte[] bytes = ShuffledFormat.write(record);
        bytes[Math.floorMod(where, bytes.length)] ^= (byte) (1 << Math.floorMod(where, 8));

        Throwable failure = failure(bytes);
        assertThat(failure == null || failure instanceof IllegalArgumentException)
                .as("%s", failure)
                .isTrue();
    }

    @Property(tries = 300)
    void cutShortIsAnIllegalArgument(@ForAll("records") Shuffled record, @ForAll int where) {
        byte[] bytes = ShuffledFormat.write(record);

        assertThat(failure(Arrays.copyOf(bytes, Math.floorMod(where, bytes.length))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Throwable failure(byte[] bytes) {
        return catchThrowable(() -> ShuffledFormat.read(bytes));
    }

    @Test
    void anotherReleasesVersionIsNamed() {
        var mark = new Mark(
                new SourcePartition("m", Source.LABELS, "t", 3), Mark.Kind.IDLE, Mark.UNKNOWN, Accounting.NOTHING);
        byte[] bytes = ShuffledFormat.write(mark);
        bytes[0] = 9;

        assertThatThrownBy(() -> ShuffledFormat.read(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void accountingsAddUp() {
        var sum = new Accounting(6, 3, 2, 1, 5)
                .plus(new Accounting(4, 4, 0, 0, 3))
                .plus(Accounting.NOTHING);

        assertThat(sum).isEqualTo(new Accounting(10, 7, 2, 1, 5));
        assertThat(sum.balances()).isTrue();
        assertThat(new Accounting(6, 3, 2, 0, 5).balances()).isFalse();
    }
}
