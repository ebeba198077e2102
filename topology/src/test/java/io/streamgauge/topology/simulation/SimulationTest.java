package io.streamgauge.topology.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens, the same records come out; and the simulation would notice if they did not. */
class SimulationTest {
    /** {@code -Dstreamgauge.simulation.seeds=100000} for a night. */
    private static final long SEEDS = Long.getLong("streamgauge.simulation.seeds", 2_000);

    private static final int SEEDS_FOR_A_BUG = 300;
    private static final List<Workload> WORKLOADS =
            IntStream.range(0, 24).mapToObj(Workload::new).toList();
    private static final List<Outcome> UNDISTURBED =
            WORKLOADS.stream().map(Simulation::undisturbed).toList();

    private static boolean endsAlike(long seed, Mutant mutant) {
        int workload = (int) (seed % WORKLOADS.size());
        return Simulation.endsAlike(WORKLOADS.get(workload), UNDISTURBED.get(workload), seed, mutant);
    }

    @Test
    void workloadsHaveSomethingToSay() {
        assertThat(UNDISTURBED).allSatisfy(outcome -> {
            assertThat(outcome.scores()).hasSizeGreaterThan(20);
            assertThat(outcome.profiles()).hasSizeGreaterThan(4);
            assertThat(outcome.rejected()).isNotEmpty();
        });
        assertThat(UNDISTURBED)
                .filteredOn(outcome -> outcome.alerts().size() > 3)
                .hasSizeGreaterThan(WORKLOADS.size() / 2);
    }

    @Test
    void everyHistoryEndsAsTheUndisturbedOne() {
        var different = new ArrayList<Long>();
        LongStream.range(1, SEEDS + 1)
                .filter(seed -> !endsAlike(seed, Mutant.NONE))
                .forEach(different::add);

        assertThat(different).as("seeds of histories that end otherwise").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void bugIsFound(Mutant mutant) {
        assertThat(LongStream.range(1, SEEDS_FOR_A_BUG + 1))
                .as("seeds that show the bug")
                .anyMatch(seed -> isNoticed(seed, mutant));
    }

    /** A bug may also break an invariant, and so stop the step with an exception. */
    private static boolean isNoticed(long seed, Mutant mutant) {
        try {
            return !endsAlike(seed, mutant);
        } catch (IllegalStateException broken) {
            return true;
        }
    }
}
