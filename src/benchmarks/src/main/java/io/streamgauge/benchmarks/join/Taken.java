package io.streamgauge.benchmarks.join;

import java.util.List;

/**
 * What a run took.
 *
 * @param perSecond pairs by the clock
 * @param perCpuSecond pairs by the CPU time of the stream thread
 */
record Taken(double perSecond, double perCpuSecond) {
    /** The best of each figure. */
    static Taken best(List<Taken> runs) {
        return new Taken(
                runs.stream().mapToDouble(Taken::perSecond).max().orElseThrow(),
                runs.stream().mapToDouble(Taken::perCpuSecond).max().orElseThrow());
    }
}
