package io.streamgauge.benchmarks.profile;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does one number cost, many into one profile, and what does merging and writing a profile of 64 bins cost? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NumericKernels {
    private static final int VALUES = 1 << 14;

    @Param({"NORMAL", "LOGNORMAL", "FEW"})
    private SampleValues values = SampleValues.NORMAL;

    private double[] column = new double[0];
    private boolean[] missing = new boolean[0];
    private NumericProfile profile = Grid.of(0).newProfile();
    private NumericProfile other = profile;

    /** The grid is learnt from other values than those that are counted. */
    @Setup
    public void fill() {
        var random = new SplittableRandom(1);
        Grid grid = Grid.fromSample(values.column(random, 100_000, 3, 2), Grid.DEFAULT_BINS);
        column = values.column(random, VALUES, 3, 2);
        missing = new boolean[VALUES];
        for (int i = 0; i < VALUES; i++) {
            missing[i] = random.nextInt(50) == 0;
        }
        profile = grid.newProfile();
        other = grid.newProfile();
        columnar();
        other.mergeFrom(profile);
    }

    /** Many values into one profile. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public Profile columnar() {
        for (int i = 0; i < VALUES; i++) {
            if (missing[i]) {
                profile.addMissing();
            } else {
                profile.add(column[i]);
            }
        }
        return profile;
    }

    /** A profile into another. */
    @Benchmark
    public Profile merge() {
        profile.mergeFrom(other);
        return profile;
    }

    /** A profile to bytes and back. */
    @Benchmark
    public Profile roundTrip() {
        return Profile.fromBytes(other.toBytes(), other.layout());
    }
}
